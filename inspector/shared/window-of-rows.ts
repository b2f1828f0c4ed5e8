import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** Rows that are in sight, with some above and below. */
export interface RowWindow {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly from: number;
  readonly to: number;
}

const BEYOND = 12;

/** Which rows of one height a scrolled box shows: only these are drawn, however many there are. */
export function useRows(count: number, height: number): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ from: 0, to: 60 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / height) - BEYOND);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / height) + BEYOND;
      setRange((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [count, height]);
  return { box, from: range.from, to: Math.min(count, range.to) };
}
