import { getEventListeners } from "node:events";
import { DelayedError, UnrecoverableError, WaitingError, Worker } from "bullmq";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BUNDLED } from "../../../../extractors/common/ocr-plan.js";
import { VERSION, extract, sourceOf } from "../../../../index.js";
import { NOTHING_KNOWN } from "../../../../panel/issuers-file.js";
import { PANEL_NAMES } from "../../../../panel/records.js";
import { writeNames } from "../../../../workers/dataset/names.js";
import { askForPanel } from "../../../../workers/dataset/panel.js";
import { openPool } from "../../../../workers/pool/pool.js";
import type { Pool } from "../../../../workers/pool/pool.js";
import { compileJob } from "../../../../workers/queue/compile/compile-job.js";
import { addAwaited, countAwaited } from "../../../../workers/queue/redis/awaited.js";
import { COMPILE_QUEUE } from "../../../../workers/queue/redis/jobs.js";
import type { CompileEnd, CompileJob } from "../../../../workers/queue/redis/jobs.js";
import { openLog } from "../../../../workers/queue/redis/log.js";
import { openQueues } from "../../../../workers/queue/redis/queues.js";
import type { Queues } from "../../../../workers/queue/redis/queues.js";
import { submit } from "../../../../workers/queue/submit/submission.js";
import { putSource } from "../../../../workers/store/documents.js";
import { openStore } from "../../../../workers/store/open-store.js";
import type { Store } from "../../../../workers/store/store.js";
import { collector, reader } from "../../../cli/run.js";
import { temporaryFolder } from "../../../cli/temporary-folder.js";
import { putResult } from "../../dataset/make-stored.js";
import { heldIn } from "../../dataset/temporary-store.js";
import { hasRedis, startRedis } from "../../redis-server.js";
import type { RedisServer } from "../../redis-server.js";

const { at } = temporaryFolder();

const plan = { ...BUNDLED, limits: { seconds: 60, megabytes: 512 } };

