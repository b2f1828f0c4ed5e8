import { Option } from "commander";
import type { Queues } from "../workers/queue/queues.js";
import type { Terminal } from "./terminal.js";

/** Where the queue lives. */
export function redisOption(): Option {
  return new Option("--redis <url>", "the Redis that the queues live in")
    .default("redis://127.0.0.1:6379")
    .env("GONGKAI_REDIS");
}

/** Where documents and results live. */
export function storeOption(): Option {
  return new Option("--store <url>", "where documents and results live: a folder, or s3://bucket")
    .env("GONGKAI_STORE")
    .makeOptionMandatory();
}

/** The queue's side of the commands: it takes a quarter of a second to load, and others do without. */
export function queueing() {
  return import("../workers/queue/index.js");
}

/** Redis answers within this, in milliseconds, or a command gives up. */
const ANSWERS_WITHIN = 5_000;

/**
 * Does something with the queues; where Redis goes away meanwhile, says so and waits.
 *
 * @throws RedisUnavailable where it does not answer at first
 * @throws RedisRefuses
 */
export async function withQueues<T>(
  redis: string,
  { stderr }: Terminal,
  work: (queues: Queues) => Promise<T>,
): Promise<T> {
  const { asRefusal, openQueues } = await queueing();
  let isUsed = false;
  const queues = await openQueues({
    url: redis,
    within: ANSWERS_WITHIN,
    events: {
      lost: (reason) => isUsed && stderr.write(`Redis is away (${reason.en}); waiting for it.\n`),
      back: () => isUsed && stderr.write("Redis is back.\n"),
    },
  });
  isUsed = true;
  try {
    return await work(queues);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    isUsed = false;
    await queues.close();
  }
}
