import { Redis } from "ioredis";
import { inBoth } from "../../../pipeline/model/finding.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { RedisUnavailable, UnsuitableRedis, whyClosed } from "./errors.js";
import { masked } from "../../web/masked.js";
import { QUEUE } from "./settings.js";

/** Told once when the connection is lost, again where the server then lets nobody in, once when it is back. */
export interface LinkEvents {
  readonly lost: (reason: Bilingual<string>) => void;
  readonly back: () => void;
}

export interface ConnectOptions {
  readonly url: string;
  readonly events: LinkEvents;
  /** How long to wait for the first answer, in milliseconds; without it as long as it takes. */
  readonly within?: number;
  readonly signal?: AbortSignal;
}

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
    socketTimeout: QUEUE.redis.silent,
    // After a failover the old master answers, but takes nothing.
    reconnectOnError: ({ message }) => (message.startsWith("READONLY") ? 2 : false),
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), QUEUE.redis.slowestRetry),
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
  throw new UnsuitableRedis({
    en: `${masked(url)} is no address of Redis; it looks like redis://127.0.0.1:6379, with rediss: for TLS.`,
    zh: `${masked(url)} 不是 Redis 的地址。地址形如 redis://127.0.0.1:6379，用 TLS 时为 rediss:。`,
  });
}

/** Tells of the changes of a connection. */
export function tellChanges(redis: Redis, { lost, back }: LinkEvents): void {
  let reason: Bilingual<string> = CLOSED;
  let told: Bilingual<string> | undefined;
  const tell = () => {
    told = reason;
    lost(reason);
  };
  redis.on("error", (error: Error) => {
    reason = reasonOf(redis, error);
    if (told !== undefined && told.en !== reason.en && whyClosed(error) !== undefined) tell();
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

const CLOSED = { en: "the connection was closed", zh: "连接被关闭" };
const NO_ANSWER = "no answer";

function ready(redis: Redis, { url, within, signal }: ConnectOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = reasonOf(redis, new Error(NO_ANSWER));
    const timer = within === undefined ? undefined : setTimeout(() => late(), within);
    const end = (finish: () => void) => {
      clearTimeout(timer);
      redis.off("error", refused);
      redis.off("ready", isReady);
      signal?.removeEventListener("abort", stopped);
      finish();
    };
    const isReady = () => end(resolve);
    const stopped = () => end(() => reject(new RedisUnavailable(STOPPED)));
    const late = () =>
      end(() =>
        reject(
          new RedisUnavailable({
            en: `Redis at ${masked(url)} does not answer: ${last.en}.`,
            zh: `Redis（${masked(url)}）没有应答：${last.zh}。`,
          }),
        ),
      );
    const refused = (error: Error) => {
      last = reasonOf(redis, error);
      if (whyClosed(error) === undefined) return;
      end(() =>
        reject(
          new UnsuitableRedis({
            en: `Redis at ${masked(url)} cannot be used: ${last.en}.`,
            zh: `Redis（${masked(url)}）无法使用：${last.zh}。`,
          }),
        ),
      );
    };
    redis.on("error", refused);
    redis.on("ready", isReady);
    signal?.addEventListener("abort", stopped);
    if (signal?.aborted === true) stopped();
  });
}

const STOPPED = { en: "stopped while waiting for Redis", zh: "等待 Redis 时被停止" };

/** What an error says, and what to do where that is known. One of several addresses tried says it in its parts. */
function reasonOf({ options }: Redis, error: Error): Bilingual<string> {
  const why = whyClosed(error);
  if (why !== undefined) return why;
  const [first] = error instanceof AggregateError ? error.errors : [];
  const says = masked(first instanceof Error ? first.message : error.message);
  const reason = says === NO_ANSWER ? { en: says, zh: "没有回应" } : inBoth(says);
  if (options.tls === undefined || !NO_TLS.test(says)) return reason;
  return { en: `${reason.en}. ${WITHOUT_TLS.en}`, zh: `${reason.zh}。${WITHOUT_TLS.zh}` };
}

/** What is seen of a server that waits for more of a greeting that it does not understand, or ends it. */
const NO_TLS = /no answer|TIMEDOUT|ECONNRESET|socket disconnected|wrong version number|closed/iu;
const WITHOUT_TLS = {
  en: "If its server speaks no TLS, write redis:// in place of rediss://",
  zh: "如果服务器不用 TLS，请把 rediss:// 改为 redis://",
};
