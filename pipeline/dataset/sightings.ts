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

/** What was seen at a path. */
export interface Seen extends Sighting {
  /** The path of the version before it. */
  readonly before: string | null;
}

/** What was seen at each path of origins.csv; the members of an archive are seen where it is. */
export type Sightings = ReadonlyMap<string, Seen>;

/** A document at a path. */
export type Placed = Pick<DatasetRecord<"origins">, "document_id" | "path">;

/**
 * The sightings with those of the members of archives: a member is a version of the member of its name in the version
 * of the archive before. `places` are all that may be members; they are asked for where an archive has versions alone.
 */
export async function withMembers(
  sightings: Sightings,
  places: () => AsyncIterable<Placed>,
): Promise<Sightings> {
  if (![...sightings.values()].some(({ before }) => before !== null)) return sightings;
  const ids = new Map<string, string>();
  for await (const { path, document_id } of places())
    if (archiveOf(path, sightings) !== undefined) ids.set(path, document_id);
  const members = [...ids].flatMap(([path, id]): readonly [string, Seen][] => {
    const archive = archiveOf(path, sightings);
    if (archive === undefined || archive.before === null) return [];
    const before = archive.before + path.slice(path.indexOf(INTO));
    const supersedes = ids.get(before) ?? null;
    return [[path, { ...archive, before, supersedes: supersedes === id ? null : supersedes }]];
  });
  return new Map([...sightings, ...members]);
}

/** What stands between the path of an archive and that of its member. */
const INTO = "!/";

function archiveOf(path: string, sightings: Sightings): Seen | undefined {
  const at = path.indexOf(INTO);
  return at < 0 ? undefined : sightings.get(path.slice(0, at));
}

/** The dataset with what was seen of it, where anything was and it does not say so yet; else undefined. */
export function sightingFor(head: DocumentHead, sightings: Sightings): Sighting | undefined {
  const seen = head.origins.flatMap(({ path }) => {
    const sighting = sightings.get(path);
    if (sighting !== undefined) return [sighting];
    const archive = archiveOf(path, sightings);
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
function mergedSighting(sightings: readonly Seen[]): Sighting | undefined {
  const byFirst = sightings.toSorted((a, b) => byTime(a.first_seen, b.first_seen));
  const [first] = byFirst;
  if (first === undefined) return undefined;
  const last = sightings.toSorted((a, b) => byTime(a.last_seen, b.last_seen)).at(-1) ?? first;
  const gone = sightings.map(({ gone_on }) => gone_on).toSorted(byTime);
  const { before: _before, ...sighting } = first;
  return {
    ...sighting,
    last_seen: last.last_seen,
    gone_on: gone.includes(null) ? null : (gone.at(-1) ?? null),
  };
}

function byTime(a: string | null, b: string | null): number {
  return byCodeUnit(a ?? "", b ?? "");
}
