import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "../../pipeline/model/errors.js";
import { isAlive } from "./is-alive.js";

/** What a folder is for: a dataset compiled, or documents fetched, before they go to the store. */
type Purpose = "compile" | "fetch";

/** All that this machine's processes make folders for: readers have documents converted in theirs. */
const PURPOSES = ["compile", "fetch", "office"] as const;

/** What the names of this machine's folders begin with; containers may share a folder, but no numbers. */
function beginningFor(purpose: (typeof PURPOSES)[number]): string {
  return `gongkai-${purpose}-${hostname()}-`;
}

/** A new folder of this process, which no other user may read. */
export function scratchFolder(purpose: Purpose): Promise<string> {
  return mkdtemp(join(tmpdir(), `${beginningFor(purpose)}${process.pid}-`));
}

const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does some work with a new folder, which is removed afterwards: also where a signal ends the process. */
export async function inScratchFolder<T>(
  purpose: Purpose,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await scratchFolder(purpose);
  const onSignal = (signal: NodeJS.Signals) => {
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.once(signal, onSignal);
  try {
    return await work(folder);
  } finally {
    for (const signal of ENDING) process.off(signal, onSignal);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes of this machine left when they were killed. */
export async function sweepScratch(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const begins of PURPOSES.map(beginningFor))
    for (const name of names.filter((each) => each.startsWith(begins))) {
      const pid = Number.parseInt(name.slice(begins.length), 10);
      if (!isAlive(pid)) await removed(join(tmpdir(), name));
    }
}

async function removed(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    // Another user's; that user's workers remove it.
    if (!["EPERM", "EACCES"].includes(codeOf(error) ?? "")) throw error;
  }
}
