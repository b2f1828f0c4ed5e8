import type { Page } from "../model/dataset.js";
import type { Drawing, DrawnPage, Printed } from "./sheet.js";

/** pdf.js as the server gives it: it is loaded where a PDF is looked at. */
const LIBRARY = "/pdfjs/build/pdf.min.mjs";

type PdfLibrary = typeof import("pdfjs-dist");

/** Opens a PDF for drawing; of a large one as much is loaded as the pages need that are looked at. */
export async function openPdf(printed: Printed): Promise<Drawing> {
  const library: PdfLibrary = await import(/* @vite-ignore */ LIBRARY);
  library.GlobalWorkerOptions.workerSrc = "/pdfjs/build/pdf.worker.min.mjs";
  const document = await library.getDocument({
    // pdf.js takes the bytes away: who gave them keeps them.
    ...(typeof printed === "string" ? { url: printed } : { data: printed.slice() }),
    cMapUrl: "/pdfjs/cmaps/",
    standardFontDataUrl: "/pdfjs/standard_fonts/",
    wasmUrl: "/pdfjs/wasm/",
    iccUrl: "/pdfjs/iccs/",
    isEvalSupported: false,
    enableXfa: false,
  }).promise;
  return { draw: (page, points) => drawPage(document, page, points) };
}

type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;

async function drawPage(
  document: PdfDocument,
  { number }: Page,
  points: number,
): Promise<DrawnPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: points });
  const canvas = window.document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return { canvas, width, height };
}
