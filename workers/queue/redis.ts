import { Redis } from "ioredis";
import { RedisUnavailable, UnsuitableRedis, whyClosed } from "./errors.js";
import { masked } from "./masked.js";

/** Told once when the connection is lost, again where the server then lets nobody in, once when it is back. */
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

/** Tells of the changes of a connection. */
export function tellChanges(redis: Redis, { lost, back }: LinkEvents): void {
  let reason = CLOSED;
  let told: string | undefined;
  const tell = () => {
    told = reason;
    lost(reason);
  };
  redis.on("error", (error: Error) => {
    reason = reasonOf(redis, error);
    if (told !== undefined && told !== reason && whyClosed(error) !== undefined) tell();
  });
  redis.on("reconnecting", () => {
    if (told === undefined) tell();
  });
  redis.on("ready", () => {
    if (told !== undefined) back();
    reason = CLOSED;
    told = undefined;
  });
}

const CLOSED = "the connection was closed";

function ready(redis: Redis, { url, within, signal }: ConnectOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = reasonOf(redis, new Error("no answer"));
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
      end(() => reject(new RedisUnavailable(`Redis at ${masked(url)} does not answer: ${last}.`)));
    const refused = (error: Error) => {
      last = reasonOf(redis, error);
      if (whyClosed(error) === undefined) return;
      end(() => reject(new UnsuitableRedis(`Redis at ${masked(url)} cannot be used: ${last}.`)));
    };
    redis.on("error", refused);
    redis.on("ready", isReady);
    signal?.addEventListener("abort", stopped);
    if (signal?.aborted === true) stopped();
  });
}

/** What an error says, and what to do where that is known. One of several addresses tried says it in its parts. */
function reasonOf({ options }: Redis, error: Error): string {
  const why = whyClosed(error);
  if (why !== undefined) return why;
  const [first] = error instanceof AggregateError ? error.errors : [];
  const says = masked(first instanceof Error ? first.message : error.message);
  return options.tls !== undefined && NO_TLS.test(says) ? `${says}. ${WITHOUT_TLS}` : says;
}

/** What is seen of a server that waits for more of a greeting that it does not understand, or ends it. */
const NO_TLS = /no answer|TIMEDOUT|ECONNRESET|socket disconnected|wrong version number|closed/iu;
const WITHOUT_TLS = "If its server speaks no TLS, write redis:// in place of rediss://";
