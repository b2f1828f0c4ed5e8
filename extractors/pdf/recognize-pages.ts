import { type Finding, finding } from "../../pipeline/finding.js";
import type { Extraction } from "../format.js";
import type { OcrMode } from "../ocr/options.js";
import { OcrUnavailable } from "../ocr/unavailable.js";
import { type PageContent, pageContent } from "../page/page-content.js";
import { recognizedMarks } from "../scan/page-marks.js";
import { openScanReader, type ScanReader } from "../scan/scan-reader.js";
import { openPdf, type PDFDocumentProxy } from "./library.js";
import { isEmpty, isPictured, pageText } from "./page-text.js";
import { pagePicture } from "./render.js";
import { pageDamaged, pageNotRecognized, textLayerReplaced } from "./rules.js";
import { agreement, rubbishShare, unmappedShare } from "./text-quality.js";

/** The pages of a document as far as they are read. */
export interface ReadPages {
  readonly contents: readonly PageContent[];
  readonly findings: readonly Finding[];
}

/** Why a page is read from its picture. */
type Need = "picture" | "rubbish" | "doubtful" | "asked";

/** Reads the pages that have no usable text layer from their pictures, or all or none, as it is asked. */
export async function recognizePages(
  bytes: Uint8Array,
  read: ReadPages,
  { ocr = {}, onPage }: Extraction,
): Promise<ReadPages> {
  const needs = new Map(
    read.contents.flatMap((page) => {
      const need = needOf(page, ocr.mode ?? "auto");
      return need === null ? [] : [[page.number, need] as const];
    }),
  );
  if (needs.size === 0) return read;
  const scans = await opened(() => openScanReader(ocr));
  if (scans instanceof OcrUnavailable) return unrecognized(read, needs, scans.message);
  const document = await openPdf(bytes, "see");
  const found: ReadPages[] = [];
  let done = 0;
  try {
    for (const page of read.contents) {
      const need = needs.get(page.number);
      if (need === undefined) found.push({ contents: [page], findings: [] });
      else {
        found.push(await recognized(page, need, { document, scans }));
        onPage?.((done += 1), needs.size);
      }
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return {
    contents: found.flatMap(({ contents }) => contents),
    findings: [...read.findings, ...found.flatMap(({ findings }) => findings)],
  };
}
