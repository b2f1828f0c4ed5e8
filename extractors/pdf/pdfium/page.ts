import { type Box, mapBox, type Matrix } from "../../page/geometry.js";
import { DamagedPage } from "../engine/engine.js";
import { type Address, float, type Pdfium } from "./library.js";
import { flattened } from "./annotations.js";
import type { Page } from "./page-objects.js";

/** An open document. */
export interface OpenDocument {
  readonly at: Address;
  readonly hasLayers: boolean;
}

/** Does something with a page of a document, what is noted on it being part of it, and closes it. */
export function withPage<T>(
  pdfium: Pdfium,
  { at: document, hasLayers, number }: OpenDocument & { readonly number: number },
  use: (page: Page & Size) => T,
): T {
  const { api } = pdfium;
  let at = loaded(pdfium, document, number);
  try {
    if (flattened(pdfium, at)) {
      // What a page holds is read where it is loaded.
      api.FPDF_ClosePage(at);
      at = loaded(pdfium, document, number);
    }
    return use({ number, at, hasLayers, ...placeOf(pdfium, at) });
  } finally {
    if (at !== 0) api.FPDF_ClosePage(at);
  }
}

/** @throws DamagedPage */
function loaded({ api }: Pdfium, document: Address, number: number): Address {
  const at = api.FPDF_LoadPage(document, number - 1);
  if (at === 0) throw new DamagedPage("pdfium finds no page there");
  return at;
}

/** The size of a page as displayed, points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

function placeOf(pdfium: Pdfium, page: Address): Pick<Page, "toPage" | "box"> & Size {
  const { api, scratch } = pdfium;
  api.FPDF_GetPageBoundingBox(page, scratch);
  const side = (index: number): number => float(pdfium, index);
  const [left, top, right, bottom] = [side(0), side(1), side(2), side(3)];
  const toPage = TURNED[api.FPDFPage_GetRotation(page) % TURNED.length]?.([
    left,
    top,
    right,
    bottom,
  ]);
  if (toPage === undefined) throw new DamagedPage("it is turned by no quarter");
  const box = mapBox(toPage, [left, bottom, right, top]);
  return { toPage, box, width: box[2], height: box[3] };
}

/** The map to the page as displayed, its origin at the top left, by quarter turns clockwise. */
const TURNED: readonly ((box: Box) => Matrix)[] = [
  ([left, top]) => [1, 0, 0, -1, -left, top],
  ([left, , , bottom]) => [0, 1, 1, 0, -bottom, -left],
  ([, , right, bottom]) => [-1, 0, 0, 1, right, -bottom],
  ([, top, right]) => [0, -1, -1, 0, top, right],
];
