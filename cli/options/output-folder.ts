import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { ToldError, codeOf } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { lockFolder } from "../../workers/local/folder-lock.js";
import type { FolderLock, Holder } from "../../workers/local/folder-lock.js";
import { makeFolder } from "../../workers/store/incoming.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";

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

/** Files cannot be written; it says which, why, and what to do. */
class UnwritableFolder extends ToldError {
  override readonly name = "UnwritableFolder";
}

const NOT_PERMITTED = {
  en: "writing it is not permitted; give yourself permission, or another --out",
  zh: "没有写入权限，请授予权限或另选 --out",
};

const DISK_FAULTS: Readonly<Record<string, Bilingual<string>>> = {
  ENOSPC: { en: "the disk is full; make room", zh: "磁盘已满，请腾出空间" },
  EDQUOT: {
    en: "your share of the disk is used up; make room",
    zh: "磁盘配额已用完，请腾出空间",
  },
  EFBIG: {
    en: "a file grows larger than is allowed; allow more",
    zh: "文件超过允许的大小，请放宽限制",
  },
  EROFS: {
    en: "it is on a disk that is read-only; give another --out",
    zh: "所在磁盘只读，请另选 --out",
  },
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  EIO: { en: "the disk reports an error; check it", zh: "磁盘报错，请检查磁盘" },
};

const NO_FOLDER: Readonly<Record<string, Bilingual<string>>> = {
  EEXIST: { en: "a file stands in its place", zh: "该处已有同名文件" },
  ENOTDIR: { en: "a file stands where a folder is needed", zh: "路径中应为文件夹处是文件" },
  ENAMETOOLONG: { en: "the path is too long", zh: "路径过长" },
  ELOOP: { en: "links in the path lead in a circle", zh: "路径中的链接循环" },
};

const LEADS_NOWHERE = {
  en: "a folder or link on the way to it leads nowhere",
  zh: "路径上的文件夹或链接不存在",
};

function isOfDisk(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code) in DISK_FAULTS;
}

function reasonOf(
  folder: string,
  { code, path = folder }: { code: string; path?: string | undefined },
): Bilingual<string> {
  const { en = "", zh = "" } = DISK_FAULTS[code] ?? {};
  return {
    en: `${path} cannot be written (${code}): ${en}, and run the same command again. It goes on where it was.`,
    zh: `无法写入 ${path}（${code}）：${zh}，然后再次运行同一命令，它会接着做。`,
  };
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

function noFolder(folder: string, code: string): Bilingual<string> {
  const { en, zh } = NO_FOLDER[code] ?? LEADS_NOWHERE;
  return {
    en: `the output folder ${folder} cannot be made (${code}): ${en}. Give another --out.`,
    zh: `无法建立输出文件夹 ${folder}（${code}）：${zh}。请另选 --out。`,
  };
}

function tellWait(folder: string, { pid, host }: Holder, { stderr, language }: Terminal): void {
  const says = {
    en: `Waiting for process ${pid} on ${host}, which is writing to ${folder}.`,
    zh: `${host} 上的进程 ${pid} 正在写入 ${folder}，等待其结束。`,
  };
  stderr.write(`${says[language]}\n`);
}
