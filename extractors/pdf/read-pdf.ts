import type { Document } from "../../pipeline/model/document.js";
import { UnreadableSource, emptySource } from "../../pipeline/model/errors.js";
import { type Finding, finding, type Outcome, sentencesOf } from "../../pipeline/model/finding.js";
import type { Recognition } from "../common/format.js";
import { refuseBeyond } from "../common/limits.js";
import { BUNDLED } from "../common/ocr-plan.js";
import { boundedBytes } from "./bounded-bytes.js";
import { openPdf, type PDFDocumentProxy } from "./library.js";
import { looseFigures } from "../page/loose-figures.js";
import { pagesDocument } from "../page/pages-document.js";
import {
  blankPages,
  isEmpty,
  isOutlined,
  isPictured,
  isTablePictured,
  pageText,
} from "../page/blank-pages.js";
import { type PageContent, pageContent } from "../page/page-content.js";
import { type Loaded, pageMarks } from "./page-marks.js";
import { pagesNamed } from "./page-tree.js";
import { type ReadPages, recognizePages } from "./recognize-pages.js";
import {
  charactersUnmapped,
  pageDamaged,
  pageNotRecognized,
  pageWithoutText,
  pagesMissing,
  cellsDrawn,
  pictureBesideText,
  textLayerUnreadable,
} from "./rules.js";
import { withStrayRejections } from "./stray-rejections.js";
import { rubbishShare, unmappedCount } from "./text-quality.js";
import { withinTime } from "./within-time.js";
import { PDF } from "./settings.js";

const TOO_MANY_PAGES = {
  what: { en: "The PDF", zh: "PDF 文件" },
  unit: { en: "pages", zh: "页" },
  remedy: { en: "Split it.", zh: "请拆分。" },
};
const NO_PAGES = { en: "It has none.", zh: "它没有页。" };

/**
 * Reads a PDF.
 *
 * @throws UnreadableSource where no result is possible
 */
export async function readPdf(
  bytes: Uint8Array,
  recognition: Recognition = { plan: BUNDLED },
): Promise<Outcome<Document>> {
  if (bytes.length === 0) throw emptySource();
  return withStrayRejections(() => read(bytes, recognition));
}

async function read(bytes: Uint8Array, recognition: Recognition): Promise<Outcome<Document>> {
  const bounded = boundedBytes(bytes);
  const document = await withinTime(openPdf(bounded), PDF.time.opening);
  try {
    refuseBeyond("pdfPages", document.numPages, TOO_MANY_PAGES);
    const patience = PDF.time.opening + PDF.time.page * document.numPages;
    const pages = await withinTime(readPages(document), patience);
    const { contents, findings } = await recognizePages(bounded, pages, recognition);
    return assemble({ contents, findings: [...missing(bounded, document), ...findings] });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(document: PDFDocumentProxy): Promise<ReadPages> {
  const visibility = await document.getOptionalContentConfig();
  const contents: PageContent[] = [];
  const findings: Finding[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const loaded = await loadPage(document, number);
    if ("rule" in loaded) findings.push(loaded);
    else {
      contents.push(pageContent(number, pageMarks(loaded, visibility)));
      loaded.page.cleanup();
    }
  }
  if (contents.length > 0) return { contents, findings };
  const [first] = findings;
  const reason = first === undefined ? NO_PAGES : sentencesOf(first);
  throw new UnreadableSource("damaged", {
    en: `No page of the PDF can be read. ${reason.en}`,
    zh: `PDF 的所有页都无法读取。${reason.zh}`,
  });
}

/** pdf.js believes a page tree that counts wrongly, and makes the best of one that is broken. */
function missing(bytes: Uint8Array, { numPages: found }: PDFDocumentProxy): Finding[] {
  const named = pagesNamed(bytes);
  return named !== null && named > found ? [finding(pagesMissing, { named, found })] : [];
}

/** A page with its operators, or what is wrong with it: the other pages are read all the same. */
async function loadPage(document: PDFDocumentProxy, number: number): Promise<Loaded | Finding> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await page.getOperatorList() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return finding(pageDamaged, { page: number, reason: error.message }, { page: number });
  }
}

function assemble({ contents, findings }: ReadPages): Outcome<Document> {
  const { document, bare } = pagesDocument(contents);
  const said = new Set(
    findings.filter(({ rule }) => rule === pageNotRecognized.id).map(({ page }) => page),
  );
  const others = bare.filter(({ number }) => !said.has(number));
  return {
    value: document,
    findings: [...findings, ...others.flatMap(doubts), ...looseFigures(bare), ...blankPages(bare)],
  };
}

function doubts(page: PageContent): Finding[] {
  const where = { page: page.number };
  if (page.recognized !== undefined && (page.recognized.isBent || !isEmpty(page))) return [];
  if (isEmpty(page))
    return isPictured(page) || isOutlined(page)
      ? [finding(pageWithoutText, { page: page.number }, where)]
      : [];
  const text = pageText(page);
  const share = rubbishShare(text);
  if (share !== null) return [finding(textLayerUnreadable, { page: page.number, share }, where)];
  const count = unmappedCount(text);
  return [
    ...(count === 0 ? [] : [finding(charactersUnmapped, { page: page.number, count }, where)]),
    ...(isPictured(page) || isTablePictured(page)
      ? [finding(pictureBesideText, { page: page.number }, where)]
      : []),
    ...drawn(page),
  ];
}

/** Cells that hold shapes and no text, where they are too many to be ticks and marks. */
function drawn({ number, drawnCells: count }: PageContent): Finding[] {
  const facts = { page: number, count };
  return count < PDF.shapes.fewestCells ? [] : [finding(cellsDrawn, facts, { page: number })];
}
