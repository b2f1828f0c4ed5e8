import type { HeldFile } from "../engine/engine.js";
import { type Address, integer, type Pdfium, written } from "./library.js";

/** The files of a document, then those that hang on a place of a page. */
export function filesOf(pdfium: Pdfium, document: Address): readonly HeldFile[] {
  const { api } = pdfium;
  const count = Math.max(0, api.FPDFDoc_GetAttachmentCount(document));
  const own = Array.from({ length: count }, (_, at) => api.FPDFDoc_GetAttachment(document, at));
  const found = own.flatMap((attachment) => fileIn(pdfium, attachment));
  for (let page = 0; page < api.FPDF_GetPageCount(document); page += 1)
    found.push(...onPage(pdfium, api.FPDF_LoadPage(document, page)));
  return found;
}

/** A page that is damaged is told where it is read. */
function onPage(pdfium: Pdfium, page: Address): readonly HeldFile[] {
  const { api } = pdfium;
  if (page === 0) return [];
  const found: HeldFile[] = [];
  for (let index = 0; index < api.FPDFPage_GetAnnotCount(page); index += 1) {
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    found.push(...fileIn(pdfium, api.FPDFAnnot_GetFileAttachment(annotation)));
    api.FPDFPage_CloseAnnot(annotation);
  }
  api.FPDF_ClosePage(page);
  return found;
}

function fileIn(pdfium: Pdfium, attachment: Address): HeldFile[] {
  if (attachment === 0) return [];
  const { api, scratch } = pdfium;
  const name = written(pdfium, (at, size) => api.FPDFAttachment_GetName(attachment, at, size));
  const bytes = written(pdfium, (at, size) =>
    api.FPDFAttachment_GetFile(attachment, at, size, scratch) ? integer(pdfium) : 0,
  );
  // Two bytes a unit, and a zero at the end.
  const stated = new TextDecoder("utf-16le").decode(name.subarray(0, -2));
  return [{ stated, bytes }];
}
