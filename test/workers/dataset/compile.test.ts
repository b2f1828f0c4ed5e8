import { EventEmitter, once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { glob } from "tinyglobby";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UnreadableSource, extract, failed, openOutput, sourceOf } from "../../../index.js";
import type { DocumentDataset } from "../../../index.js";
import { readDataset } from "../../../pipeline/dataset/json.js";
import {
  ForeignDocuments,
  compileCsvFiles,
  compileDataset,
} from "../../../workers/dataset/compile.js";
import { NoSuchDataset } from "../../../workers/dataset/datasets.js";
import { writeNames } from "../../../workers/dataset/names.js";
import { resultKey } from "../../../workers/store/keys.js";
import { openStore } from "../../../workers/store/open-store.js";
import { withSources } from "../../../pipeline/dataset/origins.js";
import { leadingSource, sourceWithoutBytes } from "../../../pipeline/dataset/source.js";
import { DamagedStore } from "../../../workers/store/store.js";
import type { Store } from "../../../workers/store/store.js";
import { dataset, failedDataset } from "../../pipeline/dataset/make-dataset.js";
import { parseCsv } from "../../pipeline/dataset/parse-csv.js";
import { startS3Server } from "../store/s3-server.js";
import { putResult, sourceNamed } from "./make-stored.js";
import { damage, temporaryStores } from "./temporary-store.js";
import { removeFolder } from "../../remove-folder.js";

const newStore = temporaryStores();

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-compile-"));
});
afterEach(() => removeFolder(folder));

const at = (...path: readonly string[]) => join(folder, ...path);

/** Where the JSON of a text's document stands. */
const jsonOf = (text: string) => at("out/documents", `${dataset(text).document.document_id}.json`);

/** Every file under a folder, hidden ones too, with its text. */
async function filesIn(path: string): Promise<ReadonlyMap<string, string>> {
  const paths = (await glob("**", { cwd: path, dot: true })).toSorted();
  const files = paths.map(
    async (name) => [name, await readFile(join(path, name), "utf8")] as const,
  );
  return new Map(await Promise.all(files));
}

