import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { statusText } from "../../cli/commands/status.js";
import type { Status } from "../../workers/queue/status.js";
import {
  endAll,
  gongkaiHere,
  readIn,
  start,
  startWorker,
  waitFor,
} from "../workers/queue/processes.js";
import type { Surroundings } from "../workers/queue/processes.js";
import { hasRedis, startRedis } from "../workers/redis-server.js";
import type { RedisServer } from "../workers/redis-server.js";
import { run } from "./run.js";
import { temporaryFolder } from "./temporary-folder.js";

const { at, write } = temporaryFolder();

/** The length of a SHA-256 in digits. */
const SHA256 = 64;

const QUIET: Status = {
  documents: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 },
  datasets: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 },
  sites: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 },
  last_minute: { read: 0, failed: 0 },
  oldest: { waiting: null, active: null },
  workers: 0,
  pending: [],
  failures: [],
};

describe("the status for a person", () => {
  test("says how much is waiting, for how long, and what failed", () => {
    const text = statusText(
      {
        ...QUIET,
        documents: { waiting: 12_345, active: 2, delayed: 0, failed: 1, completed: 5_000 },
        last_minute: { read: 240, failed: 1 },
        oldest: {
          waiting: { job: "a", file_name: "预算.pdf", seconds: 7_300 },
          active: { job: "b", file_name: "big.pdf", seconds: 59 },
        },
        workers: 2,
        pending: [{ dataset: "hebei", job: "c", is_being_submitted: false, documents: 12_347 }],
        failures: [
          {
            job: "d",
            document: "0123456789abcdef",
            file_name: "bad.doc",
            dataset: "hebei",
            reason: "unsupported_format: save it\nas .docx",
            reason_zh: "unsupported_format：另存\n为 .docx",
            failed_at: "2026-11-21T07:00:00.000Z",
          },
        ],
      },
      "en",
    );
    expect(text).toBe(`           waiting  active  delayed  failed  completed
Documents   12,345       2        0       1      5,000
Datasets         0       0        0       0          0

Workers          2
Last minute      240 read, 1 failed
Waits longest    2 h: 预算.pdf
Is read longest  59 s: big.pdf

Not compiled yet
  hebei  12,347 documents left

Failed lately
  0123456789abcdef  bad.doc  unsupported_format: save it as .docx
`);
  });

  test("says nothing of what there is none of", () => {
    expect(statusText(QUIET, "en")).not.toMatch(/Not compiled|Failed lately/u);
  });
});

