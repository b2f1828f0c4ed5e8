import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "../../pool/pool.js";
import { since } from "./log.js";
import type { Logger } from "./log.js";
import type { Queues } from "./queues.js";
import { QUEUE } from "./settings.js";

/** The jobs that a process works at. */
export interface Hands {
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  readonly areEmpty: () => boolean;
}

export function emptyHands(): Hands {
  let held = 0;
  return {
    hold: async (work) => {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
      }
    },
    areEmpty: () => held === 0,
  };
}

/** What a worker is made of, to be closed. */
export interface Closing {
  readonly workers: readonly { readonly close: () => Promise<void> }[];
  readonly hands: Hands;
  readonly queues: Queues;
  readonly pool: Pool;
  readonly handBack: AbortController;
  readonly log: Logger;
  /** How long all of it may take, in milliseconds. */
  readonly within: number;
}

/** Takes no more, lets what was begun end, and hands back the rest early enough to end in time. */
export async function closeInTime(closing: Closing): Promise<void> {
  const { workers, queues, pool, log, within } = closing;
  const start = performance.now();
  log.info({ event: "stopping", within_ms: within });
  const closed = Promise.all(workers.map((worker) => worker.close()))
    .then(() => queues.close())
    .then(() => true);
  const timers = new AbortController();
  const isClosed = await Promise.race([closed, outOfTime(closing, timers)]);
  timers.abort();
  if (!isClosed) {
    log.warn({
      event: "abandoned",
      reason: "Redis is away; its jobs go to others when it is back",
    });
    queues.redis.disconnect();
  }
  await pool.close();
  log.info({ event: "closed", duration_ms: since(start) });
}

/** Ends when nothing can be waited for any more: a quarter of the grace is left for the readers to end. */
async function outOfTime(
  { hands, handBack, within }: Closing,
  { signal }: AbortController,
): Promise<false> {
  const start = performance.now();
  const grace = Math.min(QUEUE.redis.grace, within / 2);
  const until = (ms: number) =>
    sleep(Math.max(0, start + ms - performance.now()), undefined, { signal });
  await until(grace);
  if (hands.areEmpty()) await until(Math.min(2 * grace, within - grace / 4));
  else {
    await until(within - grace);
    handBack.abort();
    await until(within - grace / 4);
  }
  return false;
}
