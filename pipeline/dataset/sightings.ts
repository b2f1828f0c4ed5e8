import { isDeepStrictEqual } from "node:util";
import type { DatasetRecord } from "../model/records/registry.js";
import type { DocumentDataset, DocumentHead } from "./dataset.js";
import { byCodeUnit } from "./order.js";

/** What a crawler saw of a document over time: the last columns of documents.csv. */
export type Sighting = Pick<
  DatasetRecord<"documents">,
  "version" | "supersedes" | "first_seen" | "last_seen" | "gone_on"
>;

/** Of a document that no crawler saw. */
export const UNSEEN: Sighting = {
  version: null,
  supersedes: null,
  first_seen: null,
  last_seen: null,
  gone_on: null,
};

/** What was seen at each path of origins.csv; the members of an archive are seen where it is. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** The dataset with what was seen of it, where anything was and it does not say so yet; else undefined. */
export function sightingFor(head: DocumentHead, sightings: Sightings): Sighting | undefined {
  const seen = head.origins.flatMap(({ path, origin }) => {
    const sighting = sightings.get(path);
    if (sighting !== undefined) return [sighting];
    const archive = origin === null ? undefined : sightings.get(path.split("!/")[0] ?? path);
    return archive === undefined ? [] : [{ ...archive, supersedes: null }];
  });
  const merged = mergedSighting(seen);
  const { version, supersedes, first_seen, last_seen, gone_on } = head.document;
  const before = { version, supersedes, first_seen, last_seen, gone_on };
  return merged === undefined || isDeepStrictEqual(before, merged) ? undefined : merged;
}

export function withSighting(dataset: DocumentDataset, sighting: Sighting): DocumentDataset {
  return { ...dataset, document: { ...dataset.document, ...sighting } };
}

/** One document at several places: the place that had it first leads; it is gone when it is gone from all. */
function mergedSighting(sightings: readonly Sighting[]): Sighting | undefined {
  const byFirst = sightings.toSorted((a, b) => byTime(a.first_seen, b.first_seen));
  const [first] = byFirst;
  if (first === undefined) return undefined;
  const last = sightings.toSorted((a, b) => byTime(a.last_seen, b.last_seen)).at(-1) ?? first;
  const gone = sightings.map(({ gone_on }) => gone_on).toSorted(byTime);
  return {
    ...first,
    last_seen: last.last_seen,
    gone_on: gone.includes(null) ? null : (gone.at(-1) ?? null),
  };
}

function byTime(a: string | null, b: string | null): number {
  return byCodeUnit(a ?? "", b ?? "");
}
