import { mkdir, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { VERSION } from "../../../index.js";
import { file, html, list, page } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { readSubmitted } from "../../../workers/crawl/record/submitted.js";
import { sitesFile } from "../../../workers/crawl/sites/schema.js";
import { RETRIES } from "../../../workers/queue/redis/jobs.js";
import { openQueues } from "../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../workers/queue/redis/queues.js";
import { openStore } from "../../../workers/store/open-store.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { endAll, startWorker, waitFor } from "./processes.js";
import type { Surroundings } from "./processes.js";

const COUNT = 12;
const { at, write } = temporaryFolder();
let redis: RedisServer;
let queues: Queues;
let served: Served;
let here: Surroundings;

beforeEach(async () => {
  if (!hasRedis) return;
  redis = await startRedis();
  queues = await openQueues({ url: redis.url, events: { lost: () => {}, back: () => {} } });
  here = { redis: redis.url, store: at("store"), reads: at("reads") };
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  const rows = numbers.map((n) => [`/${n}.pdf`, `第${n}局2026年部门预算`] as const);
  const files = numbers.map((n) => [`/${n}.pdf`, file(Buffer.from(`预算 ${n}`))] as const);
  served = await serveSite({
    replies: new Map([["/", page(html("部门预算公开", list(rows)))], ...files]),
  });
});
afterEach(async () => {
  await endAll();
  if (!hasRedis) return;
  await queues.close();
  await redis.stop();
  await served.close();
});

/** Queues one crawl of the site, as a scheduler does at its time. */
async function queueCrawl(delay = 0.05, begun: { readonly run?: string } = {}): Promise<void> {
  const said = sitesFile.parse({
    contact: "a@example.org",
    allowPrivate: true,
    delay,
    sites: [{ name: "one", start: [`${served.origin}/`] }],
  });
  const data = { file: said, dataset: "default", version: VERSION, ...begun };
  await queues.crawl.add("crawl", data, RETRIES);
}

const worker = () => startWorker(here, ["--lock", "1"]);
const asked = (count: number) =>
  waitFor(`request ${count}`, () => (served.log.length >= count ? true : undefined));
const compiled = async (name: string): Promise<readonly Record<string, string>[]> =>
  parse(await readFile(at("store/datasets/default/compiled", name), "utf8"), { columns: true });

/** How much was asked for again, and how much of all is there. */
async function outcome() {
  const paths = served.log.map(({ path }) => path);
  return {
    addresses: new Set(paths).size,
    again: paths.length - new Set(paths).size,
    overlaps: served.log.filter(({ overlaps }) => overlaps).length,
    documents: (await compiled("documents.csv")).length,
    told: (await compiled("crawl.csv")).filter(({ method }) => method !== "").length,
  };
}

const WHOLE = { addresses: COUNT + 2, overlaps: 0, documents: COUNT, told: COUNT + 2 };

describe.skipIf(!hasRedis)("a crawl", () => {
  test("whose worker is killed is gone on with by another: nothing is lost, nothing fetched twice but what was in flight", async () => {
    await queueCrawl();
    const first = worker();
    await asked(7);
    await first.end("SIGKILL");
    await worker().until("compiled");
    const { again, ...whole } = await outcome();
    expect(whole).toEqual(WHOLE);
    expect(again).toBeLessThanOrEqual(1);
  }, 60_000);

  test("during which Redis is killed makes no request while it is away, and goes on after it", async () => {
    const workers = [worker(), worker()];
    await queueCrawl(0.4);
    await asked(3);
    await redis.kill("SIGKILL");
    // The hold of a host lasts for two locks.
    await sleep(2_500);
    const before = served.log.length;
    await sleep(1_000);
    expect(served.log).toHaveLength(before);
    await redis.restart();
    await Promise.race(workers.map((each) => each.until("compiled")));
    const { again, ...whole } = await outcome();
    expect(whole).toEqual(WHOLE);
    expect(again).toBeLessThanOrEqual(1);
    expect(workers.map(({ stderr }) => stderr())).toEqual(["", ""]);
  }, 60_000);

  test("whose store fails after its end is not made again", async () => {
    await write("store/datasets", "no folder");
    const first = worker();
    await queueCrawl();
    await first.until("retried");
    await rm(at("store/datasets"));
    await first.until("compiled");
    expect(await outcome()).toEqual({ ...WHOLE, again: 0 });
  }, 60_000);

  test("that was named before another ended, and is tried again after it, loses nothing of what it finds", async () => {
    await queueCrawl(0);
    const first = worker();
    await first.until("compiled");
    const links = [["/new.pdf", "新局2026年部门预算"]] as const;
    served.replies.set("/", page(html("部门预算公开", list(links))));
    served.replies.set("/new.pdf", file(Buffer.from("预算 新")));
    await queueCrawl(0, { run: "2020-01-01T00-00-00Z" });
    expect(await first.until("crawled", 2)).toMatchObject({ end: "done" });
    expect(await submitted("/new.pdf")).toBe(true);
  }, 60_000);

  test("whose end fails midway submits what it found when it is tried again", async () => {
    const known = at("store/crawl/one/known.json");
    await mkdir(known, { recursive: true });
    const first = worker();
    await queueCrawl(0);
    await first.until("retried");
    await rm(known, { recursive: true });
    expect(await submitted("/0.pdf")).toBe(true);
  }, 60_000);
});

/** Waits until a document of the site is submitted. */
async function submitted(path: string): Promise<boolean> {
  const store = await openStore(at("store"));
  return waitFor(`${path} to be submitted`, async () => {
    const paths = (await readSubmitted(store, "one", "default")) ?? [];
    return [...paths].some((each) => each.endsWith(path)) || undefined;
  });
}
