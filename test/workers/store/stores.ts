import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../workers/store/open-store.js";
import type { Store } from "../../../workers/store/store.js";
import { startS3Server } from "./s3-server.js";

/** A new store of some kind, and how to be rid of it. */
export interface Opened {
  readonly store: Store;
  /** As `--store` takes it. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Every kind of store that there is. */
export const KINDS: readonly (readonly [name: string, open: () => Promise<Opened>])[] = [
  ["a file: store", inFolder],
  ["an s3: store", inBucket],
];

/** A store in a new folder. */
async function inFolder(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-store-"));
  const url = `file://${folder}`;
  const store = await openStore(url);
  return { store, url, stop: async () => rmSync(folder, { recursive: true }) };
}

async function inBucket(): Promise<Opened> {
  const server = await startS3Server();
  const url = server.url.replace("?", "/a/prefix?");
  const store = await openStore(url);
  const stop = async () => {
    await store.close();
    await server.stop();
  };
  return { store, url, stop };
}

/** The keys under a prefix. */
export async function keysOf(store: Store, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys;
}

/** Plain bytes, as they compare with those that any kind of store gives. */
export function plain(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes && new Uint8Array(bytes);
}
