import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { openOutput } from "../../../index.js";
import { writeNames } from "../../../workers/dataset/names.js";
import { resultKey } from "../../../workers/store/keys.js";
import { openStore } from "../../../workers/store/open-store.js";
import { dataset } from "../../pipeline/dataset/make-dataset.js";
import { putResult, sourceNamed } from "../../workers/dataset/make-stored.js";
import { run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();

describe("gongkai compile", () => {
  test("builds the CSV files again as the run wrote them", async () => {
    await run(["extract", await write("a.txt", "a"), "--out", at("out")]);
    const before = await readFile(at("out/amounts.csv"), "utf8");
    await rm(at("out/amounts.csv"));
    const { code, stdout } = await run(["compile", at("out")]);
    expect([code, stdout]).toEqual([0, `CSV files of 1 documents written to ${at("out")}\n`]);
    expect(await readFile(at("out/amounts.csv"), "utf8")).toBe(before);
    expect((await readdir(at("out"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("a folder without a dataset is wrong usage", async () => {
    const { code, stderr } = await run(["compile", at()]);
    expect([code, stderr]).toEqual([2, `error: ${at()} holds no documents/*.json\n`]);
  });

  test("a file in place of the folder is wrong usage", async () => {
    const file = await write("file", "x");
    const { code, stderr } = await run(["compile", file]);
    expect([code, stderr]).toEqual([2, `error: ${file} holds no documents/*.json\n`]);
  });

  test("a damaged JSON file is named", async () => {
    await run(["extract", await write("a.txt", "a"), "--out", at("out")]);
    await writeFile(at("out/documents/00000000000000ff.json"), "{");
    const { code, stderr } = await run(["compile", at("out")]);
    expect(code).toBe(1);
    expect(stderr).toContain("00000000000000ff.json is no dataset of this version");
  });
});

/** A store with a result of each text, named in a dataset. */
async function fill(name: string, texts: readonly string[]) {
  const store = await openStore(at("store"));
  for (const text of texts) await putResult(store, dataset(text));
  await writeNames(
    store,
    name,
    texts.map((text) => sourceNamed(text, `${text}.txt`)),
  );
  return store;
}

const compile = (...args: readonly string[]) =>
  run(["compile", "--store", at("store"), "--out", at("out"), ...args]);

describe("gongkai compile --store", () => {
  test("writes the folder that a local run writes", async () => {
    await fill("hebei", ["a", "b"]);
    const { code, stdout, stderr } = await compile();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      `2 documents of hebei: 2 ok, 0 partial, 0 failed\nWritten to ${at("out")}\n`,
    );
    const output = openOutput(at("local"));
    for (const text of ["a", "b"]) await output.add(dataset(text));
    await output.close();
    expect((await readdir(at("out"))).toSorted()).toEqual((await readdir(at("local"))).toSorted());
    const digests = await readFile(at("out/datapackage.json"), "utf8");
    expect(digests).toBe(await readFile(at("local/datapackage.json"), "utf8"));
  });

  test("says how many have no result yet, and ends with 0", async () => {
    const store = await fill("hebei", ["a"]);
    await writeNames(store, "hebei", [sourceNamed("b", "b.txt")]);
    const { code, stdout } = await compile();
    expect(code).toBe(0);
    expect(stdout).toContain(
      "2 documents of hebei: 1 ok, 0 partial, 1 failed (1 of them not read yet)",
    );
  });

  test("asks which dataset where there are several", async () => {
    await fill("hebei", ["a"]);
    await fill("gansu", ["b"]);
    const { code, stderr } = await compile();
    expect([code, stderr]).toEqual([
      2,
      `error: file://${at("store")} holds the datasets gansu, hebei. Say which one.\n`,
    ]);
    expect((await compile("--dataset", "gansu")).stdout).toContain("1 documents of gansu");
  });

  test("does not know a dataset that is not there, and leaves no folder behind", async () => {
    await fill("hebei", ["a"]);
    const { code, stderr } = await compile("--dataset", "gansu");
    expect(code).toBe(2);
    expect(stderr).toContain("There is none called gansu.");
    expect(await readdir(at())).toEqual(["store"]);
  });

  test("leaves documents of something else alone, unless they are to be removed", async () => {
    await fill("hebei", ["a"]);
    await run(["extract", await write("b.txt", "b"), "--out", at("out")]);
    const { code, stderr } = await compile();
    expect(code).toBe(2);
    expect(stderr).toContain("holds 1 documents that are not of the dataset hebei");
    const cleaned = await compile("--clean");
    expect(cleaned.code).toBe(0);
    expect(cleaned.stdout).toContain("1 documents of something else removed");
    expect(await readdir(at("out/documents"))).toHaveLength(1);
  });

  test("a damaged result is named, and ends with 1", async () => {
    const store = await fill("hebei", ["a"]);
    const key = resultKey(dataset("a").document.sha256);
    await store.put(key, new Uint8Array([31, 139]));
    const { code, stderr } = await compile();
    expect(code).toBe(1);
    expect(stderr).toContain(key);
    expect((await readdir(at("out"))).filter((name) => name.endsWith(".csv"))).toEqual([]);
  });

  test.each([
    { are: "neither a folder nor a store", args: [] },
    { are: "a store without a folder", args: ["--store", "x"] },
    { are: "a folder that is a result, and a folder for one", args: ["x", "--out", "y"] },
  ])("$are are wrong usage", async ({ args }) => {
    await mkdir(at("x"));
    const { code, stderr } = await run(["compile", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain("error: ");
  });
});
