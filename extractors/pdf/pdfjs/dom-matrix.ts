import { createRequire } from "node:module";

/**
 * pdf.js asks for this browser class when it is loaded. Drawing a page needs the one of the canvas;
 * where there is no canvas for this machine, pages are not drawn, and reading them never uses it.
 */
if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: drawn() });

function drawn(): unknown {
  try {
    const canvas: unknown = createRequire(import.meta.url)("@napi-rs/canvas");
    if (typeof canvas === "object" && canvas !== null) return Reflect.get(canvas, "DOMMatrix");
  } catch {
    // Said where a page is to be drawn.
  }
  return Object;
}
