import { type Finding, finding } from "../../pipeline/model/finding.js";
import type { Recognition } from "../common/format.js";
import type { OcrMode } from "../common/ocr-options.js";
import { OcrUnavailable } from "../ocr/engine/unavailable.js";
import { isEmpty, isOutlined, isPictured, pageText, pictureShare } from "../page/blank-pages.js";
import type { PageContent } from "../page/page-content.js";
import type { Picture } from "../raster/gray.js";
import { openScanReader, type ScanReader } from "../scan/scan-reader.js";
import { scanFindings, scannedPage } from "../scan/scanned-page.js";
import type { OpenPdf, PdfEngine } from "./engine/engine.js";
import { pageDamaged, pageNotDrawn, pageNotRecognized, textLayerReplaced } from "./rules.js";
import {
  agreement,
  hanCount,
  isFiguresAlone,
  rubbishShare,
  unmappedShare,
} from "./text-quality.js";
import { PDF } from "./settings.js";

/** The pages of a document as far as they are read. */
export interface ReadPages {
  readonly contents: readonly PageContent[];
  readonly findings: readonly Finding[];
}

/** How pages are recognized, and by which library they are drawn. */
export interface Means extends Recognition {
  readonly engine: PdfEngine;
}

/** Why a page is read from its picture. */
type Need = "picture" | "rubbish" | "doubtful" | "figures" | "asked";

/** Reads the pages that have no usable text layer from their pictures, or all or none, as it is asked. */
export async function recognizePages(
  bytes: Uint8Array,
  read: ReadPages,
  means: Means,
): Promise<ReadPages> {
  const needs = new Map(
    read.contents.flatMap((page) => {
      const need = needOf(page, means.plan.mode);
      return need === null ? [] : [[page.number, need] as const];
    }),
  );
  if (needs.size === 0) return read;
  try {
    return await withRecognized(bytes, { ...read, needs }, means);
  } catch (error) {
    // Networks are loaded when a page is first looked at: only then it shows that one does not work.
    if (error instanceof OcrUnavailable) return unrecognized(read, needs, error);
    throw error;
  }
}

/** The pages of a document, and why some are to be read from their pictures. */
interface Needing extends ReadPages {
  readonly needs: ReadonlyMap<number, Need>;
}

/** @throws OcrUnavailable where no engine works */
async function withRecognized(
  bytes: Uint8Array,
  { contents: pages, findings: before, needs }: Needing,
  means: Means,
): Promise<ReadPages> {
  means.onPage?.(0, needs.size);
  const scans = await openScanReader(means);
  const document = await means.engine.open(bytes, "see");
  const found: ReadPages[] = [];
  let done = 0;
  try {
    for (const page of pages) {
      const need = needs.get(page.number);
      if (need === undefined) found.push({ contents: [page], findings: [] });
      else {
        found.push(await recognized(page, need, { document, scans }));
        means.onPage?.((done += 1), needs.size);
      }
    }
  } finally {
    await document.close();
  }
  const contents = found.flatMap((each) => each.contents);
  const findings = found.flatMap((each) => each.findings);
  return { contents, findings: [...before, ...scanFindings(contents, scans.engine), ...findings] };
}

function needOf(page: PageContent, mode: OcrMode): Need | null {
  if (mode === "never") return null;
  if (mode === "always") return "asked";
  if (isOutlined(page)) return "picture";
  const text = pageText(page).replace(/\s/gu, "");
  if (isPictured(page) && (isEmpty(page) || text.length < PDF.recognition.bare)) return "picture";
  if (pictureShare(page) > PDF.recognition.wholePage && text.length < PDF.recognition.fewLines)
    return "picture";
  if (rubbishShare(text) !== null) return "rubbish";
  if (unmappedShare(text) > PDF.recognition.unmapped) return "doubtful";
  return isFiguresAlone(text) ? "figures" : null;
}

interface Tools {
  readonly document: OpenPdf;
  readonly scans: ScanReader;
}

/** The page as it was recognized; as its text layer has it, where that is confirmed or it cannot be drawn. */
async function recognized(page: PageContent, need: Need, tools: Tools): Promise<ReadPages> {
  const { number } = page;
  const seen = await drawnPage(page, tools);
  if (!Array.isArray(seen)) return seen;
  const isBent = seen.some((each) => each.recognized?.isBent);
  if (need === "picture" && isBent) return { contents: seen, findings: [] };
  const text = pageText(page);
  const shown = seen.map(pageText).join("");
  const isWhole =
    need === "doubtful" ||
    (need === "picture" && shown.length < PDF.recognition.whole * text.length);
  const agreed = isWhole ? agreement(text, shown) : null;
  if (agreed !== null && agreed >= PDF.recognition.confirmed)
    return { contents: [page], findings: [] };
  if (need === "figures" && hanCount(shown) < PDF.recognition.labelled)
    return { contents: [page], findings: [] };
  if (isUndrawn(text, shown))
    return {
      contents: [page],
      findings: [finding(pageNotDrawn, { page: number }, { page: number })],
    };
  const share = rubbishShare(text) ?? unmappedShare(text);
  const replaced = finding(textLayerReplaced, { page: number, share }, { page: number });
  return {
    contents: seen,
    findings: need === "rubbish" || need === "doubtful" ? [replaced] : [],
  };
}

function isUndrawn(text: string, seen: string): boolean {
  if (seen.length < PDF.recognition.drawn * text.length) return true;
  if (text.length <= PDF.recognition.bare) return false;
  const agreed = agreement(text, seen);
  return (
    agreed !== null &&
    rubbishShare(text) === null &&
    unmappedShare(text) === 0 &&
    agreed < PDF.recognition.drawn
  );
}

async function drawnPage(
  { number, pictures }: PageContent,
  { document, scans }: Tools,
): Promise<PageContent[] | ReadPages> {
  const picture = await pictureOf(number, document);
  if ("rule" in picture) return { contents: [], findings: [picture] };
  const contents = await scannedPage(picture, number, scans);
  const isPicture = contents.every((each) => isEmpty(each) && isInked(each));
  return contents.map((each) => ({ ...each, pictures: isPicture ? pictures : [] }));
}

/** A page as it is seen, or why it cannot be drawn. */
async function pictureOf(number: number, document: OpenPdf): Promise<Picture | Finding> {
  try {
    return await document.picture(number);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof OcrUnavailable) throw error;
    return finding(pageDamaged, { page: number, reason: error.message }, { page: number });
  }
}

function isInked({ recognized: seen }: PageContent): boolean {
  return seen !== undefined && seen.unread > PDF.recognition.dust;
}

function unrecognized(
  read: ReadPages,
  needs: ReadonlyMap<number, Need>,
  { says }: OcrUnavailable,
): ReadPages {
  const findings = Array.from(needs.keys(), (page) =>
    finding(pageNotRecognized, { page, reason: says.en, reason_zh: says.zh }, { page }),
  );
  return { ...read, findings: [...read.findings, ...findings] };
}
