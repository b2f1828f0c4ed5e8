import { UnreadableSource, VERSION, failed } from "../../index.js";
import type { DocumentDataset, Source } from "../../index.js";
import { prefetch } from "../../pipeline/dataset/write/prefetch.js";
import { withSources } from "../../pipeline/dataset/origins.js";
import type { Sources } from "../../pipeline/dataset/origins.js";
import { sightingFor, withSighting } from "../../pipeline/dataset/sightings.js";
import type { Sightings } from "../../pipeline/dataset/sightings.js";
import { failureOf, sourceNamed } from "../../pipeline/dataset/named.js";
import { resultKey } from "../store/keys.js";
import type { Store } from "../store/store.js";
import { readNames } from "./names.js";
import type { DocumentNames } from "./names.js";
import { unpackResult } from "../store/stored-result.js";

/** A dataset of a store, and what is known of documents without a result. */
export interface StoredDataset {
  readonly store: Store;
  readonly dataset: string;
  /** What crawls saw of the documents. */
  readonly sightings?: Sightings;
  /** Why a document that has no result has none, where that is known. */
  readonly reasonOf?: (source: Source) => Promise<UnreadableSource | undefined>;
}

/** A document under its names. */
export interface NamedDocument {
  readonly dataset: DocumentDataset;
  /** The JSON of the same document under other names, where a result is stored. */
  readonly stored?: Uint8Array;
  /** No result is stored of its bytes. */
  readonly missing: boolean;
}

/** Results fetched ahead: many, since a bucket is far away; small, since they are packed. */
const FETCHED = {
  most: 16,
  weigh: ([{ bytes }]: DocumentNames) => bytes,
  mostWeight: 64_000_000,
};

/** Results unpacked ahead, which hold some fifty times their packed size. */
const UNPACKED = {
  most: 8,
  // A result that the store does not hold weighs nothing.
  weigh: ({ packed }: Fetched) => packed?.length ?? 0,
  mostWeight: 2_000_000,
};

/**
 * The documents of a dataset under their names, in the order of their ids, each when it is kept. How
 * many are in memory does not grow with the dataset.
 *
 * @throws DamagedStore where names or a result cannot be read back
 * @throws StoreUnavailable
 */
export function namedDocuments(
  from: StoredDataset,
  keep: (document: NamedDocument) => Promise<void>,
): AsyncGenerator<NamedDocument> {
  const names = readNames(from.store, from.dataset);
  const fetched = prefetch(names, (each) => fetchResult(from, each), FETCHED);
  const kept = async (each: Fetched) => {
    const document = await documentNamed(from, each);
    await keep(document);
    return document;
  };
  return prefetch(fetched, kept, UNPACKED);
}

interface Fetched {
  readonly names: DocumentNames;
  readonly packed?: Uint8Array;
}

async function fetchResult({ store }: StoredDataset, names: DocumentNames): Promise<Fetched> {
  if (names.every(({ failure }) => failure !== undefined)) return { names };
  const packed = await store.get(resultKey(names[0].sha256));
  return packed === undefined ? { names } : { names, packed };
}

async function documentNamed(
  from: StoredDataset,
  { names, packed }: Fetched,
): Promise<NamedDocument> {
  const [first, ...others] = names;
  const sources: Sources = [sourceNamed(first), ...others.map(sourceNamed)];
  if (packed !== undefined) {
    const { dataset, json } = await unpackResult(from.store, first.sha256, packed);
    return { dataset: seen(from, withSources(dataset, sources)), stored: json, missing: false };
  }
  const wanted = names.find(({ failure }) => failure === undefined);
  const reason =
    wanted === undefined ? failureOf(first) : await from.reasonOf?.(sourceNamed(wanted));
  const dataset = withSources(failed(sources[0], reason ?? NOT_READ), sources);
  return { dataset: seen(from, dataset), missing: wanted !== undefined };
}

/** The dataset with what crawls saw of it. */
function seen({ sightings = new Map() }: StoredDataset, dataset: DocumentDataset): DocumentDataset {
  const sighting = sightingFor(dataset, sightings);
  return sighting === undefined ? dataset : withSighting(dataset, sighting);
}

const NOT_READ = new UnreadableSource("not_read", {
  en: `The store holds nothing that gongkai ${VERSION} made of it: it is still to be read, or reading it was given up. See gongkai status; gongkai retry --failed, or gongkai submit, has it read.`,
  zh: `存储中没有 gongkai ${VERSION} 对它的读取结果：尚未读取，或已放弃读取。请看 gongkai status；用 gongkai retry --failed 或 gongkai submit 可再次读取。`,
});
