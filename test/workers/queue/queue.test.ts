import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { parseCsv } from "../../pipeline/dataset/parse-csv.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { openStore } from "../../../workers/store/open-store.js";
import { startS3Server } from "../store/s3-server.js";
import { keysOf } from "../store/stores.js";
import { endAll, gongkaiHere, readIn, startWorker } from "./processes.js";
import type { Surroundings, WorkerProcess } from "./processes.js";

const { at, write } = temporaryFolder();

async function writeMany(folder: string, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) await write(`${folder}/${index}.txt`, text);
}

function numbered(count: number, begin = "document"): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${begin} ${index}`);
}

async function rows(dataset: string, file: string): Promise<readonly (readonly string[])[]> {
  const csv = await readFile(at("store/datasets", dataset, "compiled", file), "utf8");
  return parseCsv(csv).slice(1);
}

const reasons = (worker: WorkerProcess, name: string) =>
  worker.events().filter(({ event }) => event === name);

describe.skipIf(!hasRedis)("the queue", () => {
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
  const submit = (...args: readonly string[]) => gongkaiHere(["submit", ...args], here);

  test("reads what was submitted, and compiles it", async () => {
    await writeMany("in", numbered(5));
    startWorker(here);
    const { code, stdout } = await submit(at("in"), "--dataset", "one", "--wait");
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/one: 5 documents to read\.\n.*\nCompiled: 5 documents, 5 ok, /su),
    ]);
    expect(await rows("one", "documents.csv")).toHaveLength(5);
    expect(await readFile(at("store/datasets/one/compiled/datapackage.json"), "utf8")).toContain(
      '"documents.csv"',
    );
  });

  test("the same submitted twice is read once, whether it waits or is done", async () => {
    await writeMany("in", numbered(4));
    await submit(at("in"));
    const again = await submit(at("in"));
    expect(again.stdout).toContain("submitted before");
    startWorker(here);
    await submit(at("in"), "--wait");
    const { stdout } = await submit(at("in"), "--wait");
    expect(stdout).toContain("0 documents to read, 4 read before");
    expect(readIn(at("reads"))).toHaveLength(4);
  });

  test("--force reads again what was read", async () => {
    await writeMany("in", numbered(2));
    startWorker(here);
    await submit(at("in"), "--wait");
    const { code } = await submit(at("in"), "--force", "--wait");
    expect([code, readIn(at("reads")).length]).toEqual([0, 4]);
  });

  test("no page of a scan is recognized twice: what was recognized is kept in the store", async () => {
    await writeMany("in", ["#3"]);
    startWorker(here, ["--ocr", "always"]);
    await submit(at("in"), "--wait");
    await submit(at("in"), "--force", "--wait");
    expect(await keysOf(await openStore(here.store), "ocr/")).toHaveLength(3);
    const pages = readIn(at("reads")).filter((line) => line.startsWith("page"));
    expect([readIn(at("reads")).length, pages.length]).toEqual([5, 3]);
  });

  test("a document that two datasets wait for is read once and is in both", async () => {
    await writeMany("in", numbered(3));
    await write("more/4.txt", "one more");
    await submit(at("in"), "--dataset", "one");
    await submit(at("in"), at("more"), "--dataset", "two");
    startWorker(here);
    const waits = await Promise.all([
      submit(at("in"), "--dataset", "one", "--wait"),
      submit(at("in"), at("more"), "--dataset", "two", "--wait"),
    ]);
    expect(waits.map(({ code }) => code)).toEqual([0, 0]);
    expect([
      (await rows("one", "documents.csv")).length,
      (await rows("two", "documents.csv")).length,
      readIn(at("reads")).length,
    ]).toEqual([3, 4, 4]);
  });

  test("a later submission of a dataset is compiled with the earlier one", async () => {
    await writeMany("in", numbered(2));
    await writeMany("more", numbered(3, "other"));
    startWorker(here);
    await submit(at("in"), "--wait");
    await submit(at("more"), "--wait");
    expect(await rows("default", "documents.csv")).toHaveLength(5);
  });

  test("an unreadable document fails at once with its reason, and is in the dataset", async () => {
    await writeMany("in", ["a document", "PK a workbook", "! a fault"]);
    const worker = startWorker(here);
    const { code, stdout } = await submit(at("in"), at("nowhere.pdf"), "--wait");
    expect([code, stdout]).toEqual([1, expect.stringContaining("4 documents, 1 ok, 0 partial, 3")]);
    expect(reasons(worker, "failed").map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        "unsupported_format: workbooks are not read",
        "internal: TypeError: a fault of the program",
      ]),
    );
    expect(reasons(worker, "retried")).toEqual([]);
    const csv = await readFile(at("store/datasets/default/compiled/documents.csv"), "utf8");
    for (const reason of ["unsupported_format", "internal", "not_found", "nowhere.pdf"])
      expect(csv).toContain(reason);
  });

  test("a document is tried again when the store was away, and the worker goes on", async () => {
    const s3 = await startS3Server();
    try {
      here = { ...here, store: s3.url };
      await writeMany("in", ["~1500 slow"]);
      const worker = startWorker(here);
      await submit(at("in"));
      await worker.until("taken");
      await s3.kill("SIGKILL");
      const { reason } = await worker.until("retried");
      expect(reason).toContain("127.0.0.1");
      await s3.restart();
      const compiled = await worker.until("compiled");
      expect([compiled["ok"], compiled["documents"]]).toEqual([1, 1]);
      expect(worker.stdout()).not.toContain("S3RVER:");
    } finally {
      await s3.stop();
    }
  });
});
