import { createCanvas } from "@napi-rs/canvas";
import type { Picture } from "../raster/gray.js";
import { OPS, type PDFPageProxy } from "./library.js";
import { PDF } from "./settings.js";
import { byteAt } from "../common/typed-arrays.js";

const POINTS_TO_THE_INCH = 72;

/** A page whose resolution is known. */
export interface DrawnPage extends Picture {
  readonly dpi: number;
}

/** The page as it is seen, at the resolution of its own pictures as far as that is of use. */
export async function pagePicture(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const most = (PDF.render.longest * POINTS_TO_THE_INCH) / Math.max(width, height);
  return renderPage(
    page,
    Math.min(most, PDF.render.finest, Math.max(PDF.render.coarsest, await ownResolution(page))),
  );
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
  return { width, height, data: withoutAlpha(data), dpi };
}

const PAINTS_PICTURE = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
]);

/** As if the largest of its pictures filled the page: scans do, whole or in strips. */
async function ownResolution(page: PDFPageProxy): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const sides = fnArray.flatMap((operator, i): unknown[] => {
    const args: unknown = argsArray[i];
    if (!PAINTS_PICTURE.has(operator) || !Array.isArray(args)) return [];
    return operator === OPS.paintInlineImageXObject ? inlineSides(args[0]) : args.slice(1, 3);
  });
  const { width, height } = page.getViewport({ scale: 1 });
  const longest = Math.max(0, ...sides.filter((side) => typeof side === "number"));
  return (longest * POINTS_TO_THE_INCH) / Math.max(width, height);
}

function inlineSides(image: unknown): unknown[] {
  if (typeof image !== "object" || image === null) return [];
  return [Reflect.get(image, "width"), Reflect.get(image, "height")];
}

function withoutAlpha(pixels: Uint8ClampedArray): Uint8Array {
  const result = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    result[to] = byteAt(pixels, from);
    result[to + 1] = byteAt(pixels, from + 1);
    result[to + 2] = byteAt(pixels, from + 2);
  }
  return result;
}
