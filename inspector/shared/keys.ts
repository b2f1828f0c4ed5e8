import { useLayoutEffect, useRef } from "preact/hooks";

/** What keys do, from the moment that what they act on is drawn. They are not taken from a field in which somebody writes. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  current.current = keys;
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || takes(target, key)) return;
      const does = current.current[key];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
}

/** Fields take letters; Enter presses a button. */
function takes(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.matches("input, select, textarea") || (key === "Enter" && target.matches("button, a"))
  );
}
