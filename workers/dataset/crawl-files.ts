import { join } from "node:path";
import type { DatasetRecord } from "../../pipeline/model/records/registry.js";
import type { Placed } from "../../pipeline/dataset/sightings.js";
import { writeCrawlCsv } from "../crawl/record/crawl-csv.js";
import { writeChanges } from "../crawl/report/changes-csv.js";
import type { Versions } from "../crawl/report/changes-csv.js";
import { getResult } from "../store/documents.js";
import type { StoredDataset } from "./named-documents.js";
import { readNames } from "./names.js";

/** A document of a dataset that is a later version of another. */
export type Later = Pick<DatasetRecord<"documents">, "sha256" | "supersedes">;

/** Where the documents of a stored dataset come from. */
export async function* placesOf({ store, dataset }: StoredDataset): AsyncGenerator<Placed> {
  for await (const names of readNames(store, dataset)) yield* names;
}

interface Crawled {
  readonly folder: string;
  readonly sites: readonly string[];
  readonly later: readonly Later[];
}

/** Writes what the crawls of a dataset's sites came to beside its other files: crawl.csv and changes.csv. */
export async function writeCrawlFiles(
  from: StoredDataset,
  { folder, sites, later }: Crawled,
): Promise<void> {
  await writeCrawlCsv(from.store, sites, join(folder, "crawl.csv"));
  await writeChanges(join(folder, "changes.csv"), versionsOf(from, later));
}

/** Those versions of which both have a result. */
async function* versionsOf(from: StoredDataset, later: readonly Later[]): AsyncGenerator<Versions> {
  if (later.length === 0) return;
  const wanted = new Set(later.map(({ supersedes }) => supersedes));
  const hashes = new Map<string, string>();
  for await (const [{ document_id, sha256 }] of readNames(from.store, from.dataset))
    if (wanted.has(document_id)) hashes.set(document_id, sha256);
  for (const { sha256, supersedes } of later) {
    const before = hashes.get(supersedes ?? "");
    if (before === undefined) continue;
    const [old, now] = [await getResult(from.store, before), await getResult(from.store, sha256)];
    if (old !== undefined && now !== undefined) yield [old, now];
  }
}
