import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { openStore } from "../../../workers/store/open-store.js";
import type { Store } from "../../../workers/store/store.js";
import { removeFolder } from "../../remove-folder.js";

/** Makes stores in folders that are gone after each test. */
export function temporaryStores(): () => Promise<Store> {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await removeFolder(folder);
  });
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), "gongkai-store-"));
    folders.push(folder);
    return openStore(folder);
  };
}

/** What a store holds under a prefix. */
export async function heldIn(
  store: Store,
  prefix: string,
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
  const held = new Map<string, Uint8Array | undefined>();
  for await (const key of store.list(prefix)) held.set(key, await store.get(key));
  return held;
}

/** Puts something else in the place of what a store holds. */
export async function damage(
  store: Store,
  key: string,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<void> {
  await store.put(key, change((await store.get(key)) ?? new Uint8Array()));
}