describe("wrong usage", () => {
  test.each([
    [["retry"], "say which job"],
    [["retry", "a", "--failed"], "say which job"],
    [["submit", "x.txt"], "--store"],
    [["submit", "x.txt", "--store", "s", "--dataset", "No/Name"], "cannot be called"],
    [["worker", "--store", "s", "--concurrency", "0"], "1 or more"],
    [["worker"], "--store"],
  ])("%s is told, and exits 2", async (args, told) => {
    const { code, stderr } = await run(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});

describe.skipIf(!hasRedis)("with a queue", () => {
  let redis: RedisServer;
  let here: Surroundings;
  beforeEach(async () => {
    redis = await startRedis();
    here = { redis: redis.url, store: at("store"), reads: at("reads") };
  });
  afterEach(async () => {
    await endAll();
    await redis.stop();
  });
  const gk = (...args: readonly string[]) => gongkaiHere(args, here);
  const statusNow = async (): Promise<Status> => JSON.parse((await gk("status", "--json")).stdout);

  test("status lists a failed document, and retry --failed reads it anew and compiles again", async () => {
    await write("in/good.txt", "a document");
    await write("in/bad.txt", "PK a workbook");
    const worker = startWorker(here);
    expect((await gk("submit", at("in"), "--wait")).code).toBe(1);
    const { failures, documents, last_minute, workers } = await statusNow();
    expect([documents.failed, documents.completed, last_minute.read, workers]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(failures).toMatchObject([
      { file_name: "bad.txt", reason: "unsupported_format: workbooks are not read" },
    ]);
    const { stdout: status } = await gk("status", "--lang", "zh");
    expect(status).toContain("  bad.txt  unsupported_format：不读取工作簿\n");
    const { code, stdout } = await gk("retry", "--failed");
    expect([code, stdout]).toEqual([
      0,
      "To be done again: 1 documents read, then the dataset default compiled.\n" +
        "Other datasets with the same documents are compiled anew when these are submitted to them again.\n",
    ]);
    await worker.until("compiled", 2);
    const bad = failures[0]?.document;
    expect(readIn(at("reads")).filter((id) => id === bad)).toHaveLength(2);
    expect((await statusNow()).failures).toHaveLength(1);
  });

  test("what could not be stored is tried again, and goes on when the reason is gone", async () => {
    await write("in/one.txt", "one");
    await write("in/two.txt", "two");
    await gk("submit", at("in"));
    // A file of another kind in place of the folder of the results: the store cannot be written.
    await writeFile(at("store/results"), "in the way");
    const worker = startWorker(here);
    await worker.until("retried", 2);
    await rm(at("store/results"));
    expect(await worker.until("compiled")).toMatchObject({ documents: 2, ok: 2, missing: 0 });
  });

  test("a document that was damaged in the store fails with what to do, and is read when submitted again", async () => {
    const path = await write("in/one.txt", "one");
    await gk("submit", path);
    const folder = at("store/sources");
    const name = (await readdir(folder, { recursive: true })).find((each) => each.length > SHA256);
    await writeFile(join(folder, name ?? ""), "on");
    const worker = startWorker(here);
    const compiled = await worker.until("compiled");
    expect(compiled).toMatchObject({ documents: 1, failed: 1, missing: 1 });
    const [failure] = (await statusNow()).failures;
    expect(failure?.reason).toContain("submit");
    const { code } = await gk("submit", path, "--wait");
    expect(code).toBe(0);
    expect(worker.events().findLast(({ event }) => event === "compiled")).toMatchObject({ ok: 1 });
    expect((await statusNow()).failures).toEqual([]);
  });

  test("retry names a document by the start of its SHA-256, and tells of one that did not fail", async () => {
    await write("in/bad.txt", "PK a workbook");
    await write("in/good.txt", "good");
    const worker = startWorker(here);
    await gk("submit", at("in"), "--wait");
    const [failure] = (await statusNow()).failures;
    expect((await gk("retry", String(failure?.document))).code).toBe(0);
    await worker.until("compiled", 2);
    const done = worker.events().find(({ event }) => event === "finished");
    const finished = await gk("retry", String(done?.["job"]));
    expect([finished.code, finished.stderr]).toEqual([1, expect.stringContaining("completed")]);
    const inChinese = await gk("retry", "0123456789", "--lang", "zh");
    expect([inChinese.code, inChinese.stderr]).toEqual([
      1,
      '错误：没有名为 0123456789 的失败任务。"gongkai status" 会列出失败任务。\n',
    ]);
    const unknown = await gk("retry", "0123456789");
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("gongkai status")]);
    expect((await gk("retry", "--failed")).code).toBe(0);
  });

  test("submit --panel has the dataset compared, then and whenever it is compiled", async () => {
    await write("in/one.txt", "one");
    const worker = startWorker(here);
    const issuers = await write("issuers.yaml", "issuers: [{id: a, names: [甲局]}]\n");
    const wrong = await write("wrong.yaml", "issuers: [{id: a}]\n");
    const { code, stderr } = await gk("submit", at("in"), "--panel", "--issuers", wrong);
    expect([code, stderr]).toEqual([2, expect.stringContaining("wrong.yaml, line 1")]);
    expect((await gk("submit", at("in"), "--wait", "--issuers", issuers)).code).toBe(0);
    const noted = await readFile(at("store/datasets/default/panel.json"), "utf8");
    expect(JSON.parse(noted)).toEqual({ issuers: [{ id: "a", names: ["甲局"] }] });
    const panel = at("store/datasets/default/compiled/panel");
    expect(await readdir(panel)).toContain("panel.csv");
    await rm(panel, { recursive: true });
    await write("in/two.txt", "two");
    await gk("submit", at("in"), "--wait");
    await worker.until("compiled", 2);
    expect(await readdir(panel)).toContain("series.csv");
    expect(await readFile(at("store/datasets/default/panel.json"), "utf8")).toBe(noted);
    expect((await gk("compile", "--out", at("out"))).code).toBe(0);
    expect(await readdir(at("out/panel"))).toContain("issuers.csv");
  });

  test("status --watch prints again until Ctrl-C", async () => {
    const watching = start(["status", "--watch", "--json"], here);
    await waitFor("three lines", () =>
      watching.stdout().split("\n").length > 3 ? true : undefined,
    );
    watching.child.kill("SIGINT");
    expect((await watching.ended).signal).toBe("SIGINT");
  });
});
