import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { isNotThere, isSystemError } from "./file-faults.js";

/** The folder of a store where files stand while they are written. */
export const INCOMING = ".incoming";

/** Where files are written before they are moved to their place, whole and on the disk. */
export interface Incoming {
  /** Lets a file be written under a name that nobody else uses, then moves it to its path. */
  readonly receive: (path: string, write: (path: string) => Promise<void>) => Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Opens the folder of a store where files are written first. What writers left there that were killed
 * is removed when it is a day old, by the clock of this machine.
 */
export async function openIncoming(root: string): Promise<Incoming> {
  const folder = join(root, INCOMING);
  await makeFolder(folder);
  await sweep(folder, Date.now() - DAY_MS);
  const writer = writerName();
  let count = 0;
  return {
    receive: async (path, write) => {
      count += 1;
      const written = join(folder, `${writer}-${count}`);
      try {
        await write(written);
        await move(written, path);
      } catch (error) {
        // What cannot be removed either is swept in a day; the first error says what is wrong.
        await rm(written, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Containers may share host names and process ids, and a process may open a store twice; hence the rest. */
function writerName(): string {
  return `${hostname()}-${process.pid}-${randomBytes(6).toString("hex")}`;
}

async function sweep(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const written = await lastWritten(path);
    if (written !== undefined && written < before) await rm(path, { force: true });
  }
}

/** When a file was last written to; undefined where it was moved to its place meanwhile. */
async function lastWritten(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

/** Moves a file to its place, so that it stays there when the power fails. */
async function move(from: string, path: string): Promise<void> {
  const folder = dirname(path);
  try {
    await rename(from, path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ENOENT") throw error;
    await makeFolder(folder);
    await rename(from, path);
  }
  await syncFolder(folder);
}

/**
 * Makes a folder and those above it, where they are not there. `mkdir` with `recursive` would call a
 * full disk a missing folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ENOENT") throw error;
    await makeFolder(dirname(folder));
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (isSystemError(error) && error.code === "EEXIST") return;
    throw error;
  }
  await syncFolder(dirname(folder));
}

/** How systems say that a folder is not written to the disk on demand, or not by this user. */
const CANNOT_SYNC: ReadonlySet<string> = new Set(["EINVAL", "ENOTSUP", "EISDIR", "EACCES"]);

async function syncFolder(folder: string): Promise<void> {
  try {
    await using(await open(folder), (handle) => handle.sync());
  } catch (error) {
    if (!isSystemError(error) || !CANNOT_SYNC.has(error.code)) throw error;
  }
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>) {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
