import { mkdir } from "node:fs/promises";
import { lockFolder } from "../workers/local/folder-lock.js";
import type { Holder } from "../workers/local/folder-lock.js";
import { UsageError } from "./terminal.js";
import type { Terminal } from "./terminal.js";

/**
 * Does some work on an output folder, which is made where there is none, while no other process
 * writes to it.
 *
 * @throws UsageError where the folder cannot be made
 */
export async function inFolder<T>(
  folder: string,
  terminal: Terminal,
  work: () => Promise<T>,
): Promise<T> {
  await makeFolder(folder);
  const lock = await lockFolder(folder, (holder) => tellWait(folder, holder, terminal));
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new UsageError(`the output folder ${folder} cannot be made`, { cause });
  }
}

function tellWait(folder: string, { pid, host }: Holder, { stderr }: Terminal): void {
  stderr.write(`Waiting for process ${pid} on ${host}, which is writing to ${folder}.\n`);
}
