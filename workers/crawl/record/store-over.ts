import type { Store } from "../../store/store.js";

/** A store that shows what another holds under what was put into it, and leaves the other as it is. */
export function storeOver(below: Store, own: Store): Store {
  return {
    address: below.address,
    put: own.put,
    putFile: own.putFile,
    get: async (key) => (await own.get(key)) ?? below.get(key),
    size: async (key) => (await own.size(key)) ?? below.size(key),
    list: async function* (prefix) {
      const keys = new Set<string>();
      for (const store of [below, own]) for await (const key of store.list(prefix)) keys.add(key);
      yield* [...keys].toSorted();
    },
    remove: own.remove,
    close: async () => {
      await Promise.all([below.close(), own.close()]);
    },
  };
}
