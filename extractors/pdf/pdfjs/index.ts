import { DamagedPage, type HeldFile, type PdfEngine } from "../engine/engine.js";
import { openPdf, type PDFDocumentProxy } from "./library.js";
import { type Loaded, pageMarks } from "./page-marks.js";
import { pagePicture } from "./render.js";
import { withStrayRejections } from "./stray-rejections.js";

/** pdf.js of Mozilla: the reader of Firefox. */
export const pdfjs: PdfEngine = {
  guarded: withStrayRejections,
  open: async (bytes, use) => {
    const document = await openPdf(bytes, use);
    return {
      pageCount: document.numPages,
      marks: async (number) => {
        const loaded = await loadPage(document, number);
        const marks = pageMarks(loaded, await document.getOptionalContentConfig());
        loaded.page.cleanup();
        return marks;
      },
      picture: async (number) => {
        const page = await document.getPage(number);
        try {
          return await pagePicture(page);
        } finally {
          page.cleanup();
        }
      },
      files: () => filesOf(document),
      close: () => document.loadingTask.destroy(),
    };
  },
};

/** @throws DamagedPage */
async function loadPage(document: PDFDocumentProxy, number: number): Promise<Loaded> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await page.getOperatorList() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new DamagedPage(error.message, { cause: error });
  }
}

async function filesOf(document: PDFDocumentProxy): Promise<readonly HeldFile[]> {
  const found = filesIn(Object.values((await document.getAttachments()) ?? {}));
  for (let number = 1; number <= document.numPages; number += 1)
    found.push(...(await onPage(document, number)));
  return found;
}

/** A page that is damaged is told where it is read. */
async function onPage(document: PDFDocumentProxy, number: number): Promise<readonly HeldFile[]> {
  try {
    const page = await document.getPage(number);
    const marks: readonly { readonly file?: unknown }[] = await page.getAnnotations();
    return filesIn(marks.flatMap(({ file }) => (file === undefined ? [] : [file])));
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

/** What pdf.js gives of files, which it gives no types. */
function filesIn(given: readonly unknown[]): HeldFile[] {
  return given.flatMap((each) => {
    if (typeof each !== "object" || each === null || !("content" in each)) return [];
    const stated = "filename" in each && typeof each.filename === "string" ? each.filename : "";
    return each.content instanceof Uint8Array ? [{ stated, bytes: each.content }] : [];
  });
}
