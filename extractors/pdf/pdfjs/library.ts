import "./dom-matrix.js";
import { putBackNatives } from "./natives.js";
import { createRequire } from "node:module";
import path from "node:path";
import {
  getDocument,
  InvalidPDFException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { UnreadableSource } from "../../../pipeline/model/errors.js";

export { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
export type { PDFDocumentProxy, PDFPageProxy };

putBackNatives();

const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/**
 * Opens a PDF for reading, or for seeing it, pictures and all. The bytes are copied: pdf.js takes what
 * it is given.
 * @throws UnreadableSource where it is damaged beyond repair or needs a password
 */
export async function openPdf(
  bytes: Uint8Array,
  use: "read" | "see" = "read",
): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: path.join(folder, "cmaps", path.sep),
      standardFontDataUrl: path.join(folder, "standard_fonts", path.sep),
      isEvalSupported: false,
      useSystemFonts: false,
      stopAtErrors: false,
      // Pictures are not read: leaving them out saves decoding them.
      ...(use === "read" ? { maxImageSize: 1 } : {}),
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    throw unreadable(error);
  } finally {
    // The part that reads pages is loaded with the first document.
    putBackNatives();
  }
}

function unreadable(error: unknown): unknown {
  if (error instanceof Error && error.name === "PasswordException")
    return new UnreadableSource("encrypted", ENCRYPTED, { cause: error });
  if (error instanceof InvalidPDFException)
    return new UnreadableSource("damaged", DAMAGED, { cause: error });
  if (error instanceof Error && error.name === "UnknownErrorException")
    return new UnreadableSource("damaged", DAMAGED, { cause: error });
  return error;
}

const ENCRYPTED = {
  en: "The PDF needs a password: ask for an open copy.",
  zh: "PDF 需要密码，请索取不加密的副本。",
};
const DAMAGED = { en: "The PDF is damaged: fetch it again.", zh: "PDF 已损坏，请重新获取。" };
