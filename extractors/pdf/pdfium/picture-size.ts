import { type Address, integer, type Pdfium } from "./library.js";

/** The width and the height of a picture, pixels. */
export function sidesOf(pdfium: Pdfium, image: Address): readonly [number, number] {
  const { api, scratch } = pdfium;
  const isKnown = api.FPDFImageObj_GetImagePixelSize(image, scratch, scratch + 4);
  return isKnown ? [integer(pdfium, 0), integer(pdfium, 1)] : [0, 0];
}
