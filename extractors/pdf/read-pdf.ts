import type { Document } from "../../pipeline/model/document.js";
import { UnreadableSource, emptySource } from "../../pipeline/model/errors.js";
import { type Finding, finding, type Outcome, sentencesOf } from "../../pipeline/model/finding.js";
import type { Recognition } from "../common/format.js";
import { enginesOf, PDF_ENGINES, type PdfEngineName } from "../common/pdf-engines.js";
import { refuseBeyond } from "../common/limits.js";
import { BUNDLED } from "../common/ocr-plan.js";
import { attachedTo } from "./attachments.js";
import { assemble } from "./assemble.js";
import { boundedBytes } from "./bounded-bytes.js";
import { DamagedPage, type OpenPdf } from "./engine/engine.js";
import { engineNamed } from "./engines.js";
import { differences } from "./engines-differ.js";
import type { Marks } from "../page/marks.js";
import { isPictured, isTablePictured } from "../page/blank-pages.js";
import { type PageContent, pageContent } from "../page/page-content.js";
import { pagesNamed } from "./page-tree.js";
import { type Means, type ReadPages, recognizePages } from "./recognize-pages.js";
import { filesAttached, pageDamaged, pagesMissing, pictureBesideText } from "./rules.js";
import { mayHoldFiles } from "./signature.js";
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
  const { pdfEngine = PDF_ENGINES[0] } = recognition;
  const { reads, verifies } = enginesOf(pdfEngine);
  const { value, findings } = await readBy(reads, bytes, recognition);
  const plan = { ...recognition.plan, mode: "never" as const };
  const differing =
    verifies === undefined
      ? []
      : await differences(value, verifies, () => readBy(verifies, bytes, { plan }));
  return { value: { ...value, pdfEngine }, findings: [...findings, ...differing] };
}

async function readBy(
  name: PdfEngineName,
  bytes: Uint8Array,
  recognition: Recognition,
): Promise<Outcome<Document>> {
  const engine = await engineNamed(name);
  return engine.guarded(() => read(bytes, { ...recognition, engine }));
}

async function read(bytes: Uint8Array, means: Means): Promise<Outcome<Document>> {
  const bounded = boundedBytes(bytes);
  const document = await withinTime(means.engine.open(bounded, "read"), PDF.time.opening);
  try {
    refuseBeyond("pdfPages", document.pageCount, TOO_MANY_PAGES);
    const patience = PDF.time.opening + PDF.time.page * document.pageCount;
    const attached = mayHoldFiles(bytes) ? await withinTime(attachedTo(document), patience) : [];
    const pages = await withinTime(readPages(document), patience);
    const { contents, findings } = await recognizePages(bounded, pages, means);
    const all = [...missing(bounded, document), ...held(attached), ...findings];
    return assemble({ contents, findings: all }, pictures);
  } finally {
    await document.close();
  }
}

async function readPages(document: OpenPdf): Promise<ReadPages> {
  const contents: PageContent[] = [];
  const findings: Finding[] = [];
  for (let number = 1; number <= document.pageCount; number += 1) {
    const marks = await marksOf(document, number);
    if ("rule" in marks) findings.push(marks);
    else contents.push(pageContent(number, marks));
  }
  if (contents.length > 0) return { contents, findings };
  const [first] = findings;
  const reason = first === undefined ? NO_PAGES : sentencesOf(first);
  throw new UnreadableSource("damaged", {
    en: `No page of the PDF can be read. ${reason.en}`,
    zh: `PDF 的所有页都无法读取。${reason.zh}`,
  });
}

function held(attached: readonly { readonly name: string }[]): Finding[] {
  const names = attached.slice(0, PDF.filesNamed).map(({ name }) => name);
  return attached.length === 0 ? [] : [finding(filesAttached, { count: attached.length, names })];
}

/** Engines believe a page tree that counts wrongly, and make the best of one that is broken. */
function missing(bytes: Uint8Array, { pageCount: found }: OpenPdf): Finding[] {
  const named = pagesNamed(bytes);
  return named !== null && named > found ? [finding(pagesMissing, { named, found })] : [];
}

/** What is on a page, or what is wrong with it: the other pages are read all the same. */
async function marksOf(document: OpenPdf, number: number): Promise<Marks | Finding> {
  try {
    return await document.marks(number);
  } catch (error) {
    if (!(error instanceof DamagedPage)) throw error;
    return finding(pageDamaged, { page: number, reason: error.message }, { page: number });
  }
}

function pictures(page: PageContent): Finding[] {
  return isPictured(page) || isTablePictured(page)
    ? [finding(pictureBesideText, { page: page.number }, { page: page.number })]
    : [];
}
