import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "../../pipeline/errors.js";
import { isAlive } from "../local/is-alive.js";

/** What the names of this machine's folders begin with; containers may share a folder, but no numbers. */
const BEGINS = `gongkai-compile-${hostname()}-`;

/** A new folder of this process, where a dataset is compiled before it goes to the store. */
export function scratchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${BEGINS}${process.pid}-`));
}

/** Removes what processes of this machine left when they were killed while they compiled. */
export async function sweepScratch(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(BEGINS))) {
    const pid = Number.parseInt(name.slice(BEGINS.length), 10);
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
