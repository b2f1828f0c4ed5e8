import { Option } from "commander";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import type { Queues } from "../../workers/queue/redis/queues.js";
import type { Terminal } from "../terminal/terminal.js";

const REDIS = { en: "the Redis that the queues live in", zh: "队列所在的 Redis" };
const STORE = {
  en: "where documents and results live: a folder, or s3://bucket",
  zh: "存放文档和结果的地方：文件夹或 s3://bucket",
};

/** Where the queue lives. */
export function redisOption(language: Language): Option {
  return new Option("--redis <url>", REDIS[language])
    .default("redis://127.0.0.1:6379")
    .env("GONGKAI_REDIS");
}

/** Where documents and results live. */
export function storeOption(language: Language): Option {
  return new Option("--store <url>", STORE[language]).env("GONGKAI_STORE").makeOptionMandatory();
}

/** The queue's side of the commands: it takes a quarter of a second to load, and others do without. */
export function queueing() {
  return import("../../workers/queue/index.js");
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
  { stderr, language }: Terminal,
  work: (queues: Queues) => Promise<T>,
): Promise<T> {
  const { asRefusal, openQueues } = await queueing();
  let isUsed = false;
  const queues = await openQueues({
    url: redis,
    within: ANSWERS_WITHIN,
    events: {
      lost: (reason) => isUsed && stderr.write(`${away(reason)[language]}\n`),
      back: () => isUsed && stderr.write(`${BACK[language]}\n`),
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

function away({ en, zh }: Bilingual<string>): Bilingual<string> {
  return {
    en: `Redis is away (${en}); waiting for it.`,
    zh: `Redis 不可用（${zh}），等待其恢复。`,
  };
}

const BACK = { en: "Redis is back.", zh: "Redis 已恢复。" };
