import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../local/is-alive.js";

const NAME = /^gongkai-compile-(\d+)-/u;

/** A new folder of this process, where a dataset is compiled before it goes to the store. */
export function scratchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `gongkai-compile-${process.pid}-`));
}

/** Removes what processes of this machine left when they were killed while they compiled. */
export async function sweepScratch(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    if (!isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}
