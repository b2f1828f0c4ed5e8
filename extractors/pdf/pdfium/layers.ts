import { groupedBy } from "../../../pipeline/model/grouped-by.js";
import type { Size } from "./page.js";
import { type Address, integer, type Pdfium, written } from "./library.js";
import { KIND, type Page, type PageObject } from "./page-objects.js";
import { drawn } from "./render.js";
import { PDFIUM } from "./settings.js";

/**
 * The objects of a page without those on layers that are hidden. pdfium does not tell whether a layer is shown,
 * but draws it or not: what may stand on one is drawn alone.
 */
export function withoutHidden(
  pdfium: Pdfium,
  page: Page & Size,
  objects: readonly PageObject[],
): readonly PageObject[] {
  const layers = groupedBy(objects, (object) => layerOf(pdfium, page, object));
  const tested = [...layers]
    .flatMap(([layer, own]) => (layer === NO_LAYER ? [] : [own]))
    .slice(0, PDFIUM.layersTested);
  const hidden = new Set(tested.filter((own) => !isDrawn(pdfium, page, { own, objects })).flat());
  return hidden.size === 0 ? objects : objects.filter((object) => !hidden.has(object));
}

const NO_LAYER = "";

/** A name of what an object may be hidden with: its forms, its own mark, and the picture itself. */
function layerOf(pdfium: Pdfium, page: Page, { at, kind, forms }: PageObject): string {
  const outer = forms.map((form) => (page.hasLayers ? String(form) : markOf(pdfium, form)));
  const own = page.hasLayers && kind === KIND.image ? String(at) : "";
  return [...outer, markOf(pdfium, at), own].join("");
}

/** The marks that put an object on layers, with the names of these; empty where there are none. */
function markOf(pdfium: Pdfium, object: Address): string {
  const { api } = pdfium;
  const count = Math.max(0, api.FPDFPageObj_CountMarks(object));
  const marks = Array.from({ length: count }, (_, index) => api.FPDFPageObj_GetMark(object, index));
  return marks
    .filter((mark) => textOf(pdfium, (...to) => api.FPDFPageObjMark_GetName(mark, ...to)) === "OC")
    .map((mark) => `OC ${nameOf(pdfium, mark)};`)
    .join("");
}

function nameOf(pdfium: Pdfium, mark: Address): string {
  const { api } = pdfium;
  const name = textOf(pdfium, (...to) =>
    api.FPDFPageObjMark_GetParamStringValue(mark, "Name", ...to),
  );
  return name === "" ? String(mark) : name;
}

/** A text in UTF-16 that pdfium writes to a buffer, with the number of its bytes. */
function textOf(
  pdfium: Pdfium,
  write: (buffer: Address, size: number, length: Address) => boolean,
): string {
  const { scratch } = pdfium;
  const bytes = written(pdfium, (at, size) => {
    return write(at, size, scratch) ? integer(pdfium) : 0;
  });
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, -2));
}

interface Layer {
  readonly own: readonly PageObject[];
  readonly objects: readonly PageObject[];
}

/** Whether drawing these objects of all, and no others, leaves anything on the page. */
function isDrawn(pdfium: Pdfium, page: Page & Size, { own, objects }: Layer): boolean {
  const { api } = pdfium;
  const alone = new Set(own);
  const others = objects.filter((object) => !alone.has(object));
  const longest = Math.max(page.width, page.height);
  const pixels = (side: number): number =>
    Math.max(1, Math.round((side * PDFIUM.layerPicture) / longest));
  const [width, height] = [pixels(page.width), pixels(page.height)];
  try {
    for (const { at } of others) api.FPDFPageObj_SetIsActive(at, false);
    const picture = drawn(pdfium, page, { width, height, ground: TRANSPARENT });
    return picture.some((byte, index) => index % 4 === 3 && byte > 0);
  } finally {
    for (const { at } of others) api.FPDFPageObj_SetIsActive(at, true);
  }
}

const TRANSPARENT = 0;
