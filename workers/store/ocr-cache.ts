import type { OcrCache } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { ocrKey } from "./keys.js";
import { openStore } from "./open-store.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";
import { STORE } from "./settings.js";

/**
 * Keeps in a store what was recognized. The store is opened when it is first needed. Where it does
 * not work pages are recognized as if nothing were kept, and it is tried again after a minute.
 */
export function openOcrCache(
  address: string,
  onFault: (reason: Bilingual<string>) => void,
): OcrCache {
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
      until = performance.now() + STORE.leftAlone;
      onFault(error.says);
      return undefined;
    }
  };
  return {
    get: (key) => ask((opened) => opened.get(ocrKey(key))),
    put: (key, result) => ask((opened) => opened.put(ocrKey(key), result)),
  };
}