describe.skipIf(!hasRedis)("a compile job", () => {
  let redis: RedisServer;
  let queues: Queues;
  let store: Store;
  let pool: Pool;
  let worker: Worker<CompileJob, CompileEnd, "compile">;
  let output: ReturnType<typeof collector>;
  let handBack: AbortController;
  beforeEach(async () => {
    redis = await startRedis();
    queues = await openQueues({ url: redis.url, events: { lost: () => {}, back: () => {} } });
    store = await openStore(at("store"));
    pool = openPool({ concurrency: 1, plan, reader });
    const options = { connection: queues.redis, autorun: false, skipVersionCheck: true };
    worker = new Worker(COMPILE_QUEUE, null, options);
    output = collector();
    handBack = new AbortController();
  });
  afterEach(async () => {
    await Promise.all([worker.close(), pool.close()]);
    await queues.close();
    await store.close();
    await redis.stop();
  });

  const desk = () => ({
    store,
    pool,
    queues,
    lock: 30_000,
    log: openLog(output.stream),
    handBack: handBack.signal,
    onBreakdown: () => undefined,
  });

  /** Submits texts whose results are stored; takes the job that compiles them. */
  async function taken(texts: readonly string[]) {
    const sources = texts.map((text, index) => sourceOf(Buffer.from(text), `${index}.txt`));
    for (const [index, text] of texts.entries()) {
      await putSource(store, Buffer.from(text), sources[index]?.sha256 ?? "");
      await putResult(store, await extract(Buffer.from(text)));
    }
    const id = await writeNames(store, "a", sources);
    await submit(queues, store, { dataset: "a", id, documents: sources, force: false });
    const job = await worker.getNextJob("mine");
    if (job === undefined) throw new Error("there is nothing to compile");
    return job;
  }

  const published = async () => [...(await heldIn(store, "datasets/a/compiled/")).keys()];

  test("publishes its dataset", async () => {
    const job = await taken(["one", "two"]);
    expect(await compileJob(desk(), job, "mine")).toMatchObject({ documents: 2, partial: 2 });
    expect(await published()).toContain("datasets/a/compiled/datapackage.json");
  });

  test("publishes its comparison where one was asked for, and the dataset's own description last", async () => {
    await askForPanel(store, "a", NOTHING_KNOWN);
    const put: string[] = [];
    const told: Store["putFile"] = (key, path) => {
      put.push(key.slice("datasets/a/compiled/".length));
      return store.putFile(key, path);
    };
    const job = await taken(["one"]);
    await compileJob({ ...desk(), store: { ...store, putFile: told } }, job, "mine");
    const panel = put.filter((name) => name.startsWith("panel/"));
    expect(panel.at(-1)).toBe("panel/datapackage.json");
    expect(panel).toHaveLength(PANEL_NAMES.length + 1);
    expect(put.slice(-panel.length - 1)).toEqual([...panel, "datapackage.json"]);
    await store.put("datasets/a/panel.json", Buffer.from("{}"));
    const giving = compileJob(desk(), job, "mine");
    await expect(giving).rejects.toThrow(UnrecoverableError);
    await expect(giving).rejects.toThrow(/panel\.json in .* with --panel again/u);
  });

  test("leaves nothing waiting for the end of its worker", async () => {
    await compileJob(desk(), await taken(["one"]), "mine");
    expect(getEventListeners(handBack.signal, "abort")).toEqual([]);
  });

  test("whose worker ends is handed back", async () => {
    const job = await taken(["one"]);
    handBack.abort();
    await expect(compileJob(desk(), job, "mine")).rejects.toThrow(WaitingError);
    expect(await job.getState()).toBe("waiting");
    expect(await published()).toEqual([]);
  });

  /** Takes the job that was put off, when its time has come. */
  async function takenAgain(id: string | undefined) {
    const delayed = await queues.compile.getJob(String(id));
    await delayed?.promote();
    const job = await worker.getNextJob("mine");
    if (job?.id !== id || job === undefined) throw new Error(`${job?.id} is compiled`);
    return job;
  }

  const loseResults = async () => {
    for await (const key of store.list("results/")) await store.remove(key);
  };

  test("queues what is without a result in place of publishing, again and again but slowly", async () => {
    const job = await taken(["one", "two"]);
    await loseResults();
    await expect(compileJob(desk(), job, "mine")).rejects.toThrow(DelayedError);
    expect(await published()).toEqual([]);
    expect(await countAwaited(queues, String(job.id))).toBe(2);
    const again = await takenAgain(job.id);
    expect(again.data).toMatchObject({ dataset: "a", round: 1 });
    await expect(compileJob(desk(), again, "mine")).rejects.toThrow(DelayedError);
    expect((await queues.compile.getJob(String(job.id)))?.data.round).toBe(1);
    await Promise.all((await queues.read.getJobs(["wait"])).map((read) => read.remove()));
    await expect(compileJob(desk(), await takenAgain(job.id), "mine")).rejects.toThrow(
      DelayedError,
    );
    const third = await queues.compile.getJob(String(job.id));
    expect([third?.data.round, third?.delay, third?.attemptsMade]).toEqual([2, 10_000, 0]);
    expect(await queues.read.getJobCountByTypes("wait")).toBe(2);
    expect(output.text().match(/"event":"incomplete".*?"incomplete":2/gu)).toHaveLength(2);
  });

  test("is left to a later one of its dataset", async () => {
    const more = sourceOf(Buffer.from("more"), "more.txt");
    await putSource(store, Buffer.from("more"), more.sha256);
    const job = await taken(["one"]);
    const id = await writeNames(store, "a", [more]);
    const documents = [more];
    const other = await submit(queues, store, { dataset: "a", id, documents, force: false });
    expect(await compileJob(desk(), job, "mine")).toEqual({ next: other.job });
    expect(await published()).toEqual([]);
    expect(await queues.read.getJobCountByTypes("wait", "delayed")).toBe(1);
  });

  test("is not left to one that a newer program submitted", async () => {
    const job = await taken(["one"]);
    await queues.compile.add("compile", { dataset: "a", version: "99.0.0" }, { jobId: "a.9" });
    expect(await compileJob(desk(), job, "mine")).toMatchObject({ documents: 1, partial: 1 });
  });

  test("that is done twice, by whatever worker, gives the same bytes", async () => {
    const job = await taken(["one", "two"]);
    expect(await compileJob(desk(), job, "mine")).toMatchObject({ documents: 2 });
    const once = await heldIn(store, "datasets/a/");
    expect(await compileJob(desk(), job, "mine")).toMatchObject({ documents: 2 });
    expect(await heldIn(store, "datasets/a/")).toEqual(once);
  });

  test("that ended between two of its files is published whole by the next", async () => {
    const whole = await taken(["one", "two"]);
    await compileJob(desk(), whole, "mine");
    const once = await heldIn(store, "datasets/a/compiled/");
    for (const key of once.keys()) await store.remove(key);
    let left = 3;
    const dying: Store["putFile"] = async (key, path) => {
      left -= 1;
      if (left < 0) throw new Error("killed");
      await store.putFile(key, path);
    };
    const ending = compileJob({ ...desk(), store: { ...store, putFile: dying } }, whole, "mine");
    await expect(ending).rejects.toThrow("killed");
    expect(await published()).toHaveLength(3);
    await compileJob(desk(), whole, "mine");
    expect(await heldIn(store, "datasets/a/compiled/")).toEqual(once);
  });

  test("whose Redis was emptied after its results were stored is made again from the store alone", async () => {
    await taken(["one", "two"]);
    await queues.redis.flushdb();
    const again = await taken(["one", "two"]);
    expect(await queues.read.getJobCountByTypes("wait", "delayed")).toBe(0);
    expect(await compileJob(desk(), again, "mine")).toMatchObject({ documents: 2, partial: 2 });
  });

  test("waits for what a worker that was killed had not counted off", async () => {
    const job = await taken(["one"]);
    const data = { sha256: "1a", file_name: "", dataset: "a", awaitedBy: "", version: VERSION };
    const read = await queues.read.add("read", data, { jobId: "1a" });
    await addAwaited(queues, String(job.id), ["1a"]);
    await expect(compileJob(desk(), job, "mine")).rejects.toThrow(DelayedError);
    await read.remove();
    expect(await compileJob(desk(), await takenAgain(job.id), "mine")).toMatchObject({
      partial: 1,
    });
    expect(await countAwaited(queues, String(job.id))).toBe(0);
  });

  test("publishes why a document was given up of which there is no result", async () => {
    const job = await taken(["one"]);
    await loseResults();
    const { sha256 } = sourceOf(Buffer.from("one"), "");
    const failure = { en: "the store was full", zh: "存储已满" };
    const data = {
      sha256,
      file_name: "0.txt",
      dataset: "a",
      awaitedBy: "a.0",
      version: VERSION,
      failure,
    };
    const read = await queues.read.add("read", data, { jobId: sha256 });
    const fields = { finishedOn: Date.now(), failedReason: failure.en };
    await queues.redis.hset(queues.read.toKey(sha256), fields);
    await queues.redis.lrem(queues.read.toKey("wait"), 0, sha256);
    await queues.redis.zadd(queues.read.toKey("failed"), fields.finishedOn, sha256);
    expect(await compileJob(desk(), job, "mine")).toMatchObject({ documents: 1, missing: 1 });
    const documents = String(await store.get("datasets/a/compiled/documents.csv"));
    expect(documents).toContain("It was not read: the store was full");
    expect(documents).toContain("没有读取：存储已满");
    await read.updateData({ ...data, version: "0.0.1" });
    await expect(compileJob(desk(), job, "mine")).rejects.toThrow(DelayedError);
    expect(await (await queues.read.getJob(sha256))?.getState()).toBe("waiting");
  });

  test("under which worker after worker vanished is given up", async () => {
    const job = await taken(["one"]);
    job.stalledCounter = 11;
    const giving = compileJob(desk(), job, "mine");
    await expect(giving).rejects.toThrow(UnrecoverableError);
    await expect(giving).rejects.toThrow(/ended 10 times .* Give workers more memory/u);
  });

  test.each([
    ["lost its lock", (lock: string) => queues.redis.set(lock, "another's")],
    ["works on after Redis was emptied", () => queues.redis.flushall()],
  ])("whose worker %s publishes nothing over what another has published", async (_, lose) => {
    const job = await taken(["one"]);
    await lose(`${queues.compile.toKey(String(job.id))}:lock`);
    await expect(compileJob(desk(), job, "mine")).rejects.toThrow(WaitingError);
    expect(await published()).toEqual([]);
    expect(output.text()).toContain('"event":"abandoned"');
  });
});
