import { createHash } from "node:crypto";
import { prefetch } from "../../pipeline/dataset/write/prefetch.js";
import { parseNamed, printNamed } from "../../pipeline/dataset/named.js";
import type { Named } from "../../pipeline/dataset/named.js";
import { byCodeUnit } from "../../pipeline/dataset/order.js";
import { SHARD, namesKey } from "../store/keys.js";
import { pack, unpack } from "../store/packing.js";
import { DamagedStore } from "../store/store.js";
import type { Store } from "../store/store.js";
import { datasetName, namesPrefix } from "./datasets.js";

/** All the names of one document in a dataset, sorted, each once. */
export type DocumentNames = readonly [Named, ...Named[]];

const ID_LENGTH = 32;
const AT_ONCE = 16;

/**
 * Adds names to a dataset of the store: those of one submission. Returns the submission's id, which
 * is made of the names alone, not of when they were found: the same names are written to the same
 * places, whoever gives them in whatever order and whenever. The earliest finding stays.
 *
 * @throws UnusableDatasetName
 * @throws StoreUnavailable
 */
export async function writeNames(
  store: Store,
  dataset: string,
  names: Iterable<Named>,
): Promise<string> {
  datasetName(dataset);
  const shards = shardsOf(names);
  const submission = idOf(shards);
  const put = ([shard, some]: Shard) => putNames(store, namesKey(dataset, shard, submission), some);
  for (let at = 0; at < shards.length; at += AT_ONCE)
    await Promise.all(shards.slice(at, at + AT_ONCE).map(put));
  return submission;
}

/**
 * The documents of a dataset with their names, in the order of their ids; the names of all
 * submissions together, whatever their order. Memory holds a few of the dataset's 256 parts.
 *
 * @throws DamagedStore where names cannot be read back
 * @throws StoreUnavailable
 */
export async function* readNames(store: Store, dataset: string): AsyncGenerator<DocumentNames> {
  const read = (keys: readonly string[]) => readShard(store, keys);
  for await (const names of prefetch(shardKeys(store, dataset), read, { most: 4 }))
    yield* documentsOf(names);
}

type Shard = readonly [shard: string, names: readonly Named[]];

function shardsOf(names: Iterable<Named>): readonly Shard[] {
  const shards = new Map<string, Named[]>();
  for (const name of names) {
    const shard = name.document_id.slice(0, SHARD);
    const some = shards.get(shard) ?? [];
    some.push(name);
    shards.set(shard, some);
  }
  return [...shards]
    .map(([shard, some]) => [shard, earliest(some)] as const)
    .toSorted(([a], [b]) => byCodeUnit(a, b));
}

/** Each name once, as it was found first, sorted. */
function earliest(names: readonly Named[]): readonly Named[] {
  const first = new Map<string, Named>();
  for (const name of names.toSorted(inOrder)) {
    const key = whatIsNamed(name);
    if (!first.has(key)) first.set(key, name);
  }
  return [...first].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, name]) => name);
}

function whatIsNamed(name: Named): string {
  return `${printNamed({ ...name, retrieved_at: null })}\n`;
}

function idOf(shards: readonly Shard[]): string {
  const hash = createHash("sha256");
  for (const [, names] of shards) for (const name of names) hash.update(whatIsNamed(name));
  return hash.digest("hex").slice(0, ID_LENGTH);
}

/** Puts the names of a submission where they were put before, had they been found earlier then. */
async function putNames(store: Store, key: string, names: readonly Named[]): Promise<void> {
  const before = names.some(({ retrieved_at }) => retrieved_at !== null)
    ? await wholeNames(store, key)
    : [];
  const lines = earliest([...before, ...names]).map((name) => `${printNamed(name)}\n`);
  await store.put(key, await pack(Buffer.from(lines.join(""))));
}

/** The names under a key; none where they are damaged, so that they are written again. */
async function wholeNames(store: Store, key: string): Promise<readonly Named[]> {
  try {
    return await readKey(store, key);
  } catch (error) {
    if (error instanceof DamagedStore) return [];
    throw error;
  }
}

const KEY = /\/names\/([0-9a-f]+)\/[0-9a-f]+\.jsonl\.gz$/u;

/** The keys of the names of each shard. */
async function* shardKeys(store: Store, dataset: string): AsyncGenerator<readonly string[]> {
  let keys: string[] = [];
  let last: string | undefined;
  for await (const key of store.list(namesPrefix(dataset))) {
    const shard = shardIn(key);
    if (shard !== last && last !== undefined) {
      yield keys;
      keys = [];
    }
    keys.push(key);
    last = shard;
  }
  if (keys.length > 0) yield keys;
}

function shardIn(key: string): string {
  const [, shard] = KEY.exec(key) ?? [];
  if (shard !== undefined) return shard;
  throw new DamagedStore({
    en: `${key} is no list of names of this program. Remove it.`,
    zh: `${key} 不是本程序写的名称清单，请删除。`,
  });
}

/** The names of a shard, of all submissions, in the order in which they are to be published. */
async function readShard(store: Store, keys: readonly string[]): Promise<readonly Named[]> {
  const names: Named[] = [];
  const read = (key: string) => readKey(store, key);
  for await (const some of prefetch(keys, read, { most: AT_ONCE })) names.push(...some);
  return names.toSorted(inOrder);
}

async function readKey(store: Store, key: string): Promise<readonly Named[]> {
  const packed = await store.get(key);
  // It was removed after it was listed.
  if (packed === undefined) return [];
  try {
    const lines = (await unpack(packed)).toString("utf8").split("\n");
    return lines.filter((line) => line !== "").map(parseNamed);
  } catch (cause) {
    throw new DamagedStore(
      {
        en: `${key} in ${store.address} is not what was put there. Remove it and submit its documents again.`,
        zh: `${store.address} 中的 ${key} 与存入时不同。请删除它，并重新提交其文档。`,
      },
      { cause },
    );
  }
}

/** Of one name found twice, the earliest finding leads. */
function inOrder(a: Named, b: Named): number {
  return (
    byCodeUnit(a.document_id, b.document_id) ||
    byCodeUnit(a.file_name, b.file_name) ||
    byCodeUnit(a.path, b.path) ||
    byCodeUnit(a.retrieved_at ?? LAST, b.retrieved_at ?? LAST) ||
    byCodeUnit(printNamed(a), printNamed(b))
  );
}

/** After every time. */
const LAST = "~";

function* documentsOf(names: readonly Named[]): Generator<DocumentNames> {
  let document: [Named, ...Named[]] | undefined;
  for (const name of names) {
    if (document?.[0].document_id !== name.document_id) {
      if (document !== undefined) yield document;
      document = [name];
    } else if (document.at(-1)?.path !== name.path) document.push(name);
  }
  if (document !== undefined) yield document;
}
