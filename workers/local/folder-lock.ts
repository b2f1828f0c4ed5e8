import { randomUUID } from "node:crypto";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { isAlive } from "./is-alive.js";

/** The one process that may write to an output folder. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

const holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  token: z.string(),
});

/** A process that has a folder. */
export type Holder = z.infer<typeof holder>;

const NAME = ".gongkai.lock";
const LOOK_EVERY_MS = 200;
const BEAT_EVERY_MS = 5000;

/** A process that has not been heard of for so long is taken for dead. */
const SILENT_MS = 60_000;

/** A lock file that nothing was written to for so long never will be. */
const UNFINISHED_MS = 5000;

/**
 * Waits until no other process writes to a folder, and keeps it until it is released. What a process
 * of this machine left when it died is taken away at once; another machine's, when it has been silent
 * for a minute.
 * `onWait` is called once where another process has it: with who that is.
 */
export async function lockFolder(
  folder: string,
  onWait?: (holder: Holder) => void,
): Promise<FolderLock> {
  const path = join(folder, NAME);
  const own: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  let told = false;
  while (!(await made(path, JSON.stringify(own)))) {
    if (await takenAway(path)) continue;
    const other = await holderOf(path);
    if (!told && other !== undefined) {
      onWait?.(other);
      told = true;
    }
    await wait(LOOK_EVERY_MS);
  }
  return held(path, own);
}

/** Keeps saying that this process lives. */
function held(path: string, own: Holder): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A lock file that is gone was taken away by hand; there is nobody to tell.
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_EVERY_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      const other = await holderOf(path);
      if (other?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** Makes a file; false where there is one. */
async function made(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    // On a full disk it may have been made, but not written.
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Takes away what a dead process left. Only one process does so at a time, and looks again first:
 * else it might take away the lock of another that was quicker.
 */
async function takenAway(path: string): Promise<boolean> {
  if (!(await isLeft(path))) return false;
  const guard = `${path}.taking-away`;
  if ((await silence(guard)) > SILENT_MS) await rm(guard, { force: true });
  if (!(await made(guard, ""))) return false;
  try {
    if (!(await isLeft(path))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** Whether the process that made a lock is dead, as far as can be known. */
async function isLeft(path: string): Promise<boolean> {
  const silent = await silence(path);
  const other = await holderOf(path);
  if (other === undefined) return silent > UNFINISHED_MS;
  return silent > SILENT_MS || (other.host === hostname() && !isAlive(other.pid));
}

/** How long ago a file was last touched, in ms; 0 where there is none. */
async function silence(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (isCode(error, "ENOENT")) return 0;
    throw error;
  }
}

/** Who has the folder; undefined where nobody has, or the file is not whole (yet). */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return holder.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch (error) {
    if (isCode(error, "ENOENT") || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
