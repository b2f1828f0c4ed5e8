import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { VERSION, extract } from "../../../index.js";
import { ReaderNotStarted } from "../../../workers/pool/readers.js";
import { openQueues } from "../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../workers/queue/redis/queues.js";
import { isNewer } from "../../../workers/queue/read/put-off.js";
import { runWorker } from "../../../workers/queue/worker.js";
import { openStore } from "../../../workers/store/open-store.js";
import { putResult } from "../dataset/make-stored.js";
import { collector, reader } from "../../cli/run.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { gongkaiHere, waitFor } from "./processes.js";

const { at, write } = temporaryFolder();

describe("a version", () => {
  test.each([
    ["0.2.0", "0.1.0", true],
    ["0.10.0", "0.9.9", true],
    ["0.1.0", "0.1.0", false],
    ["0.9.0", "0.10.0", false],
    ["0.3.0-beta.1", "0.3.0", false],
    ["0.3.0", "0.3.0-beta.1", true],
    ["0.3.0-beta.1", "0.3.0-beta.1", false],
    ["0.3.0-beta.10", "0.3.0-beta.9", true],
    ["0.3.1-beta.1", "0.3.0", true],
  ])("%s against %s: newer is %s", (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected);
  });
});

describe.skipIf(!hasRedis)("a worker", () => {
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

  const options = () => ({
    redis: redis.url,
    store: at("store"),
    concurrency: 1,
    plan: { ...BUNDLED, limits: { seconds: 60, megabytes: 512 } },
    reader,
    shutdown: 1_000,
    lock: 5_000,
  });
  const submitText = async (text: string) =>
    gongkaiHere(["submit", await write(`in/${text}.txt`, text)], {
      redis: redis.url,
      store: at("store"),
    });
  const submitOne = () => submitText("one");

  test("whose readers do not start ends with the reason, and hands its document back", async () => {
    await submitOne();
    const { stream } = collector();
    const { signal: stop } = new AbortController();
    const broken = pathToFileURL(at("no-such-reader.js"));
    const run = runWorker({ ...options(), reader: broken, output: stream, stop });
    await expect(run).rejects.toThrow(ReaderNotStarted);
    await expect(run).rejects.toMatchObject({
      says: { zh: expect.stringMatching(/^读取文档的进程无法启动（.+）。$/u) },
    });
    const [job] = await queues.read.getJobs(["wait"]);
    expect(job?.attemptsMade).toBe(0);
  });

  test("gives up a document under which worker after worker vanished, and says so in the dataset", async () => {
    await submitOne();
    const [job] = await queues.read.getJobs(["wait"]);
    // What the workers vanished over may be the stored result.
    const store = await openStore(at("store"));
    await putResult(store, await extract(Buffer.from("one")));
    // As BullMQ counts it.
    await queues.redis.hset(queues.read.toKey(String(job?.id)), "stc", 11);
    const stop = new AbortController();
    const { stream, text } = collector();
    const run = runWorker({ ...options(), output: stream, stop: stop.signal });
    await waitFor("compiled", () => (text().includes('"compiled"') ? true : undefined));
    stop.abort();
    await run;
    const failed = await queues.read.getJob(String(job?.id));
    expect(failed?.failedReason).toMatch(/^crashed: /u);
    expect(text()).toMatch(/"documents":1,"ok":0,"partial":0,"failed":1,"missing":0/u);
  });

  test("leaves what a newer program submitted to newer workers, and says so once", async () => {
    await submitOne();
    await submitText("two");
    const jobs = await queues.read.getJobs(["wait"]);
    for (const job of jobs) await job.updateData({ ...job.data, version: "99.0.0" });
    const stop = new AbortController();
    const { stream, text } = collector();
    const run = runWorker({ ...options(), output: stream, stop: stop.signal });
    await waitFor("the putting off", async () =>
      (await queues.read.getJobCountByTypes("delayed")) === 2 ? true : undefined,
    );
    stop.abort();
    await run;
    expect(text().match(/left_to_newer/gu)).toHaveLength(1);
    expect(text()).toContain(`"submitted_by":"99.0.0","version":"${VERSION}"`);
    expect(text()).not.toContain('"taken"');
  });
});
