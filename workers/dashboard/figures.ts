import type { Queue } from "bullmq";
import { joinTexts, printGauges } from "./prometheus.js";
import type { Metric } from "./prometheus.js";
import type { RedisLink } from "./redis-link.js";

/** The numbers of all queues. */
export interface Figures {
  readonly queues: readonly QueueFigures[];
  readonly redis: RedisFigures;
}

export interface QueueFigures {
  readonly queue: string;
  /** How many jobs are in each state. */
  readonly jobs: Readonly<Record<string, number>>;
  readonly workers: number;
  /** How long the job that is next has waited; 0 where none waits. */
  readonly oldest_waiting_seconds: number;
  /** Why the last jobs failed: how many for each reason, of the last thousand. */
  readonly failed_of_last_1000: Readonly<Record<string, number>>;
}

export interface RedisFigures {
  readonly used_memory_bytes: number;
  /** 0 where there is no limit. */
  readonly max_memory_bytes: number;
}

const LAST_FAILED = 1_000;

export async function figuresOf(queues: readonly Queue[], { redis }: RedisLink): Promise<Figures> {
  return {
    queues: await Promise.all(queues.map((queue) => figuresOfQueue(queue))),
    redis: redisFigures(await redis.info("memory")),
  };
}

/** What BullMQ tells of its queues, and these figures, as text for Prometheus. */
export async function metricsOf(queues: readonly Queue[], link: RedisLink): Promise<string> {
  const figures = await figuresOf(queues, link);
  const texts = await Promise.all(queues.map((queue) => queue.exportPrometheusMetrics()));
  return joinTexts([...texts, printGauges(gauges(figures))]);
}

async function figuresOfQueue(queue: Queue): Promise<QueueFigures> {
  const [jobs, workers, [oldest], failed] = await Promise.all([
    queue.getJobCounts(),
    queue.getWorkersCount(),
    queue.getJobs(["waiting"], 0, 0, true),
    queue.getJobs(["failed"], 0, LAST_FAILED - 1),
  ]);
  return {
    queue: queue.name,
    jobs,
    workers,
    oldest_waiting_seconds: oldest === undefined ? 0 : (Date.now() - oldest.timestamp) / 1_000,
    failed_of_last_1000: countedBy(failed.map(({ failedReason }) => codeOf(failedReason))),
  };
}

/** A reason is printed as `code: message`. */
function codeOf(reason: string | undefined): string {
  return /^([a-z_]+):/u.exec(reason ?? "")?.[1] ?? "other";
}

function countedBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function redisFigures(info: string): RedisFigures {
  const field = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, "mu").exec(info)?.[1] ?? 0);
  return { used_memory_bytes: field("used_memory"), max_memory_bytes: field("maxmemory") };
}

function gauges({ queues, redis }: Figures): readonly Metric[] {
  const each = (value: (figures: QueueFigures) => number) =>
    queues.map((figures) => ({ labels: { queue: figures.queue }, value: value(figures) }));
  return [
    {
      name: "gongkai_workers",
      help: "Workers connected to the queue",
      values: each(({ workers }) => workers),
    },
    {
      name: "gongkai_oldest_waiting_seconds",
      help: "How long the job that is next has waited; 0 where none waits",
      values: each((figures) => figures.oldest_waiting_seconds),
    },
    {
      name: "gongkai_failed_of_last_1000",
      help: "Failed jobs by reason, of the last 1000 that failed",
      values: queues.flatMap(({ queue, failed_of_last_1000 }) =>
        Object.entries(failed_of_last_1000).map(([reason, value]) => ({
          labels: { queue, reason },
          value,
        })),
      ),
    },
    {
      name: "gongkai_redis_memory_bytes",
      help: "Memory that Redis uses",
      values: [{ labels: {}, value: redis.used_memory_bytes }],
    },
    {
      name: "gongkai_redis_memory_limit_bytes",
      help: "Memory that Redis may use; 0 where there is no limit",
      values: [{ labels: {}, value: redis.max_memory_bytes }],
    },
  ];
}
