import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { file, html, list, page } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { compileDataset } from "../../../workers/dataset/compile.js";
import { holdHosts } from "../../../workers/queue/crawl/host-lock.js";
import { openQueues } from "../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../workers/queue/redis/queues.js";
import { runWorker } from "../../../workers/queue/worker.js";
import { openStore } from "../../../workers/store/open-store.js";
import { readFile, readdir } from "node:fs/promises";
import { collector, reader, run } from "../../cli/run.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { waitFor } from "./processes.js";

const { at, write } = temporaryFolder();

describe.skipIf(!hasRedis)("a schedule", () => {
  let redis: RedisServer;
  let queues: Queues;
  let served: Served;
  beforeEach(async () => {
    redis = await startRedis();
    queues = await openQueues({ url: redis.url, events: { lost: () => {}, back: () => {} } });
    const rows = [1, 2].map((n) => [`/${n}.pdf`, `第${n}局2026年部门预算`] as const);
    const files = [1, 2].map((n) => [`/${n}.pdf`, file(Buffer.from(`预算 ${n}`))] as const);
    const replies = new Map([["/", page(html("部门预算公开", list(rows)))], ...files]);
    served = await serveSite({ replies });
  });
  afterEach(async () => {
    await queues.close();
    await redis.stop();
    await served.close();
  });

  const schedule = async (
    schedules: Readonly<Record<string, string>>,
    ...more: readonly string[]
  ) => {
    const sites = Object.entries(schedules).map(
      ([name, cron]) =>
        `  - name: ${name}\n    start: ["${served.origin}/"]\n    schedule: "${cron}"\n`,
    );
    const text = `contact: a@example.org\nallowPrivate: true\ndelay: 0\nsites:\n${sites.join("")}`;
    const path = await write("sites.yaml", text);
    return run(["schedule", path, "--redis", redis.url, "--store", at("store"), ...more]);
  };

  const hold = (visitor: string) => holdHosts(queues.redis, ["a", "b"], { visitor, lasts: 5_000 });

  test("holds the sites of its file and no others", async () => {
    expect((await schedule({ one: "0 30 2 * * *", two: "0 0 3 * * *" })).stdout).toBe(
      "Scheduled 2; removed 0.\n",
    );
    expect((await schedule({ two: "0 0 4 * * *" })).stdout).toBe("Scheduled 1; removed 1.\n");
    const known = await queues.crawl.getJobSchedulers();
    expect(known.map(({ key, pattern, tz }) => [key, pattern, tz])).toEqual([
      ["two", "0 0 4 * * *", "Asia/Shanghai"],
    ]);
    const { code, stderr } = await schedule({ two: "every day" });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/two: expected a cron pattern/u)]);
  });

  test("has a worker crawl, read and compile; the dataset says what was seen", async () => {
    await schedule({ one: "*/2 * * * * *" }, "--warc");
    const stop = new AbortController();
    const { stream, text } = collector();
    const plan = { ...BUNDLED, limits: { seconds: 60, megabytes: 512 } };
    const options = { redis: redis.url, store: at("store"), concurrency: 1, plan, reader };
    const times = { shutdown: 1_000, lock: 5_000 };
    const worker = runWorker({ ...options, ...times, output: stream, stop: stop.signal });
    await waitFor("compiled", () => (text().includes('"compiled"') ? true : undefined));
    await waitFor("crawls", () => (text().split('"crawled"').length > 3 ? true : undefined));
    stop.abort();
    await worker;
    const later = await queues.compile.getDelayed();
    expect(later.map(({ data: { dataset }, opts: { delay } }) => [dataset, delay])).toEqual([
      ["default", 600_000],
    ]);
    const store = await openStore(at("store"));
    await compileDataset({ store, dataset: "default", folder: at("out") });
    const documents = await readFile(at("out/documents.csv"), "utf8");
    expect(documents.match(/,1,,20\d\d-[^,]+,20\d\d-[^,]+,\n/gu)).toHaveLength(2);
    expect(
      served.log.filter(({ path, status }) => path.endsWith(".pdf") && status === 200),
    ).toHaveLength(2);
    expect(await readFile(at("out/crawl.csv"), "utf8")).toContain("第1局2026年部门预算");
    expect((await readdir(at("out/warc"))).length).toBeGreaterThan(0);
    expect(served.log.filter(({ overlaps }) => overlaps)).toEqual([]);
  }, 60_000);

  test("a host is visited by one worker alone", async () => {
    const first = await hold("one");
    expect(await hold("two")).toBeUndefined();
    await first?.release();
    const second = await hold("two");
    expect(second?.lost.aborted).toBe(false);
    await second?.release();
  });
});
