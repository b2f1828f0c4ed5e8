import type { Address, Pdfium } from "./library.js";

const NORMAL_APPEARANCE = 0;
const FIELD = 20;
const FOR_DISPLAY = 0;
const FLATTENED = 1;

/**
 * Makes what annotations and fields of a form show part of a page, so that it is read like all else; fields
 * that have no appearance get one. Gives whether anything was.
 */
export function flattened(pdfium: Pdfium, page: Address): boolean {
  const { api } = pdfium;
  const count = Math.max(0, api.FPDFPage_GetAnnotCount(page));
  const shown = Array.from({ length: count }, (_, index) => isShown(pdfium, page, index));
  return shown.includes(true) && api.FPDFPage_Flatten(page, FOR_DISPLAY) === FLATTENED;
}

function isShown({ api }: Pdfium, page: Address, index: number): boolean {
  const annotation = api.FPDFPage_GetAnnot(page, index);
  if (annotation === 0) return false;
  const hasAppearance = () => api.EPDFAnnot_HasAppearanceStream(annotation, NORMAL_APPEARANCE);
  const isField = api.FPDFAnnot_GetSubtype(annotation) === FIELD;
  if (isField && !hasAppearance()) api.EPDFAnnot_GenerateFormFieldAP(annotation);
  const isDrawn = hasAppearance();
  api.FPDFPage_CloseAnnot(annotation);
  return isDrawn;
}
