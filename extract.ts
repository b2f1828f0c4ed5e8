import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { besideIn } from "./extractors/common/beside.js";
import type { Recognition } from "./extractors/common/format.js";
import type { OcrOptions } from "./extractors/common/ocr-options.js";
import { ocrUse } from "./extractors/common/ocr-plan.js";
import type { PagesRead } from "./extractors/common/ocr-plan.js";
import { formatOf, formats } from "./extractors/index.js";
import { planOcr } from "./extractors/ocr/plan.js";
import { encodeAmounts } from "./normalizers/concepts/encode.js";
import { checks } from "./normalizers/checks.js";
import { correctedByReaders, dismissedByReaders } from "./normalizers/corrections/correct.js";
import { correctedBySums } from "./normalizers/ocr-correction/correct-by-sums.js";
import { isRecognized, correctedByColumn } from "./normalizers/ocr-correction/correct-by-column.js";
import { interpretation } from "./normalizers/interpretation.js";
import { understood } from "./normalizers/traditional/simplify.js";
import { runChecks } from "./pipeline/model/check.js";
import { digestOf } from "./pipeline/model/correction-digest.js";
import type { Correction } from "./pipeline/model/correction.js";
import type { Document } from "./pipeline/model/document.js";
import type { Outcome } from "./pipeline/model/finding.js";
import type { Reading } from "./pipeline/model/reading.js";
import { assemble } from "./pipeline/dataset/write/assemble.js";
import type { DocumentDataset } from "./pipeline/dataset/dataset.js";
import { sourceOf } from "./pipeline/dataset/source.js";
import { foldRepeats } from "./pipeline/model/fold.js";
import { toldOnce } from "./pipeline/model/told-once.js";
import { interpret } from "./pipeline/run.js";

/** A disclosure: the path of a file, its bytes, or its bytes with the name it had. */
export type DisclosureSource = string | Uint8Array | DisclosureBytes;

/** The bytes of a disclosure, the name it had, and what readers put right in it. */
export interface DisclosureBytes {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly corrections?: readonly Correction[] | undefined;
}

/** How pages are read, whom to tell of them, and where and when the caller fetched the disclosure, for documents.csv. */
export interface ExtractOptions extends Pick<Recognition, "onPage" | "pdfEngine"> {
  readonly ocr?: OcrOptions;
  readonly sourceUrl?: string;
  readonly retrievedAt?: Date;
}

/**
 * Reads one disclosure into its dataset. Writes no files.
 *
 * @throws UnreadableSource where no result is possible; its `code` and message say why
 */
export async function extract(
  source: DisclosureSource,
  { ocr: { cache, ...ocr } = {}, onPage, pdfEngine, ...fetched }: ExtractOptions = {},
): Promise<DocumentDataset> {
  const beside = typeof source === "string" ? besideIn(dirname(source)) : undefined;
  const plan = await planOcr(ocr);
  return extractPlanned(source, { plan, cache, onPage, pdfEngine, beside }, fetched);
}

/**
 * Reads one disclosure by a plan that is made already.
 *
 * @throws UnreadableSource
 */
export async function extractPlanned(
  source: DisclosureSource,
  recognition: Recognition,
  { sourceUrl, retrievedAt }: Pick<ExtractOptions, "sourceUrl" | "retrievedAt"> = {},
): Promise<DocumentDataset> {
  const { bytes, fileName, corrections = [] } = await opened(source);
  const format = formatOf(bytes, formats);
  let pages: PagesRead = { done: 0, all: 0 };
  const onPage = (done: number, all: number) => {
    pages = { done, all };
    recognition.onPage?.(done, all);
  };
  const printed = await format.extract(bytes, { ...recognition, onPage });
  const { document: simplified, restore } = await understood(printed.value);
  const { value: reading, findings } = read(simplified, corrections);
  const checked = runChecks(reading, checks);
  const all = [printed.findings, findings, reading.findings, checked.findings];
  const dataset = assemble({
    source: sourceOf(bytes, fileName, {
      source_url: sourceUrl ?? null,
      retrieved_at: retrievedAt?.toISOString() ?? null,
    }),
    extractor: format.name,
    mediaType: format.mediaType,
    ocr: isRecognized(reading.document),
    ocrUse:
      printed.value.pages.length === 0 && pages.all === 0 ? null : ocrUse(recognition.plan, pages),
    corrections: digestOf(corrections),
    pdfEngine: printed.value.pdfEngine,
    besideUsed: printed.value.besideUsed === true,
    reading,
    findings: dismissedByReaders(foldRepeats(toldOnce(all.flat())), corrections),
    coverage: checked.coverage,
  });
  return restore(dataset);
}

/** Reads what is printed, with what its sums and readers put right. */
function read(printed: Document, corrections: readonly Correction[]): Outcome<Reading> {
  const settled = correctedBySums(correctedByColumn(printed), asItStands);
  const corrected = correctedByReaders(settled, corrections, asItStands);
  return { ...corrected, value: encodeAmounts(corrected.value) };
}

const asItStands = (document: Document): Reading => interpret(document, interpretation);

async function opened(source: DisclosureSource): Promise<DisclosureBytes> {
  if (typeof source === "string")
    return { bytes: await readFile(source), fileName: basename(source) };
  return source instanceof Uint8Array ? { bytes: source, fileName: "document" } : source;
}
