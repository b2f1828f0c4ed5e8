import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Doing } from "./doing.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";

interface Reason {
  readonly why: Bilingual<string>;
  readonly remedy: Bilingual<string>;
}

const REMOUNT = {
  en: "Mount it again; the work then goes on",
  zh: "请重新挂载，之后工作会继续",
};
const LIMIT = {
  en: "Raise the limit (ulimit -n), or run fewer workers here",
  zh: "请提高上限（ulimit -n），或在本机少运行几个 worker",
};
const LOG = { en: "Look at the system's log", zh: "请查看系统日志" };
const GONE = { en: "its device is gone", zh: "其设备已不在" };

/** Faults that pass, by what the system calls them. */
const PASSING: Readonly<Record<string, Reason>> = {
  ENOSPC: {
    why: { en: "its disk is full", zh: "磁盘已满" },
    remedy: { en: "Make room; the work then goes on", zh: "请腾出空间，之后工作会继续" },
  },
  EDQUOT: {
    why: { en: "the disk quota is used up", zh: "磁盘配额已用完" },
    remedy: { en: "Make room or have the quota raised", zh: "请腾出空间或提高配额" },
  },
  EFBIG: {
    why: {
      en: "the file is larger than this process may write",
      zh: "文件大于本进程允许写入的大小",
    },
    remedy: { en: "Raise ulimit -f", zh: "请调大 ulimit -f" },
  },
  EIO: {
    why: { en: "its disk or its server gave an error", zh: "磁盘或其服务器报错" },
    remedy: LOG,
  },
  ENOENT: {
    why: {
      en: "a folder or link on the way to it leads nowhere",
      zh: "路径上的文件夹或链接不存在",
    },
    remedy: { en: "Bring it back", zh: "请恢复" },
  },
  EROFS: {
    why: { en: "it is mounted read-only", zh: "它以只读方式挂载" },
    remedy: { en: "Mount it for writing", zh: "请以可写方式挂载" },
  },
  ESTALE: {
    why: {
      en: "its server was restarted or exports it anew",
      zh: "其服务器重启过或重新导出了它",
    },
    remedy: REMOUNT,
  },
  ENODEV: { why: GONE, remedy: REMOUNT },
  ENXIO: { why: GONE, remedy: REMOUNT },
  ENOTCONN: {
    why: { en: "the connection to its server is gone", zh: "与其服务器的连接已断开" },
    remedy: REMOUNT,
  },
  EHOSTDOWN: {
    why: { en: "its server is away", zh: "其服务器不在线" },
    remedy: { en: "Start the server; the work then goes on", zh: "请启动服务器，之后工作会继续" },
  },
  ETIMEDOUT: {
    why: { en: "its server does not answer", zh: "其服务器没有应答" },
    remedy: { en: "Look at the server and the network", zh: "请检查服务器和网络" },
  },
  EMFILE: {
    why: { en: "this process has too many files open", zh: "本进程打开的文件过多" },
    remedy: LIMIT,
  },
  ENFILE: {
    why: { en: "this machine has too many files open", zh: "本机打开的文件过多" },
    remedy: LIMIT,
  },
};

const NOT_PERMITTED = {
  why: { en: "this user is not permitted to", zh: "当前用户没有权限" },
  remedy: {
    en: "Permit it to the user that runs this, or run it as another",
    zh: "请给运行本程序的用户授权，或换用户运行",
  },
};
const ANOTHER = { en: "Give another address", zh: "请给出其他地址" };

/** Faults that stay until someone changes the address or the folder. */
const LASTING: Readonly<Record<string, Reason>> = {
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  ENOTDIR: {
    why: { en: "a file stands where a folder is needed", zh: "需要文件夹的地方是一个文件" },
    remedy: ANOTHER,
  },
  EISDIR: {
    why: { en: "a folder stands in its place", zh: "该处是一个文件夹" },
    remedy: { en: "Remove the folder", zh: "请删除该文件夹" },
  },
  ENAMETOOLONG: {
    why: { en: "the path is too long", zh: "路径过长" },
    remedy: { en: "Give a shorter one", zh: "请给出较短的路径" },
  },
  ELOOP: {
    why: { en: "links in the path lead in a circle", zh: "路径中的链接循环" },
    remedy: ANOTHER,
  },
  EXDEV: {
    why: { en: "its folders lie on several disks", zh: "其文件夹分布在多个磁盘上" },
    remedy: { en: "Keep the whole store on one", zh: "请把整个存储放在一个磁盘上" },
  },
};

/** The error to throw for a fault of the file system; anything else is returned as it is. */
export function fileFault(error: unknown, { address, what }: Doing): unknown {
  if (!isSystemError(error)) return error;
  const tell = ({ why, remedy }: Reason) => ({
    en: `The store ${address} cannot ${what.en}: ${why.en} (${error.code}). ${remedy.en}.`,
    zh: `存储 ${address} 无法${what.zh}：${why.zh}（${error.code}）。${remedy.zh}。`,
  });
  const lasting = LASTING[error.code];
  if (lasting !== undefined) return new NoSuchStore(tell(lasting), { cause: error });
  const passing = PASSING[error.code] ?? { why: inBoth(error.message), remedy: LOG };
  return new StoreUnavailable(tell(passing), { cause: error });
}

/** Whether the fault is that nothing stands there. */
export function isNotThere(error: unknown): boolean {
  return isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Whether the operating system refused something, and how it calls the reason. */
export function isSystemError(
  error: unknown,
): error is Error & { readonly code: string; readonly syscall: string } {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string" &&
    typeof error.syscall === "string"
  );
}
