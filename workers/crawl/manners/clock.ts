import { setTimeout as sleep } from "node:timers/promises";

/** The time that a crawl goes by: a bench has one that runs ahead. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    if (milliseconds > 0) await sleep(milliseconds);
  },
};
