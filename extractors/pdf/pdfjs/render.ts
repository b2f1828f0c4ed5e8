import { createCanvas } from "@napi-rs/canvas";
import type { DrawnPage } from "../engine/engine.js";
import { RGBA, opaque } from "../engine/pixels.js";
import { OPS, type PDFPageProxy } from "./library.js";
import { POINTS_TO_THE_INCH, resolutionFor } from "../engine/resolution.js";

/** The page as it is seen, at the resolution of its own pictures as far as that is of use. */
export async function pagePicture(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const longest = Math.max(width, height);
  return renderPage(page, resolutionFor(longest, await longestPicture(page)));
}

/** The page as it is seen, at so many pixels to the inch. */
export async function renderPage(page: PDFPageProxy, dpi: number): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale: dpi / POINTS_TO_THE_INCH });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  // Its pixels lie outside the heap, and would stay until that is full.
  canvas.width = 1;
  canvas.height = 1;
  return { width, height, data: opaque(data, RGBA), dpi };
}

const PAINTS_PICTURE = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
]);

/** The longest side of the pictures of a page, pixels; zero where it has none. */
async function longestPicture(page: PDFPageProxy): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const sides = fnArray.flatMap((operator, i): unknown[] => {
    const args: unknown = argsArray[i];
    if (!PAINTS_PICTURE.has(operator) || !Array.isArray(args)) return [];
    return operator === OPS.paintInlineImageXObject ? inlineSides(args[0]) : args.slice(1, 3);
  });
  return Math.max(0, ...sides.filter((side) => typeof side === "number"));
}

function inlineSides(image: unknown): unknown[] {
  if (typeof image !== "object" || image === null) return [];
  return [Reflect.get(image, "width"), Reflect.get(image, "height")];
}
