import { UnreadableSource } from "../../../pipeline/model/errors.js";
import type { PdfEngine } from "../engine/engine.js";
import { filesOf } from "./files.js";
import { hasLayers } from "./layers-in-file.js";
import { type Address, openLibrary, type Pdfium, placed } from "./library.js";
import { withPage } from "./page.js";
import { pageMarks } from "./page-marks.js";
import { pagePicture } from "./render.js";

/** What WebAssembly throws where a program in it comes to its end: at an error, or out of memory. */
const TRAP = "RuntimeError";

/** pdfium of Google, compiled to WebAssembly: the reader of Chrome. */
export const pdfium: PdfEngine = {
  guarded: async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && error.name === TRAP)) throw error;
      throw new UnreadableSource("damaged", DAMAGED, { cause: error });
    }
  },
  open: async (bytes) => {
    const library = await openLibrary();
    const document = { at: opened(library, bytes), hasLayers: hasLayers(bytes) };
    return {
      pageCount: library.api.FPDF_GetPageCount(document.at),
      marks: async (number) =>
        withPage(library, { ...document, number }, (page) => pageMarks(library, page)),
      picture: async (number) =>
        withPage(library, { ...document, number }, (page) => pagePicture(library, page)),
      files: async () => filesOf(library, document.at),
      close: async () => void library.api.FPDF_CloseDocument(document.at),
    };
  },
};

/** What `FPDF_GetLastError` says of a password that is missing, and of a way to encrypt that is not known. */
const ENCRYPTED_BY: ReadonlySet<number> = new Set([4, 5]);

function opened(library: Pdfium, bytes: Uint8Array): Address {
  const { api } = library;
  const document = api.FPDF_LoadMemDocument(placed(library, bytes), bytes.length, "");
  if (document !== 0) return document;
  throw ENCRYPTED_BY.has(api.FPDF_GetLastError())
    ? new UnreadableSource("encrypted", ENCRYPTED)
    : new UnreadableSource("damaged", DAMAGED);
}

const ENCRYPTED = {
  en: "The PDF needs a password: ask for an open copy.",
  zh: "PDF 需要密码，请索取不加密的副本。",
};
const DAMAGED = { en: "The PDF is damaged: fetch it again.", zh: "PDF 已损坏，请重新获取。" };
