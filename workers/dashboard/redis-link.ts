import { Redis } from "ioredis";
import { masked } from "../queue/masked.js";

/** A connection that answers soon or not at all: who looks at a page does not wait for Redis. */
export interface RedisLink {
  readonly redis: Redis;
  /** Where it leads, as it may be printed. */
  readonly address: string;
  readonly close: () => void;
}

/** Learns in a sentence that the connection was lost, or is back: once each time. */
export type Told = (sentence: string) => void;

const ANSWERS_WITHIN = 3_000;
const SLOWEST_RETRY = 2_000;

/** Connects, and keeps trying where Redis is away. Never throws: commands fail at once instead. */
export function linkTo(url: string, told: Told): RedisLink {
  const redis = new Redis(url, {
    connectionName: "gongkai-dashboard",
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWERS_WITHIN,
    connectTimeout: ANSWERS_WITHIN,
    retryStrategy: (times) => Math.min(100 * times, SLOWEST_RETRY),
  });
  const address = masked(url);
  tellChanges(redis, { address, told });
  return { redis, address, close: () => redis.disconnect() };
}

/** Whether Redis answers now. */
export async function answers({ redis }: RedisLink): Promise<boolean> {
  if (redis.status !== "ready") return false;
  try {
    return (await redis.ping()) === "PONG";
  } catch {
    // Whatever keeps it from answering: that is what was asked.
    return false;
  }
}

function tellChanges(
  redis: Redis,
  { address, told }: { readonly address: string; readonly told: Told },
): void {
  let isLost = false;
  let why = "the connection was closed";
  redis.on("error", (error: Error) => {
    why = masked(error.message);
  });
  redis.on("ready", () => {
    if (isLost) told(`Redis at ${address} answers again`);
    isLost = false;
  });
  redis.on("reconnecting", () => {
    if (!isLost) told(`Redis at ${address} does not answer (${why}): trying again`);
    isLost = true;
  });
}
