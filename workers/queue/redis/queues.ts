import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { COMPILE_QUEUE, CRAWL_QUEUE, READ_QUEUE } from "./jobs.js";
import type { CompileEnd, CompileJob, CrawlEnd, CrawlJob, ReadEnd, ReadJob } from "./jobs.js";
import { connect } from "./redis.js";
import type { ConnectOptions } from "./redis.js";
import { serverWarnings } from "./server.js";

/** The three queues of a Redis server, over one connection. */
export interface Queues {
  readonly redis: Redis;
  readonly read: Queue<ReadJob, ReadEnd, "read">;
  readonly compile: Queue<CompileJob, CompileEnd, "compile">;
  readonly crawl: Queue<CrawlJob, CrawlEnd>;
  readonly close: () => Promise<void>;
}

/**
 * Connects to the queues.
 *
 * @throws UnsuitableRedis
 * @throws RedisUnavailable where Redis does not answer in time
 */
export async function openQueues(options: ConnectOptions): Promise<Queues> {
  const queues = queuesOn(await connect(options));
  try {
    await serverWarnings(queues.redis);
    return queues;
  } catch (error) {
    await queues.close();
    throw error;
  }
}

/** The queues over a connection, which closes with them. */
export function queuesOn(redis: Redis): Queues {
  silenceEvictionWarnings();
  const options = { connection: redis, skipVersionCheck: true };
  const read = new Queue<ReadJob, ReadEnd, "read">(READ_QUEUE, options);
  const compile = new Queue<CompileJob, CompileEnd, "compile">(COMPILE_QUEUE, options);
  const crawl = new Queue<CrawlJob, CrawlEnd>(CRAWL_QUEUE, options);
  // The connection tells of its own troubles, once for all who share it.
  read.on("error", () => undefined);
  compile.on("error", () => undefined);
  crawl.on("error", () => undefined);
  return {
    redis,
    read,
    compile,
    crawl,
    close: async () => {
      await Promise.all([read.close(), compile.close(), crawl.close()]);
      redis.disconnect();
    },
  };
}

/** BullMQ prints a warning for each connection; ours says once what to set. */
function silenceEvictionWarnings(): void {
  const { warn } = console;
  if (silenced.has(warn)) return;
  console.warn = (...args: unknown[]) => {
    if (!String(args[0]).startsWith("IMPORTANT! Eviction policy")) warn(...args);
  };
  silenced.add(console.warn);
}

const silenced = new WeakSet<typeof console.warn>();
