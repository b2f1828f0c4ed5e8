import { UnreadableSource, failed } from "../../index.js";
import type { Limits, Source } from "../../index.js";
import { codeOf } from "../../pipeline/errors.js";
import { openGate } from "./gate.js";
import { watchMemory } from "./memory-watch.js";
import type { MemoryWatch } from "./memory-watch.js";
import { openThreads } from "./threads.js";
import type { Threads } from "./threads.js";
import { wasRead } from "./was-read.js";
import type { WasRead } from "./was-read.js";

/** A document to read. */
export interface ToRead {
  readonly source: Source;
  readonly bytes: Uint8Array;
}

/** Threads that read documents; one that a document brought down is replaced. */
export interface Pool {
  /**
   * Reads a document, or says why it failed: never rejects for a document's sake. Calls beyond the
   * number of threads wait their turn.
   *
   * @throws the signal's reason where it stops the reading; an Error where the pool is closed
   * @throws ThreadNotStarted
   */
  readonly read: (document: ToRead, options?: { signal?: AbortSignal }) => Promise<WasRead>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** How many documents are read at once: a thread each. */
  readonly concurrency: number;
  readonly limits: Limits;
  /** The module that the threads run; it calls `serve`. */
  readonly thread: URL;
}

/** The module of a thread that reads disclosures. */
export const READ_THREAD = new URL("./read-thread.js", import.meta.url);

/** What reading a document may cost unless the user says otherwise. */
export const DEFAULT_LIMITS: Limits = { seconds: 300, megabytes: 2048 };

/** Starts the threads. A document that exceeds a limit fails with `timeout` or `out_of_memory`. */
export function openPool(options: PoolOptions): Pool {
  const { concurrency, limits, thread } = options;
  const threads = openThreads(thread, limits.megabytes);
  const gate = openGate(concurrency);
  const memory = watchMemory(limits.megabytes);
  const closing = new AbortController();
  const tryIn = { threads, limits, memory, closing: closing.signal };
  return {
    read: async (document, { signal } = {}) => {
      const leave = await gate.enter();
      const first = await tryOnce(document, { ...tryIn, signal }).finally(leave);
      if ("result" in first) return first.result;
      // Other documents may be what brought it down; now there is none beside it.
      const leaveAlone = await gate.enterAlone();
      const second = await tryOnce(document, { ...tryIn, signal }).finally(leaveAlone);
      return "result" in second ? second.result : fallen(document, second.fall);
    },
    close: async () => {
      closing.abort(new Error("The pool is closed."));
      memory.stop();
      await threads.close();
    },
  };
}

interface Try {
  readonly threads: Threads;
  readonly limits: Limits;
  readonly memory: MemoryWatch;
  readonly signal: AbortSignal | undefined;
  /** Aborted when the pool is closed: then no document is to blame. */
  readonly closing: AbortSignal;
}

/** A thread ended under a document. */
interface Fall {
  readonly error: UnreadableSource;
  /** Given where one of them was the reason. */
  readonly limits: Limits | null;
}

type Tried = { readonly result: WasRead } | { readonly fall: Fall };

async function tryOnce(document: ToRead, attempt: Try): Promise<Tried> {
  const { threads, limits, memory, signal, closing } = attempt;
  const throwIfStopped = () => [closing, signal].forEach((each) => each?.throwIfAborted());
  throwIfStopped();
  const thread = await threads.take();
  const abort = new AbortController();
  const stop = (reason: "timeout" | "memory" | "caller") => abort.abort(reason);
  const stopForCaller = () => stop("caller");
  signal?.addEventListener("abort", stopForCaller);
  const timer = setTimeout(() => stop("timeout"), limits.seconds * 1000);
  const forget = memory.watch(() => stop("memory"));
  try {
    return { result: await thread.read(document, abort.signal) };
  } catch (error) {
    throwIfStopped();
    if (abort.signal.reason === "timeout")
      return { result: fallen(document, { error: tookTooLong(limits), limits }) };
    const memoryWasWhy = abort.signal.reason === "memory" || isOutOfMemory(error);
    return { fall: memoryWasWhy ? { error: tookTooMuch(limits), limits } : crash(error) };
  } finally {
    clearTimeout(timer);
    forget();
    signal?.removeEventListener("abort", stopForCaller);
  }
}

function fallen({ source }: ToRead, { error, limits }: Fall): WasRead {
  return wasRead(failed(source, error, limits), error.cause);
}

function tookTooLong({ seconds }: Limits): UnreadableSource {
  return new UnreadableSource(
    "timeout",
    `Reading it takes longer than ${seconds} s. Give it more time with --timeout.`,
  );
}

function tookTooMuch({ megabytes }: Limits): UnreadableSource {
  return new UnreadableSource(
    "out_of_memory",
    `Reading it takes more than ${megabytes} MB of memory. Give it more with --memory.`,
  );
}

function crash(cause: unknown): Fall {
  const message = cause instanceof Error ? cause.message : String(cause);
  const said = `It brought its reader down, twice (${message}). This is a fault of the program.`;
  return { error: new UnreadableSource("crashed", said, { cause }), limits: null };
}

function isOutOfMemory(error: unknown): boolean {
  return codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY";
}
