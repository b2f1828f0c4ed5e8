import { Redis } from "ioredis";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { masked } from "../web/masked.js";
import { tellChanges } from "../queue/redis/redis.js";
import type { LinkEvents } from "../queue/redis/redis.js";
import { DASHBOARD } from "./settings.js";

/** A connection that answers soon or not at all: who looks at a page does not wait for Redis. */
export interface RedisLink {
  readonly redis: Redis;
  /** Where it leads, as it may be printed. */
  readonly address: string;
  /** Why it does not answer: the last that was seen of it; undefined while it does. */
  readonly why: () => string | undefined;
  readonly close: () => void;
}

/** Connects, and keeps trying where Redis is away. Never throws: commands fail at once instead. */
export function linkTo(url: string, events: LinkEvents): RedisLink {
  const redis = new Redis(url, {
    connectionName: "gongkai-dashboard",
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: DASHBOARD.answersWithin,
    connectTimeout: DASHBOARD.answersWithin,
    disconnectTimeout: 100,
    retryStrategy: (times) => Math.min(100 * times, DASHBOARD.slowestRetry),
  });
  let why: string | undefined;
  const lost = (reason: Bilingual<string>) => {
    why = reason.en;
    events.lost(reason);
  };
  const back = () => {
    why = undefined;
    events.back();
  };
  tellChanges(redis, { lost, back });
  return { redis, address: masked(url), why: () => why, close: () => redis.disconnect() };
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
