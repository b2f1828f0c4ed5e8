import { DamagedPage, type DrawnPage } from "../engine/engine.js";
import { BGRA, opaque } from "../engine/pixels.js";
import { POINTS_TO_THE_INCH, resolutionFor } from "../engine/resolution.js";
import type { Pdfium } from "./library.js";
import type { Size } from "./page.js";
import { sidesOf } from "./picture-size.js";
import { KIND, type Page, pageObjects } from "./page-objects.js";

/** The page as it is seen, at the resolution of its own pictures as far as that is of use. */
export function pagePicture(pdfium: Pdfium, page: Page & Size): DrawnPage {
  const images = pageObjects(pdfium, page).filter(({ kind }) => kind === KIND.image);
  const sides = images.flatMap(({ at }) => sidesOf(pdfium, at));
  const longest = sides.reduce((most, side) => Math.max(most, side), 0);
  const dpi = resolutionFor(Math.max(page.width, page.height), longest);
  const scale = dpi / POINTS_TO_THE_INCH;
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
  const data = drawn(pdfium, page, { width, height, ground: WHITE });
  return { width, height, dpi, data: opaque(data, BGRA) };
}

const WHITE = 0xffffffff;

interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** The colour that the page is drawn on: alpha, red, green, blue. */
  readonly ground: number;
}

/** Four bytes a pixel: blue, green, red, alpha. */
const BGRA_FORMAT = 4;
const WITH_ANNOTATIONS = 1;

/** The pixels of a page, whole, with its annotations. */
export function drawn({ api }: Pdfium, page: Page, { width, height, ground }: Bitmap): Uint8Array {
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRA_FORMAT, 0, 0);
  if (bitmap === 0) throw new DamagedPage("pdfium has no memory to draw it");
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground);
    api.FPDF_RenderPageBitmap(bitmap, page.at, 0, 0, width, height, 0, WITH_ANNOTATIONS);
    const at = api.FPDFBitmap_GetBuffer(bitmap);
    return api.pdfium.HEAPU8.slice(at, at + width * height * 4);
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
