import { randomUUID } from "node:crypto";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { ToldError, codeOf } from "../../pipeline/model/errors.js";
import { sweepOutput } from "../../pipeline/dataset/folder.js";
import { isAlive } from "./is-alive.js";
import { LOCAL } from "./settings.js";

/** The one process that may write to an output folder. */
export interface FolderLock {
  /** @throws LostFolder where the folder is no longer this process's */
  readonly check: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** The output folder was moved or removed while a run wrote to it, or another process took it. */
class LostFolder extends ToldError {
  override readonly name = "LostFolder";
}

const holderForm = z.object({
  pid: z.int().positive(),
  host: z.string(),
  token: z.string(),
});

/** A process that has a folder. */
export type Holder = z.infer<typeof holderForm>;

const NAME = ".gongkai.lock";

export interface LockOptions {
  /** Called once where another process has the folder: with who that is. */
  readonly onWait?: (holder: Holder) => void;
  /** For how long a process may be silent that lives as far as is known, in ms; a minute. */
  readonly silent?: number;
}

/**
 * Waits until no other process writes to a folder, and keeps it until it is released. What a process
 * of this machine left when it died is taken away at once; any other's, when it has been silent
 * for a minute of this machine's time. Files that it left unfinished are removed.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { onWait, silent = LOCAL.lockSilent } = options;
  const path = join(folder, NAME);
  const own: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  let seen: Seen | undefined;
  let told = false;
  while (!(await made(path, JSON.stringify(own)))) {
    seen = await look(path, seen);
    if (seen === undefined || (isLeft(seen, silent) && (await takenAway(path, seen)))) continue;
    if (!told && seen.holder !== undefined) {
      onWait?.(seen.holder);
      told = true;
    }
    await wait(LOCAL.lockLookedEvery);
  }
  await sweepOutput(folder);
  return held(path, own);
}

/** A lock of another process, as it was found. */
interface Seen {
  /** Undefined where the file is not whole (yet). */
  readonly holder: Holder | undefined;
  /** When the holder last said that it lives, by its own clock. */
  readonly beat: number;
  /** Since when it has not changed, by the clock of this process, which no other has to agree with. */
  readonly since: number;
}

/** The lock as it is now; undefined where there is none. */
async function look(path: string, before: Seen | undefined): Promise<Seen | undefined> {
  const beat = await beatOf(path);
  if (beat === undefined) return undefined;
  const holder = await holderOf(path);
  const isSame = before?.beat === beat && before.holder?.token === holder?.token;
  return { holder, beat, since: isSame ? before.since : performance.now() };
}

/** Whether the process that made a lock is dead, as far as can be known. */
function isLeft({ holder, since }: Seen, silent: number): boolean {
  if (holder?.host === hostname() && !isAlive(holder.pid)) return true;
  return performance.now() - since > (holder === undefined ? LOCAL.lockUnfinished : silent);
}

/** Keeps saying that this process lives. */
function held(path: string, own: Holder): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    // Where the file is gone the next check says so.
    utimes(path, now, now).catch(() => undefined);
  }, LOCAL.lockBeatEvery);
  beat.unref();
  const isOwn = async () => (await holderOf(path))?.token === own.token;
  return {
    check: async () => {
      if (await isOwn()) return;
      const folder = dirname(path);
      throw new LostFolder({
        en:
          `${folder} was moved, removed or taken by another process while this run wrote to it: nothing more is written. ` +
          "Put it back, or end the other process, and run the same command again. It goes on where it was.",
        zh:
          `写出过程中，${folder} 被移走、删除或被其他进程占用，不再继续写出。` +
          "请恢复该文件夹，或结束那个进程，然后再次运行同一命令，它会接着做。",
      });
    },
    release: async () => {
      clearInterval(beat);
      if (await isOwn()) await rm(path, { force: true });
    },
  };
}

/** Makes a file; false where there is one. */
async function made(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // On a full disk it may have been made, but not written.
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Takes away what a dead process left. Only one process does so at a time, and looks again first:
 * else it might take away the lock of another that was quicker.
 */
async function takenAway(path: string, left: Seen): Promise<boolean> {
  const guard = `${path}.taking-away`;
  const guarded = await beatOf(guard);
  if (guarded !== undefined && Date.now() - guarded > LOCAL.lockSilent)
    await rm(guard, { force: true });
  if (!(await made(guard, ""))) return false;
  try {
    const now = await look(path, left);
    if (now?.since !== left.since) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** When a file was last touched; undefined where there is none. */
async function beatOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Who has the folder; undefined where nobody has, or the file is not whole (yet). */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return holderForm.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
