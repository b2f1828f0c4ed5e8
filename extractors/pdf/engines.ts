import type { PdfEngineName } from "../common/pdf-engines.js";
import type { PdfEngine } from "./engine/engine.js";

/** The libraries that read PDFs, each loaded when it is first asked for. */
const ENGINES: Readonly<Record<PdfEngineName, () => Promise<PdfEngine>>> = {
  pdfjs: async () => (await import("./pdfjs/index.js")).pdfjs,
  pdfium: async () => (await import("./pdfium/index.js")).pdfium,
};

export async function engineNamed(name: PdfEngineName): Promise<PdfEngine> {
  return ENGINES[name]();
}
