import { setTimeout as sleep } from "node:timers/promises";

/** The time that a crawl goes by: a bench has one that runs ahead. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early, and without an error, where `stop` aborts. */
  readonly sleep: (milliseconds: number, stop?: AbortSignal) => Promise<void>;
}

export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    if (milliseconds <= 0) return;
    await sleep(milliseconds, undefined, signal && { signal }).catch((error: unknown) => {
      if (signal?.aborted !== true) throw error;
    });
  },
};
