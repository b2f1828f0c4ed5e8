import type { Store } from "../../../workers/store/store.js";

/** A store in memory, and what it holds. */
export function memoryStore(): Store & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    address: "memory:",
    put: async (key, bytes) => void held.set(key, bytes),
    putFile: () => Promise.reject(new Error("not asked for here")),
    get: async (key) => held.get(key),
    size: async (key) => held.get(key)?.length,
    async *list(prefix) {
      yield* [...held.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    },
    remove: async (key) => void held.delete(key),
    close: async () => undefined,
  };
}
