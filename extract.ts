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
import { toldOnce } from "./pipeline/model/told-once.js";
import { interpret } from "./pipeline/run.js";

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
    findings: foldRepeats(
      toldOnce([...printed.findings, ...reading.findings, ...checked.findings]),
    ),
    coverage: checked.coverage,
  });
  return restore(dataset);
}

async function opened(source: DisclosureSource): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (typeof source === "string")
    return { bytes: await readFile(source), fileName: basename(source) };
  return source instanceof Uint8Array ? { bytes: source, fileName: "document" } : source;
}
