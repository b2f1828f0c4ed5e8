import type { OcrCache } from "../../index.js";
import { codeOf } from "../../pipeline/errors.js";
import { ocrKey } from "./keys.js";
import { openStore } from "./open-store.js";
import { pack, unpack } from "./packing.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";

/** For how long a store that does not work is left alone, in milliseconds: each try costs a page its patience. */
const LEFT_ALONE = 60_000;

/**
 * Keeps in a store what was recognized, compressed, with a checksum: what is damaged counts as not
 * there and is made again. The store is opened when it is first needed. Where it does not work pages
 * are recognized as if nothing were kept, and it is tried again after a minute.
 */
export function openOcrCache(address: string, onFault: (reason: string) => void): OcrCache {
  let store: Promise<Store> | undefined;
  let until = 0;
  const ask = async <T>(work: (opened: Store) => Promise<T>): Promise<T | undefined> => {
    if (performance.now() < until) return undefined;
    try {
      store ??= openStore(address);
      return await work(await store);
    } catch (error) {
      if (!(error instanceof StoreUnavailable || error instanceof NoSuchStore)) throw error;
      store = undefined;
      until = performance.now() + LEFT_ALONE;
      onFault(error.message);
      return undefined;
    }
  };
  return {
    get: async (key) => {
      const packed = await ask((opened) => opened.get(ocrKey(key)));
      return packed && whole(packed);
    },
    put: async (key, result) => {
      const packed = await pack(result);
      await ask((opened) => opened.put(ocrKey(key), packed));
    },
  };
}

/** What was packed; undefined where it is damaged. */
async function whole(packed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await unpack(packed);
  } catch (error) {
    if (codeOf(error)?.startsWith("Z_") === true) return undefined;
    throw error;
  }
}