async function rows(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [header = [], ...body] = parseCsv(await readFile(path, "utf8"));
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

const named = (text: string, fileName: string): DocumentDataset =>
  dataset(text, { source: sourceNamed(text, fileName) });

/** A store that holds results, and one dataset that names them. */
async function storeOf(datasets: readonly DocumentDataset[]): Promise<Store> {
  return filled(await newStore(), datasets);
}

async function filled(store: Store, datasets: readonly DocumentDataset[]): Promise<Store> {
  for (const each of datasets) await putResult(store, each);
  await writeNames(store, "a", datasets.map(leadingSource));
  return store;
}

const GIVEN_UP = { en: "It was given up.", zh: "已放弃读取。" };

/** A name that led to no bytes, and what a local run makes of it. */
function gone(fileName: string, code: "not_found" | "empty") {
  const says = { en: `${fileName} is ${code}`, zh: `${fileName} 是 ${code}` };
  const failure = { code, message: says.en, message_zh: says.zh } as const;
  const source =
    code === "empty" ? sourceOf(new Uint8Array(), fileName) : sourceWithoutBytes(fileName);
  const local = failed(source, new UnreadableSource(code, says));
  return { name: { ...source, failure }, local };
}

async function localRun(datasets: readonly DocumentDataset[]) {
  const output = openOutput(at("local"));
  for (const each of datasets) await output.add(each);
  await output.close();
  return filesIn(at("local"));
}

const compiled = async (store: Store, clean = false) =>
  compileDataset({ store, dataset: "a", folder: at("out"), clean });

describe("a dataset compiled from a store", () => {
  test("is that of a local run over the same files, to the byte", async () => {
    const samples = (await glob("samples/*/source.{txt,docx,pdf}")).toSorted();
    expect(samples.length).toBeGreaterThan(20);
    const read = await Promise.all(
      samples.map(async (path) => {
        const bytes = await readFile(path);
        const fileName = `${path.split("/")[1]}-${basename(path)}`;
        return extract({ bytes, fileName });
      }),
    );
    const copies = read.slice(0, 3).map((each, i) => ({
      ...withSources(each, [
        { ...leadingSource(each), file_name: `0 copy ${i}.txt`, path: `${i}` },
      ]),
    }));
    const all = [...read, ...copies, failedDataset("broken")];
    const store = await storeOf(all.toReversed());
    const { documents, failed: failures } = await compiled(store);
    expect([documents, failures]).toEqual([read.length + 1, 1]);
    expect(await filesIn(at("out"))).toEqual(await localRun(all));
  });

  test("counts its documents by what became of them", async () => {
    const store = await storeOf([dataset("a"), failedDataset("b")]);
    await writeNames(store, "a", [sourceNamed("c", "c.txt")]);
    expect(await compiled(store)).toEqual({
      documents: 3,
      ok: 1,
      partial: 0,
      failed: 2,
      missing: 1,
      removed: 0,
    });
  });

  test("has one row a document, and one a place where it was found, of all submissions", async () => {
    const store = await storeOf([named("a", "预算.txt")]);
    const url = { source_url: "https://a.example/1", retrieved_at: "2024-01-01T00:00:00.000Z" };
    await writeNames(store, "a", [sourceNamed("a", "copy.txt", url)]);
    await compiled(store);
    expect(await rows(at("out/documents.csv"))).toMatchObject([{ file_name: "copy.txt", ...url }]);
    expect(await rows(at("out/origins.csv"))).toMatchObject([
      { file_name: "copy.txt", ...url },
      { file_name: "预算.txt", source_url: "", retrieved_at: "" },
    ]);
    expect(await rows(at("out/amounts.csv"))).toHaveLength(1);
  });

  test("says of a document without a result that it was not read, and what to do", async () => {
    const store = await newStore();
    await writeNames(store, "a", [sourceNamed("a", "a.txt"), sourceNamed("a", "b.txt")]);
    await compiled(store);
    const [first, second] = await rows(at("out/documents.csv"));
    const origins = await rows(at("out/origins.csv"));
    expect(first).toMatchObject({ status: "failed", error_code: "not_read", file_name: "a.txt" });
    expect(first?.["error_message"]).toContain("gongkai retry --failed");
    expect(second).toBe(undefined);
    expect(origins.map(({ file_name }) => file_name)).toEqual(["a.txt", "b.txt"]);
  });

  test("says why there is no result, where that is known", async () => {
    const store = await newStore();
    await writeNames(store, "a", [sourceNamed("a", "a.txt")]);
    const { missing } = await compileDataset({
      store,
      dataset: "a",
      folder: at("out"),
      reasonOf: async () => new UnreadableSource("crashed", GIVEN_UP),
    });
    expect(missing).toBe(1);
    expect(await rows(at("out/documents.csv"))).toMatchObject([
      { error_code: "crashed", error_message: GIVEN_UP.en, error_message_zh: GIVEN_UP.zh },
    ]);
  });

  test("names what led to no bytes, each with its own reason, as a local run does", async () => {
    const lost = [gone("in/b.txt", "not_found"), gone("in/a.txt", "empty"), gone("c", "not_found")];
    const store = await storeOf([dataset("x")]);
    await writeNames(
      store,
      "a",
      lost.map(({ name }) => name),
    );
    expect(await compiled(store)).toMatchObject({ documents: 4, failed: 3, missing: 0 });
    const local = await localRun([dataset("x"), ...lost.map((each) => each.local)]);
    expect(await filesIn(at("out"))).toEqual(local);
  });

  test("may be wanted without the JSON of its documents", async () => {
    const store = await storeOf([dataset("a"), failedDataset("b")]);
    await compiled(store);
    await compileCsvFiles({ store, dataset: "a", folder: at("csv") });
    await rm(at("out/documents"), { recursive: true });
    expect(await filesIn(at("csv"))).toEqual(await filesIn(at("out")));
  });

  test("that the store does not hold is an error that says which it holds", async () => {
    const store = await storeOf([dataset("a")]);
    const compiling = compileDataset({ store, dataset: "b", folder: at("out") });
    await expect(compiling).rejects.toThrow(NoSuchDataset);
    await expect(compiling).rejects.toThrow("holds the datasets a. There is none called b.");
    expect(await readdir(at())).toEqual([]);
  });
});

describe("a store that is far away", () => {
  test("gives the same folder as one that is near", async () => {
    const all = [dataset("a"), dataset("b"), failedDataset("c"), named("a", "copy.txt")];
    await compiled(await storeOf(all));
    const server = await startS3Server();
    try {
      const bucket = await openStore(server.url);
      await compileDataset({
        store: await filled(bucket, all.toReversed()),
        dataset: "a",
        folder: at("far"),
      });
      await bucket.close();
    } finally {
      await server.stop();
    }
    expect(await filesIn(at("far"))).toEqual(await filesIn(at("out")));
  });

  test.each([
    { are: "small", bytes: 1000, most: 16 },
    { are: "large", bytes: 40_000_000, most: 1 },
  ])("is asked for $most results at once where documents are $are", async ({ bytes, most }) => {
    const store = await newStore();
    const texts = Array.from({ length: 40 }, (_, i) => `document ${i}`);
    for (const text of texts) await putResult(store, dataset(text));
    await writeNames(
      store,
      "a",
      texts.map((text) => sourceNamed(text, `${text}.txt`, { bytes })),
    );
    const { held, atOnce, release } = holding(store);
    const compiling = compiled(held);
    await expect.poll(atOnce, PATIENCE).toBe(most);
    await wait(A_WHILE);
    release();
    await compiling;
    expect(atOnce()).toBe(most);
    expect(await rows(at("out/documents.csv"))).toHaveLength(40);
  });
});

/** How long the first results may take to be asked for on a busy machine. */
const PATIENCE = { timeout: 30_000, interval: 5 };
/** Within this time, in milliseconds, a result more would be asked for. */
const A_WHILE = 100;

/** The store, which gives none of its results until they are released, and how many were on their way at once. */
function holding(store: Store) {
  let now = 0;
  let most = 0;
  const gate = new EventEmitter();
  const released = once(gate, "open");
  const get = async (key: string) => {
    if (!key.startsWith("results/")) return store.get(key);
    now += 1;
    most = Math.max(most, now);
    await released;
    now -= 1;
    return store.get(key);
  };
  return { held: { ...store, get }, atOnce: () => most, release: () => gate.emit("open") };
}

describe("a damaged result", () => {
  const damages: readonly { is: string; change: (bytes: Uint8Array) => Uint8Array }[] = [
    { is: "cut short", change: (bytes) => bytes.subarray(0, bytes.length - 20) },
    { is: "empty", change: () => new Uint8Array() },
    {
      is: "changed by a bit",
      change: (bytes) => bytes.map((byte, i) => (i === 200 ? byte ^ 1 : byte)),
    },
  ];
  test.each(damages)(
    "that is $is stops the compile, and the old CSV files stay",
    async ({ change }) => {
      const store = await storeOf([dataset("a")]);
      await compiled(store);
      const before = await filesIn(at("out"));
      await writeNames(store, "a", [leadingSource(dataset("b"))]);
      await putResult(store, dataset("b"));
      const key = resultKey(dataset("b").document.sha256);
      await damage(store, key, change);
      await expect(compiled(store)).rejects.toThrow(DamagedStore);
      await expect(compiled(store)).rejects.toThrow(key);
      expect(await filesIn(at("out"))).toEqual(before);
    },
  );

  test("of another document is not taken for its own", async () => {
    const store = await storeOf([dataset("a"), dataset("b")]);
    const other = await store.get(resultKey(dataset("b").document.sha256));
    await damage(store, resultKey(dataset("a").document.sha256), () => other ?? new Uint8Array());
    await expect(compiled(store)).rejects.toThrow(DamagedStore);
  });
});

describe("a folder that a dataset is compiled into", () => {
  test("is left alone where it holds documents of something else", async () => {
    await localRun([dataset("mine")]);
    const before = await filesIn(at("local"));
    const store = await storeOf([dataset("a")]);
    const compiling = compileDataset({ store, dataset: "a", folder: at("local") });
    await expect(compiling).rejects.toThrow(ForeignDocuments);
    expect(await filesIn(at("local"))).toEqual(before);
  });

  test("with clean holds the dataset alone", async () => {
    const store = await storeOf([dataset("a")]);
    await mkdir(at("out/documents"), { recursive: true });
    await writeFile(at("out/documents/00000000000000ff.json"), "{}");
    expect((await compiled(store, true)).removed).toBe(1);
    expect(await filesIn(at("out"))).toEqual(await localRun([dataset("a")]));
  });

  test("has only those documents written again that changed", async () => {
    const store = await storeOf([dataset("a"), dataset("b")]);
    await compiled(store);
    const before = await Promise.all([stat(jsonOf("a")), stat(jsonOf("b"))]);
    await writeNames(store, "a", [sourceNamed("b", "another.txt")]);
    await compiled(store);
    const after = await Promise.all([stat(jsonOf("a")), stat(jsonOf("b"))]);
    expect(after.map(({ ino }, i) => ino === before[i]?.ino)).toEqual([true, false]);
    expect((await readDataset(jsonOf("b"))).document.file_name).toBe("another.txt");
  });

  test("has documents that were lost to a power cut written again", async () => {
    const store = await storeOf([dataset("a")]);
    await compiled(store);
    const whole = await filesIn(at("out"));
    await writeFile(jsonOf("a"), "");
    await compiled(store);
    expect(await filesIn(at("out"))).toEqual(whole);
  });
});
