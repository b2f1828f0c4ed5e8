import { Worker } from "node:worker_threads";
import type { ToRead } from "./pool.js";
import type { PageDone, Said } from "./said.js";
import type { ThreadSettings } from "./serve.js";
import type { WasRead } from "./was-read.js";

/** Threads that read documents, started as they are needed; one that fails is not used again. */
export interface Threads {
  /**
   * A thread that has nothing to do, and is ready.
   *
   * @throws ThreadNotStarted
   */
  readonly take: () => Promise<Thread>;
  readonly close: () => Promise<void>;
}

/** A thread that was taken to read one document. */
interface Thread {
  /** @throws what ended the thread, or the signal's reason; then the thread is gone */
  readonly read: (document: ToRead, listening: Listening) => Promise<WasRead>;
}

interface Listening {
  readonly signal: AbortSignal;
  readonly onPage: (page: PageDone) => void;
}

export interface ThreadOptions {
  /** The module that the threads run; it calls `serve`. */
  readonly module: URL;
  /** How much heap each has. */
  readonly megabytes: number;
  readonly settings: ThreadSettings;
  /** Told of each thread when it recognizes its first page; what it returns is called when the thread ends. */
  readonly onRecognizing: () => () => void;
  readonly onCacheFault: (reason: string) => void;
}

/** The threads cannot be started: no document is to blame, and none can be read. */
export class ThreadNotStarted extends Error {
  override readonly name = "ThreadNotStarted";
}

/** Opens threads; none is started before it is needed. */
export function openThreads(options: ThreadOptions): Threads {
  const all = new Set<Worker>();
  const idle = new Set<Worker>();
  const forget = (worker: Worker) => all.delete(worker) && idle.delete(worker);
  const end = async (worker: Worker) => {
    forget(worker);
    await worker.terminate();
  };
  const start = async () => {
    const worker = await started(options);
    all.add(worker);
    // What an idle thread dies of late is no document's result any more; it is not used again.
    worker.on("error", () => forget(worker));
    attend(worker, options);
    return worker;
  };
  const reading = (worker: Worker): Thread["read"] => {
    return async (document, { signal, onPage }) => {
      try {
        worker.postMessage(document, []);
        return await nextResult(worker, { signal, onPage });
      } catch (error) {
        await end(worker);
        throw error;
      } finally {
        if (all.has(worker)) idle.add(worker);
      }
    };
  };
  return {
    take: async () => {
      const [waiting] = idle;
      if (waiting !== undefined) idle.delete(waiting);
      return { read: reading(waiting ?? (await start())) };
    },
    close: async () => {
      await Promise.all(Array.from(all, end));
    },
  };
}

const YOUNG_MEGABYTES = 64;

/** A thread whose module is loaded. */
async function started({ module, megabytes, settings }: ThreadOptions): Promise<Worker> {
  const worker = new Worker(module, {
    workerData: settings,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      // What a document takes is gone soon: with more room for the young, an eighth less time is spent on it.
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  try {
    await heard(worker, (said) => (said.type === "ready" ? said : undefined));
    return worker;
  } catch (cause) {
    await worker.terminate();
    throw new ThreadNotStarted(`A reading thread does not start (${String(cause)}).`, { cause });
  }
}

/** Passes on what a thread says of itself, whichever document it reads. */
function attend(worker: Worker, { onRecognizing, onCacheFault }: ThreadOptions): void {
  let onEnd: (() => void) | undefined;
  worker.on("message", (said: Said) => {
    if (said.type === "cache_fault") onCacheFault(said.reason);
    if (said.type === "page") onEnd ??= onRecognizing();
  });
  worker.on("exit", () => onEnd?.());
}

function nextResult(worker: Worker, { signal, onPage }: Listening): Promise<WasRead> {
  const take = (said: Said) => {
    if (said.type === "page") onPage(said);
    return said.type === "read" ? said.result : undefined;
  };
  return heard(worker, take, signal);
}

/**
 * The first thing that is taken of what a thread says. Rejects where it ends before, or the signal is
 * aborted.
 */
function heard<T>(
  worker: Worker,
  take: (said: Said) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      signal?.removeEventListener("abort", stop);
      end();
    };
    const onMessage = (said: Said) => {
      const taken = take(said);
      if (taken !== undefined) settle(() => resolve(taken));
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => onError(new Error(`it ended with exit code ${code}`));
    const stop = () => onError(signal?.reason);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}
