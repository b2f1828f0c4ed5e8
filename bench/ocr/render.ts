import { createCanvas, DOMMatrix, ImageData, Path2D } from "@napi-rs/canvas";
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Picture } from "../../extractors/raster/gray.js";

const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** A page of a PDF as a picture, and its size in points. */
export interface RenderedPage {
  readonly number: number;
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
}

/** Some pages of a PDF as pictures, one in memory at a time. */
export async function* renderedPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  dpi: number,
): AsyncGenerator<RenderedPage> {
  const document = await opened(bytes);
  try {
    for (const number of numbers) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      yield { number, picture: await pictureOf(page, dpi), width, height };
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
}

/** How many pages a PDF has. */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  const document = await opened(bytes);
  const count = document.numPages;
  await document.loadingTask.destroy();
  return count;
}

function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // The reader of text layers may have put its own in their place.
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
  return getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: path.join(folder, "cmaps", path.sep),
    standardFontDataUrl: path.join(folder, "standard_fonts", path.sep),
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

async function pictureOf(page: PDFPageProxy, dpi: number): Promise<Picture> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  const width = Math.round(viewport.width);
  const height = Math.round(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: withoutAlpha(data), dpi };
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
