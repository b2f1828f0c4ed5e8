import { Worker } from "node:worker_threads";
import type { ToRead } from "./pool.js";
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
  readonly read: (document: ToRead, signal: AbortSignal) => Promise<WasRead>;
}

/** The threads cannot be started: no document is to blame, and none can be read. */
export class ThreadNotStarted extends Error {
  override readonly name = "ThreadNotStarted";
}

/** Threads that run a module, which calls `serve`, with so much heap each. */
export function openThreads(module: URL, megabytes: number): Threads {
  const all = new Set<Worker>();
  const idle = new Set<Worker>();
  const forget = (worker: Worker) => all.delete(worker) && idle.delete(worker);
  const end = async (worker: Worker) => {
    forget(worker);
    await worker.terminate();
  };
  const start = async () => {
    const worker = await started(module, megabytes);
    all.add(worker);
    // What an idle thread dies of late is no document's result any more; it is not used again.
    worker.on("error", () => forget(worker));
    return worker;
  };
  const reading = (worker: Worker): Thread["read"] => {
    return async (document, signal) => {
      try {
        worker.postMessage(document, []);
        return await nextMessage(worker, signal);
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
async function started(module: URL, megabytes: number): Promise<Worker> {
  const worker = new Worker(module, {
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      // What a document takes is gone soon: with more room for the young, an eighth less time is spent on it.
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  try {
    await nextMessage(worker);
    return worker;
  } catch (cause) {
    await worker.terminate();
    throw new ThreadNotStarted(`A reading thread does not start (${String(cause)}).`, { cause });
  }
}

/** What a thread says next. Rejects where it ends instead, or the signal is aborted before. */
function nextMessage(worker: Worker, signal?: AbortSignal): Promise<WasRead> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      signal?.removeEventListener("abort", stop);
      end();
    };
    const onMessage = (result: WasRead) => settle(() => resolve(result));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => onError(new Error(`it ended with exit code ${code}`));
    const stop = () => onError(signal?.reason);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}
