import type { DatasetRecord } from "../model/records/registry.js";
import type { DocumentDataset } from "./dataset.js";
import { byCodeUnit } from "./order.js";
import type { Source } from "./source.js";

/**
 * The dataset with one more name for the same bytes. Which name leads does not depend on which came
 * first; a name that it has already changes nothing.
 */
export function withCopy(
  dataset: DocumentDataset,
  copy: DatasetRecord<"documents">,
): DocumentDataset {
  const known = documentRows(dataset);
  if (known.some(({ file_name }) => file_name === copy.file_name)) return dataset;
  const [document, ...copies] = [...known, copy].toSorted((a, b) =>
    byCodeUnit(a.file_name, b.file_name),
  );
  return document === undefined ? dataset : { ...dataset, document, copies };
}

/** The dataset of the same bytes under other names: those of `sources` alone, a name once. */
export function withSources(
  dataset: DocumentDataset,
  [first, ...others]: readonly [Source, ...Source[]],
): DocumentDataset {
  const row = (source: Source) => ({ ...dataset.document, ...source });
  const alone: DocumentDataset = { ...dataset, document: row(first), copies: [] };
  return others.reduce((named, source) => withCopy(named, row(source)), alone);
}

/** The rows of documents.csv: one a name. */
export function documentRows(
  dataset: Pick<DocumentDataset, "document" | "copies">,
): readonly DatasetRecord<"documents">[] {
  return [dataset.document, ...dataset.copies];
}
