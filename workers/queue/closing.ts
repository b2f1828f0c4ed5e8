import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "../pool/pool.js";
import { since } from "./log.js";
import type { Logger } from "./log.js";
import type { Queues } from "./queues.js";

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
  /** How long what was begun may go on, in milliseconds. */
  readonly within: number;
}

/** How long Redis may take to take jobs back, or to say good-bye. */
const GRACE = 2_000;

/** Takes no more, lets what was begun end in time, hands back the rest. */
export async function closeInTime(closing: Closing): Promise<void> {
  const { workers, queues, pool, log, within } = closing;
  const start = performance.now();
  log.info({ event: "stopping", within_ms: within });
  const closed = Promise.all(workers.map((worker) => worker.close())).then(() => true);
  const timers = new AbortController();
  const isClosed = await Promise.race([closed, outOfTime(closing, timers)]);
  timers.abort();
  if (isClosed) await queues.close();
  else {
    log.warn({
      event: "abandoned",
      reason: "Redis is away; its jobs go to others when it is back",
    });
    queues.redis.disconnect();
  }
  await pool.close();
  log.info({ event: "closed", duration_ms: since(start) });
}

/** Ends when nothing can be waited for any more. */
async function outOfTime(
  { hands, handBack, within }: Closing,
  { signal }: AbortController,
): Promise<false> {
  const deadline = performance.now() + within;
  await sleep(Math.min(GRACE, within), undefined, { signal });
  if (!hands.areEmpty()) {
    await sleep(Math.max(0, deadline - performance.now()), undefined, { signal });
    handBack.abort();
  }
  await sleep(GRACE, undefined, { signal });
  return false;
}
