import { createHash, randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file that grows out of sight and appears under its name when it is whole. */
export interface GrowingFile {
  /** Text, or bytes of text in UTF-8. */
  readonly append: (text: string | Uint8Array) => Promise<void>;
  /** Has all of it on the disk, still out of sight. */
  readonly complete: () => Promise<FileFacts>;
  /** Puts a complete file in its place, over what stood there. */
  readonly show: () => Promise<void>;
  /** Leaves what stood there, unless it was shown. */
  readonly abandon: () => Promise<void>;
}

export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK = 1 << 20;

const UNFINISHED = /^\..*\.[0-9a-f]{8}\.part$/u;

/**
 * Begins a file. Until it is shown it is a hidden one beside its place, under a name of its own: two
 * that grow for one place at once do not get into each other.
 */
export async function growFile(path: string): Promise<GrowingFile> {
  const hidden = unfinished(path);
  const handle = await open(hidden, "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting = "";
  const write = async (chunk: Uint8Array) => {
    bytes += chunk.length;
    hash.update(chunk);
    await handle.writeFile(chunk);
  };
  const flush = async () => {
    const chunk = Buffer.from(waiting, "utf8");
    waiting = "";
    await write(chunk);
  };
  return {
    append: async (text) => {
      if (typeof text === "string") waiting += text;
      if (typeof text !== "string" || waiting.length >= CHUNK) await flush();
      if (typeof text !== "string") await write(text);
    },
    complete: async () => {
      await flush();
      await handle.sync();
      await handle.close();
      return { bytes, sha256: hash.digest("hex") };
    },
    show: () => rename(hidden, path),
    abandon: async () => {
      await handle.close();
      await rm(hidden, { force: true });
    },
  };
}

/** A hidden file beside a place, for what is written there out of sight: another one each time. */
export function unfinished(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.part`);
}

/** Whether a file of that name was left unfinished, or is being written. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Writes a file whole or not at all: what stood there stays where `write` throws. */
export async function writeGrown(
  path: string,
  write: (append: GrowingFile["append"]) => Promise<void>,
): Promise<void> {
  const file = await growFile(path);
  try {
    await write(file.append);
    await file.complete();
    await file.show();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
