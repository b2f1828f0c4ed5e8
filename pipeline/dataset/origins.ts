import type { DocumentDataset } from "./dataset.js";
import { byCodeUnit } from "./order.js";
import { originOf } from "./source.js";
import type { OriginRow, Source } from "./source.js";

/**
 * The dataset with one more place where the same bytes were found. Which place leads does not depend on
 * which came first; a path that it has already changes nothing.
 */
export function withOrigin(dataset: DocumentDataset, row: OriginRow): DocumentDataset {
  const known = dataset.origins;
  if (known.some(({ path }) => path === row.path)) return dataset;
  return under(dataset, [...known, row]);
}

/** All the places where one document was found. */
export type Sources = readonly [Source, ...Source[]];

/** The dataset of bytes that were found at these places alone, a path once. */
export function withSources(
  dataset: DocumentDataset,
  [first, ...others]: Sources,
): DocumentDataset {
  return others.map(originOf).reduce(withOrigin, under(dataset, [originOf(first)]));
}

function under(dataset: DocumentDataset, rows: readonly OriginRow[]): DocumentDataset {
  const origins = rows.toSorted(
    (a, b) => byCodeUnit(a.file_name, b.file_name) || byCodeUnit(a.path, b.path),
  );
  const [first] = origins;
  if (first === undefined) return dataset;
  const { path, file_name, origin, source_url, retrieved_at } = first;
  const leading = { path, file_name, origin, source_url, retrieved_at };
  return { ...dataset, document: { ...dataset.document, ...leading }, origins };
}
