import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../workers/crawl/manners/clock.js";

/** A clock that runs ahead to the next sleeper whenever nothing else is left to do. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the work ends. */
  readonly until: (work: Promise<void>) => Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** The time begins at 0: milliseconds. All that is waited for must be sleep: nothing else makes time pass. */
export function virtualClock(): VirtualClock {
  let now = 0;
  const sleepers: Sleeper[] = [];
  return {
    now: () => now,
    sleep: (milliseconds) =>
      milliseconds <= 0
        ? Promise.resolve()
        : new Promise((wake) => insert(sleepers, { at: now + milliseconds, wake })),
    until: async (work) => {
      const ended = new AbortController();
      const end = work.finally(() => ended.abort());
      while (!ended.signal.aborted) {
        await setImmediate();
        const next = sleepers.shift();
        if (next === undefined) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      await end;
    },
  };
}

/** Keeps the sleepers in the order in which they wake. */
function insert(sleepers: Sleeper[], sleeper: Sleeper): void {
  let [low, high] = [0, sleepers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sleepers[middle]?.at ?? 0) <= sleeper.at) low = middle + 1;
    else high = middle;
  }
  sleepers.splice(low, 0, sleeper);
}
