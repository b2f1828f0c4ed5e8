import { Redis } from "ioredis";
import { RedisUnavailable, UnsuitableRedis } from "./errors.js";
import { masked } from "./masked.js";

/** Told once when the connection is lost, once when it is back. */
export interface LinkEvents {
  readonly lost: (reason: string) => void;
  readonly back: () => void;
}

export interface ConnectOptions {
  readonly url: string;
  readonly events: LinkEvents;
  /** How long to wait for the first answer, in milliseconds; without it as long as it takes. */
  readonly within?: number;
  readonly signal?: AbortSignal;
}

/** A server that leaves a question unanswered so long is away; the queue's longest takes ten seconds. */
const SILENT = 30_000;
const SLOWEST_RETRY = 2_000;
const REFUSALS = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR Client sent AUTH|ERR invalid (?:password|DB))/iu;

/**
 * A connection that waits out every absence of Redis: commands sent meanwhile are kept.
 *
 * @throws UnsuitableRedis where it cannot be Redis, or lets nobody in
 * @throws RedisUnavailable where it does not answer in time
 */
export async function connect(options: ConnectOptions): Promise<Redis> {
  const redis = new Redis(checkedUrl(options.url), {
    maxRetriesPerRequest: null,
    enableReadyCheck: true,
    connectTimeout: 5_000,
    socketTimeout: SILENT,
    // After a failover the old master answers, but takes nothing.
    reconnectOnError: ({ message }) => (message.startsWith("READONLY") ? 2 : false),
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), SLOWEST_RETRY),
  });
  tellChanges(redis, options.events);
  try {
    await ready(redis, options);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

function checkedUrl(url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol === "redis:" || protocol === "rediss:") return url;
  throw new UnsuitableRedis(
    `${masked(url)} is no address of Redis; it looks like redis://127.0.0.1:6379, with rediss: for TLS.`,
  );
}

/** Tells once that a connection is lost, and once that it is back. */
export function tellChanges(redis: Redis, { lost, back }: LinkEvents): void {
  let isLost = false;
  let reason = "the connection was closed";
  redis.on("error", (error: Error) => {
    reason = masked(error.message);
  });
  redis.on("reconnecting", () => {
    if (!isLost) lost(reason);
    isLost = true;
  });
  redis.on("ready", () => {
    if (isLost) back();
    isLost = false;
  });
}

function ready(redis: Redis, { url, within, signal }: ConnectOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = "no answer";
    const timer = within === undefined ? undefined : setTimeout(() => late(), within);
    const end = (finish: () => void) => {
      clearTimeout(timer);
      redis.off("error", refused);
      redis.off("ready", isReady);
      signal?.removeEventListener("abort", stopped);
      finish();
    };
    const isReady = () => end(resolve);
    const stopped = () =>
      end(() => reject(new RedisUnavailable("stopped while waiting for Redis")));
    const late = () =>
      end(() => reject(new RedisUnavailable(`Redis at ${masked(url)} does not answer: ${last}`)));
    const refused = (error: Error) => {
      last = reasonOf(error);
      if (!REFUSALS.test(error.message)) return;
      end(() => reject(new UnsuitableRedis(`Redis at ${masked(url)} refuses: ${last}`)));
    };
    redis.on("error", refused);
    redis.on("ready", isReady);
    signal?.addEventListener("abort", stopped);
    if (signal?.aborted === true) stopped();
  });
}

/** What an error says; one of several addresses tried says it in its parts. */
function reasonOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return masked(first instanceof Error ? first.message : error.message);
}
