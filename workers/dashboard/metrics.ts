import type { Queues } from "../queue/redis/queues.js";
import { readStatus, workersOn } from "../queue/status.js";
import { joinTexts, printGauges } from "./prometheus.js";
import type { Metric } from "./prometheus.js";
import { DASHBOARD } from "./settings.js";
import { tally } from "../../pipeline/model/tally.js";

/** What BullMQ tells of its queues, and our own figures, as text for Prometheus. */
export async function metricsOf(queues: Queues): Promise<string> {
  const all = [queues.read, queues.compile, queues.crawl];
  const texts = await Promise.all(all.map((queue) => queue.exportPrometheusMetrics()));
  const gauges = await Promise.all([
    workers(queues),
    oldest(queues),
    failures(queues),
    memory(queues),
  ]);
  return joinTexts([...texts, printGauges(gauges.flat())]);
}

async function workers(queues: Queues): Promise<readonly Metric[]> {
  const values = await Promise.all(
    [queues.read, queues.compile, queues.crawl].map(async (queue) => ({
      labels: { queue: queue.name },
      value: await workersOn(queues, queue),
    })),
  );
  return [{ name: "gongkai_workers", help: "Workers connected to a queue", values }];
}

async function oldest(queues: Queues): Promise<readonly Metric[]> {
  const { waiting, active } = (await readStatus(queues)).oldest;
  return [
    {
      name: "gongkai_oldest_document_seconds",
      help: "How long the first document has waited, or has been read; 0 where there is none",
      values: [
        { labels: { state: "waiting" }, value: seconds(waiting) },
        { labels: { state: "active" }, value: seconds(active) },
      ],
    },
  ];
}

/** Metrics have no word for nothing: their help says that 0 stands for it. */
const seconds = (age: { readonly seconds: number } | null | undefined): number => age?.seconds ?? 0;

async function failures({ read, redis }: Queues): Promise<readonly Metric[]> {
  const ids = await redis.zrevrange(read.toKey("failed"), 0, DASHBOARD.lastFailed - 1);
  const reasons = redis.pipeline();
  for (const id of ids) reasons.hget(read.toKey(id), "failedReason");
  const codes = ((await reasons.exec()) ?? []).map(([, reason]) => codeOf(reason));
  return [
    {
      name: "gongkai_failed_documents",
      help: `Why documents failed, of the last ${DASHBOARD.lastFailed} that did`,
      values: counted(codes).map(([reason, value]) => ({ labels: { reason }, value })),
    },
  ];
}

/** A document that cannot be read fails with `code: message`; anything else is a fault around it. */
function codeOf(reason: unknown): string {
  return (typeof reason === "string" && /^([a-z_]+):/u.exec(reason)?.[1]) || "other";
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  return [...tally(names)].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function memory({ redis }: Queues): Promise<readonly Metric[]> {
  const info = await redis.info("memory");
  const field = (name: string) => {
    // Redis says 0 itself where memory has no limit; what it does not say is told so too.
    const value = Number(new RegExp(`^${name}:(\\d+)`, "mu").exec(info)?.[1] ?? 0);
    return [{ labels: {}, value }];
  };
  return [
    {
      name: "gongkai_redis_memory_bytes",
      help: "Memory that Redis uses",
      values: field("used_memory"),
    },
    {
      name: "gongkai_redis_memory_limit_bytes",
      help: "Memory that Redis may use; 0 where there is no limit",
      values: field("maxmemory"),
    },
  ];
}
