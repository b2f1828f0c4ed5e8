import { createHash } from "node:crypto";
import type { DocumentDataset } from "../../index.js";
import { codeOf } from "../../pipeline/model/errors.js";
import { unpackResult } from "./stored-result.js";
import { resultKey, sourceKey } from "./keys.js";
import { pack, unpack } from "./packing.js";
import { DamagedStore, StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";

/** Stores the bytes of a document, unless they stand there already. */
export async function putSource(store: Store, bytes: Uint8Array, sha256: string): Promise<void> {
  const key = sourceKey(sha256);
  if (!(await isWholeSource(store, key, bytes.length))) await store.put(key, bytes);
}

/** Stores a document that stands in a file, unless it stands there already. */
export async function putSourceFile(
  store: Store,
  path: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
): Promise<void> {
  const key = sourceKey(sha256);
  if (!(await isWholeSource(store, key, bytes))) await store.putFile(key, path);
}

/** Half a write, of a service that shows such, has another size and is written over. */
async function isWholeSource(store: Store, key: string, bytes: number): Promise<boolean> {
  return (await store.size(key)) === bytes;
}

/**
 * The bytes of a document, proven to be those that were stored.
 *
 * @throws StoreUnavailable where they are not there; a share may show new files late
 * @throws DamagedStore where others are
 */
export async function getSource(store: Store, sha256: string): Promise<Uint8Array> {
  const key = sourceKey(sha256);
  const bytes = await store.get(key);
  if (bytes === undefined)
    throw new StoreUnavailable({
      en: `The store ${store.address} does not hold ${key}. If it is a share, see that it is mounted here; if it is the one that the document was submitted to, submit the document again.`,
      zh: `存储 ${store.address} 中没有 ${key}。如果是共享目录，请确认已挂载到本机；如果文档就是提交到这里的，请重新提交。`,
    });
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === sha256) return bytes;
  throw new DamagedStore({
    en: `${key} in ${store.address} is not what was put there: its SHA-256 is ${found}. Remove it and submit the document again.`,
    zh: `${store.address} 中的 ${key} 与存入时不同：其 SHA-256 为 ${found}。请删除它，并重新提交该文档。`,
  });
}

/** Stores what was made of a document, its JSON without names, over what stood there. */
export async function putResult(store: Store, sha256: string, json: Uint8Array): Promise<void> {
  await store.put(resultKey(sha256), await pack(json));
}

/**
 * Whether the store holds what this version made of a document, and holds it whole. Reads it all: a
 * service that was killed may show half of what it was given. Such a half does not count, so that
 * the document is read again and the half is written over.
 */
export async function hasResult(store: Store, sha256: string): Promise<boolean> {
  const packed = await store.get(resultKey(sha256));
  return packed !== undefined && (await isWhole(packed));
}

/**
 * What this version made of a document, under no name; undefined where it made nothing yet.
 *
 * @throws DamagedStore where what stands there is no such thing, or half of it
 */
export async function getResult(
  store: Store,
  sha256: string,
): Promise<DocumentDataset | undefined> {
  const packed = await store.get(resultKey(sha256));
  return packed && (await unpackResult(store, sha256, packed)).dataset;
}

/** The same, but undefined too where what stands there is damaged, so that it is made again. */
export async function wholeResult(
  store: Store,
  sha256: string,
): Promise<DocumentDataset | undefined> {
  try {
    return await getResult(store, sha256);
  } catch (error) {
    if (error instanceof DamagedStore) return undefined;
    throw error;
  }
}

/** Whether the CRC and the length at the end of what was packed fit the rest. */
async function isWhole(packed: Uint8Array): Promise<boolean> {
  try {
    await unpack(packed);
    return true;
  } catch (error) {
    if (isPackingFault(error)) return false;
    throw error;
  }
}

function isPackingFault(error: unknown): boolean {
  return codeOf(error)?.startsWith("Z_") === true;
}
