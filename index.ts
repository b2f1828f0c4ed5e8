import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Recognition } from "./extractors/common/format.js";
import type { OcrOptions } from "./extractors/common/ocr-options.js";
import { ocrUse } from "./extractors/common/ocr-plan.js";
import type { PagesRead } from "./extractors/common/ocr-plan.js";
import { formatOf, formats } from "./extractors/index.js";
import { planOcr } from "./extractors/ocr/plan.js";
import { checks } from "./normalizers/checks.js";
import { correctedBySums } from "./normalizers/ocr-correction/correct-by-sums.js";
import { isRecognized, correctedByColumn } from "./normalizers/ocr-correction/correct-by-column.js";
import { interpretation } from "./normalizers/interpretation.js";
import { understood } from "./normalizers/traditional/simplify.js";
import { runChecks } from "./pipeline/model/check.js";
import { assemble } from "./pipeline/dataset/write/assemble.js";
import type { DocumentDataset } from "./pipeline/dataset/dataset.js";
import { sourceOf } from "./pipeline/dataset/source.js";
import { foldRepeats } from "./pipeline/model/fold.js";
import { interpret } from "./pipeline/run.js";

export type { Converting, Recognition } from "./extractors/common/format.js";
export { ocrUse } from "./extractors/common/ocr-plan.js";
export type { OcrPlan } from "./extractors/common/ocr-plan.js";
export { isArchive, unpack } from "./extractors/archive/index.js";
export type { Member } from "./extractors/archive/index.js";
export { attribute, elementsIn, parsePage, plainText } from "./extractors/html/tree.js";
export type { Element, Parent } from "./extractors/html/tree.js";
export { planOcr } from "./extractors/ocr/plan.js";
export { bundledModels } from "./extractors/ocr/models/bundled.js";
export { sha256Of } from "./extractors/ocr/models/digest.js";
export { modelsInFolder } from "./extractors/ocr/models/folder.js";
export { installedModels, removeModels } from "./extractors/ocr/models/installed.js";
export { knownModels } from "./extractors/ocr/models/known.js";
export { addModels, checkModels } from "./extractors/ocr/manage-models.js";
export { OcrUnavailable } from "./extractors/ocr/engine/unavailable.js";
export { OCR_ENGINES, OCR_MODES } from "./extractors/common/ocr-options.js";
export type {
  OcrCache,
  OcrEngineName,
  OcrMode,
  OcrModels,
  OcrOptions,
} from "./extractors/common/ocr-options.js";
export { failed } from "./pipeline/dataset/write/assemble.js";
export { compile } from "./pipeline/dataset/compile/compile.js";
export type {
  DocumentDataset,
  DocumentHead,
  Limits,
  MadeWith,
  OcrUse,
} from "./pipeline/dataset/dataset.js";
export { isOutput } from "./pipeline/dataset/folder.js";
export { printJson, UnreadableDataset } from "./pipeline/dataset/json.js";
export { openOutput } from "./pipeline/dataset/write/output.js";
export type { Closed, Output, ReadingWith } from "./pipeline/dataset/write/output.js";
export type { Origin, Source } from "./pipeline/dataset/source.js";
export { sourceOf, sourceWithoutBytes } from "./pipeline/dataset/source.js";
export { UnreadableSource } from "./pipeline/model/errors.js";
export { VERSION } from "./pipeline/model/version.js";

/** A disclosure: the path of a file, its bytes, or its bytes with the name it had. */
export type DisclosureSource =
  | string
  | Uint8Array
  | { readonly bytes: Uint8Array; readonly fileName: string };

/** How pages are read, whom to tell of them, and where and when the caller fetched the disclosure, for documents.csv. */
export interface ExtractOptions extends Pick<Recognition, "onPage"> {
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
  { ocr: { cache, ...ocr } = {}, onPage, ...fetched }: ExtractOptions = {},
): Promise<DocumentDataset> {
  return extractPlanned(source, { plan: await planOcr(ocr), cache, onPage }, fetched);
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
  const { bytes, fileName } = await opened(source);
  const format = formatOf(bytes, formats);
  let pages: PagesRead = { done: 0, all: 0 };
  const onPage = (done: number, all: number) => {
    pages = { done, all };
    recognition.onPage?.(done, all);
  };
  const printed = await format.extract(bytes, { ...recognition, onPage });
  const { document: simplified, restore } = await understood(printed.value);
  const reading = correctedBySums(correctedByColumn(simplified), (document) =>
    interpret(document, interpretation),
  );
  const checked = runChecks(reading, checks);
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
    reading,
    findings: foldRepeats([...printed.findings, ...reading.findings, ...checked.findings]),
    coverage: checked.coverage,
  });
  return restore(dataset);
}

async function opened(source: DisclosureSource): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (typeof source === "string")
    return { bytes: await readFile(source), fileName: basename(source) };
  return source instanceof Uint8Array ? { bytes: source, fileName: "document" } : source;
}
