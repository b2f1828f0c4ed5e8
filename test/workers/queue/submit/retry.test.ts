import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { VERSION } from "../../../../index.js";
import { endsWorkers } from "../../../../workers/queue/redis/jobs.js";
import { openSubmission } from "../../../../workers/queue/redis/open-submissions.js";
import { openQueues } from "../../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../../workers/queue/redis/queues.js";
import { retryFailed } from "../../../../workers/queue/submit/retry.js";
import { hasRedis, startRedis } from "../../redis-server.js";
import type { RedisServer } from "../../redis-server.js";

describe.skipIf(!hasRedis)("a retry of failed jobs", () => {
  let redis: RedisServer;
  let queues: Queues;
  beforeEach(async () => {
    redis = await startRedis();
    queues = await openQueues({ url: redis.url, events: { lost: () => {}, back: () => {} } });
  });
  afterEach(async () => {
    await queues.close();
    await redis.stop();
  });

  /** Puts a job that failed into a queue, as BullMQ does. */
  async function failedJob(queue: Queues["read"] | Queues["compile"], id: string): Promise<void> {
    await queues.redis.hset(queue.toKey(id), { finishedOn: Date.now(), failedReason: "full" });
    await queues.redis.lrem(queue.toKey("wait"), 0, id);
    await queues.redis.zadd(queue.toKey("failed"), Date.now(), id);
  }

  async function failures(): Promise<void> {
    await queues.compile.add("compile", { dataset: "a", version: VERSION }, { jobId: "a.1" });
    await failedJob(queues.compile, "a.1");
    await queues.redis.hset(queues.compile.toKey("a.1"), "stc", 11);
    for (const sha256 of ["1a", "2b"]) {
      const data = { sha256, file_name: sha256, dataset: "b", awaitedBy: "b.1", version: VERSION };
      await queues.read.add("read", data, { jobId: sha256 });
      await failedJob(queues.read, sha256);
    }
  }

  test("forgets how often workers vanished over a dataset and over a document", async () => {
    await failures();
    await queues.redis.hset(queues.read.toKey("1a"), "stc", 11);
    expect(await retryFailed(queues)).toEqual({ documents: 2, datasets: ["a", "b"] });
    const job = await queues.compile.getJob("a.1");
    expect([await job?.getState(), job?.stalledCounter]).toEqual(["waiting", 11]);
    const read = await queues.read.getJob("1a");
    expect([await read?.getState(), read?.stalledCounter]).toEqual(["waiting", 11]);
    expect([job && endsWorkers(job), read && endsWorkers(read)]).toEqual([false, false]);
  });

  test("made twice at once tries all again once", async () => {
    await failures();
    await Promise.all([retryFailed(queues), retryFailed(queues), retryFailed(queues)]);
    expect(await queues.read.getJobCountByTypes("failed")).toBe(0);
    expect(await queues.compile.getJobCountByTypes("failed")).toBe(0);
    const waiting = await queues.read.getJobs(["wait"]);
    expect(waiting.filter(({ data }) => data.after === undefined)).toHaveLength(2);
  });

  test("lets the datasets be compiled of one that was stopped half-way", async () => {
    const open = (job: string) => openSubmission(queues, { dataset: "c", job });
    await open("c.retry.1a2b3c4d");
    await open("c.0ff6471678db0b86b03ce0223c4afa48");
    expect(await retryFailed(queues)).toEqual({ documents: 0, datasets: ["c"] });
    const waiting = await queues.compile.getJobs(["wait"]);
    expect(waiting.map(({ id }) => id)).toEqual(["c.retry.1a2b3c4d"]);
  });
});
