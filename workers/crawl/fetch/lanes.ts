import { keyedMutex } from "../../../pipeline/dataset/write/keyed-mutex.js";
import type { Clock } from "../manners/clock.js";

/** One connection a host, and a pause between two requests: shared by all sites of a run. */
export interface Lanes {
  /** Makes a request when it is the host's turn; the pause counts from the end of the one before. */
  readonly turn: <T>(host: string, delay: number, request: () => Promise<T>) => Promise<T>;
  /** Leaves a host alone for a time, in milliseconds. */
  readonly rest: (host: string, pause: number) => void;
}

/** Lanes by a clock; nobody waits for a turn any more after `stop`. */
export function openLanes({ now, sleep }: Clock, stop?: AbortSignal): Lanes {
  const inTurn = keyedMutex();
  const ended = new Map<string, number>();
  const restUntil = new Map<string, number>();
  return {
    turn: (host, delay, request) =>
      inTurn(host, async () => {
        const before = ended.get(host);
        const polite = before === undefined ? now() : before + delay;
        await sleep(Math.max(polite, restUntil.get(host) ?? polite) - now(), stop);
        try {
          return await request();
        } finally {
          ended.set(host, now());
        }
      }),
    rest: (host, pause) => restUntil.set(host, now() + pause),
  };
}
