import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { codeOf } from "../pipeline/errors.js";
import { lockFolder } from "../workers/local/folder-lock.js";
import type { FolderLock, Holder } from "../workers/local/folder-lock.js";
import { makeFolder } from "../workers/store/incoming.js";
import { UsageError } from "./terminal.js";
import type { Terminal } from "./terminal.js";

/**
 * Does some work on an output folder, which is made where there is none, while no other process
 * writes to it.
 *
 * @throws UsageError where the folder cannot be made
 * @throws UnwritableFolder where the disk does not take what is written
 */
export async function inFolder<T>(
  folder: string,
  terminal: Terminal,
  work: (lock: FolderLock) => Promise<T>,
): Promise<T> {
  try {
    await madeFolder(folder);
    const lock = await lockFolder(folder, {
      onWait: (holder) => tellWait(folder, holder, terminal),
    });
    return await work(lock).finally(lock.release);
  } catch (error) {
    throw isOfDisk(error) ? new UnwritableFolder(reasonOf(folder, error), { cause: error }) : error;
  }
}

/** Files cannot be written; the message says which, why, and what to do. */
export class UnwritableFolder extends Error {
  override readonly name = "UnwritableFolder";
}

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; make room",
  EDQUOT: "your share of the disk is used up; make room",
  EFBIG: "a file grows larger than is allowed; allow more",
  EROFS: "it is on a disk that is read-only; give another --out",
  EACCES: "writing it is not permitted; give yourself permission, or another --out",
  EPERM: "writing it is not permitted; give yourself permission, or another --out",
  EIO: "the disk reports an error; check it",
};

const NO_FOLDER: Readonly<Record<string, string>> = {
  EEXIST: "a file stands in its place",
  ENOTDIR: "a file stands where a folder is needed",
  ENAMETOOLONG: "the path is too long",
  ELOOP: "links in the path lead in a circle",
};

function isOfDisk(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code) in DISK_FAULTS;
}

function reasonOf(folder: string, { code, path }: { code: string; path?: string | undefined }) {
  const advice = DISK_FAULTS[code] ?? "";
  return `${path ?? folder} cannot be written (${code}): ${advice}, and run the same command again. It goes on where it was.`;
}

async function madeFolder(folder: string): Promise<void> {
  try {
    await makeFolder(resolve(folder));
    if (!(await stat(folder)).isDirectory()) throw new UsageError(noFolder(folder, "EEXIST"));
  } catch (cause) {
    if (isOfDisk(cause) || cause instanceof UsageError) throw cause;
    throw new UsageError(noFolder(folder, codeOf(cause) ?? String(cause)), { cause });
  }
}

function noFolder(folder: string, code: string): string {
  const why = NO_FOLDER[code] ?? "a folder or link on the way to it leads nowhere";
  return `the output folder ${folder} cannot be made (${code}): ${why}. Give another --out.`;
}

function tellWait(folder: string, { pid, host }: Holder, { stderr }: Terminal): void {
  stderr.write(`Waiting for process ${pid} on ${host}, which is writing to ${folder}.\n`);
}
