import { NoSuchStore, StoreUnavailable } from "./store.js";

/** What was being done to a store when it failed. */
export interface Doing {
  readonly address: string;
  /** As in "cannot write KEY". */
  readonly what: string;
}

interface Reason {
  readonly why: string;
  readonly remedy: string;
}

const REMOUNT = "Mount it again; the work then goes on";
const LIMIT = "Raise the limit (ulimit -n), or run fewer workers here";

/** Faults that pass, by what the system calls them. */
const PASSING: Readonly<Record<string, Reason>> = {
  ENOSPC: { why: "its disk is full", remedy: "Make room; the work then goes on" },
  EDQUOT: { why: "the disk quota is used up", remedy: "Make room or have the quota raised" },
  EFBIG: { why: "the file is larger than this process may write", remedy: "Raise ulimit -f" },
  EIO: { why: "its disk or its server gave an error", remedy: "Look at the system's log" },
  ENOENT: { why: "a folder or link on the way to it leads nowhere", remedy: "Bring it back" },
  EROFS: { why: "it is mounted read-only", remedy: "Mount it for writing" },
  ESTALE: { why: "its server was restarted or exports it anew", remedy: REMOUNT },
  ENODEV: { why: "its device is gone", remedy: REMOUNT },
  ENXIO: { why: "its device is gone", remedy: REMOUNT },
  ENOTCONN: { why: "the connection to its server is gone", remedy: REMOUNT },
  EHOSTDOWN: { why: "its server is away", remedy: "Start the server; the work then goes on" },
  ETIMEDOUT: { why: "its server does not answer", remedy: "Look at the server and the network" },
  EMFILE: { why: "this process has too many files open", remedy: LIMIT },
  ENFILE: { why: "this machine has too many files open", remedy: LIMIT },
};

const PERMIT = "Permit it to the user that runs this, or run it as another";

/** Faults that stay until someone changes the address or the folder. */
const LASTING: Readonly<Record<string, Reason>> = {
  EACCES: { why: "this user is not permitted to", remedy: PERMIT },
  EPERM: { why: "this user is not permitted to", remedy: PERMIT },
  ENOTDIR: { why: "a file stands where a folder is needed", remedy: "Give another address" },
  EISDIR: { why: "a folder stands in its place", remedy: "Remove the folder" },
  ENAMETOOLONG: { why: "the path is too long", remedy: "Give a shorter one" },
  ELOOP: { why: "links in the path lead in a circle", remedy: "Give another address" },
  EXDEV: { why: "its folders lie on several disks", remedy: "Keep the whole store on one" },
};

/** The error to throw for a fault of the file system; anything else is returned as it is. */
export function fileFault(error: unknown, { address, what }: Doing): unknown {
  if (!isSystemError(error)) return error;
  const tell = ({ why, remedy }: Reason) =>
    `The store ${address} cannot ${what}: ${why} (${error.code}). ${remedy}.`;
  const lasting = LASTING[error.code];
  if (lasting !== undefined) return new NoSuchStore(tell(lasting), { cause: error });
  const passing = PASSING[error.code] ?? { why: error.message, remedy: "Look at the system's log" };
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
