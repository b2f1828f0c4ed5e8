import { Redis } from "ioredis";

/** A connection that answers soon or not at all: who looks at a page does not wait for Redis. */
export interface RedisLink {
  readonly redis: Redis;
  /** Where it leads, as it may be printed: without a password. */
  readonly address: string;
  readonly close: () => void;
}

/** What becomes of the connection: told once each time. */
export type Told = (state: "lost" | "back", why?: string) => void;

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
  tellChanges(redis, told);
  return { redis, address: addressOf(url), close: () => redis.disconnect() };
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

function tellChanges(redis: Redis, told: Told): void {
  let isLost = false;
  let why: string | undefined;
  redis.on("error", (error: Error) => {
    why = error.message;
  });
  redis.on("ready", () => {
    if (isLost) told("back");
    isLost = false;
  });
  redis.on("reconnecting", () => {
    if (!isLost) told("lost", why);
    isLost = true;
  });
}

function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}
