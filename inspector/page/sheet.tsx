import { useEffect, useRef, useState } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Page } from "../model/dataset.js";
import { Outlines } from "./outlines.js";
import { placed } from "./placed.js";

/** A page on a canvas, and its own size in points, before it was turned. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
}

/** A document as it is printed: its address, or its bytes. */
export type Printed = string | Uint8Array<ArrayBuffer>;

/** What draws the pages of a document. `points` is how many pixels a point has. */
export interface Drawing {
  readonly draw: (page: Page, points: number) => Promise<DrawnPage>;
}

interface Props extends Shown {
  readonly page: Page;
  readonly drawing: Drawing | null;
  /** Pixels of the style sheet to the point. */
  readonly scale: number;
}

/** A page as it was read, upright and straight, with the outlines of what was read on it. It is drawn near the sight alone. */
export function Sheet({ page, drawing, scale, ...shown }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const isNear = useNear(sheet);
  const size = { width: `${page.width * scale}px`, height: `${page.height * scale}px` };
  return (
    <div class="sheet" ref={sheet} style={size} data-page={page.number}>
      {isNear && drawing !== null && <Ink page={page} drawing={drawing} scale={scale} />}
      {isNear && drawing === null && <Text {...shown} page={page} scale={scale} />}
      {isNear && <Outlines {...shown} page={page} scale={scale} />}
    </div>
  );
}

/** What was read, in its places, where the page itself cannot be shown. */
function Text({ dataset: { tables, prose }, page, scale }: Omit<Props, "drawing">) {
  const printed = [...tables.flatMap(({ cells }) => cells), ...prose];
  return (
    <div class="text">
      {printed.map(({ text, at }, i) =>
        at.type === "page" && at.page === page.number ? (
          <span key={i} style={{ ...placed(at.box, scale), fontSize: `${8 * scale}px` }}>
            {text}
          </span>
        ) : null,
      )}
    </div>
  );
}

type InkProps = Pick<Props, "page" | "scale"> & { readonly drawing: Drawing };

function Ink({ page, drawing, scale }: InkProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = ({ canvas, width, height }: DrawnPage) => {
      if (!isWanted) return;
      const { quarters, degrees } = page.turned ?? { quarters: 0, degrees: 0 };
      canvas.style.width = `${width * scale}px`;
      canvas.style.height = `${height * scale}px`;
      canvas.style.transform = `translate(-50%, -50%) rotate(${quarters * 90 - degrees}deg)`;
      holder.current?.replaceChildren(canvas);
    };
    const points = scale * Math.min(2, window.devicePixelRatio || 1);
    drawing.draw(page, points).then(show, (error: unknown) => setFailure(String(error)));
    return () => {
      isWanted = false;
    };
  }, [page, drawing, scale]);
  return (
    <div class="ink" ref={holder}>
      {failure}
    </div>
  );
}

/** Whether something is in sight, or nearly. */
function useNear(element: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "50% 0px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return isNear;
}
