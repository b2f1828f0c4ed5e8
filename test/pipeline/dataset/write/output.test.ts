import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { compile } from "../../../../pipeline/dataset/compile/compile.js";
import type { DocumentDataset } from "../../../../pipeline/dataset/dataset.js";
import { datasetPath, isOutput, writeDataset } from "../../../../pipeline/dataset/folder.js";
import { UnreadableDataset, printPieces, readDataset } from "../../../../pipeline/dataset/json.js";
import { byCodeUnit } from "../../../../pipeline/dataset/order.js";
import { openOutput } from "../../../../pipeline/dataset/write/output.js";
import type { CloseOptions } from "../../../../pipeline/dataset/write/output.js";
import { sourceOf, sourceWithoutBytes } from "../../../../pipeline/dataset/source.js";
import { failed } from "../../../../pipeline/dataset/write/assemble.js";
import { UnreadableSource, emptySource } from "../../../../pipeline/model/errors.js";
import { filesIn } from "../../../files-in.js";
import { RECORD_FILES } from "../../../../pipeline/model/records/registry.js";
import { dataset, failedDataset } from "../make-dataset.js";
import { parseCsv } from "../parse-csv.js";
import { removeFolder } from "../../../remove-folder.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-output-"));
});
afterEach(() => removeFolder(folder));

const named = (text: string, fileName: string): DocumentDataset =>
  dataset(text, { source: sourceOf(new TextEncoder().encode(text), fileName) });

async function run(datasets: readonly DocumentDataset[], options: CloseOptions = {}) {
  const output = openOutput(folder);
  for (const each of datasets) await output.add(each);
  return output.close(options);
}

async function rows(file: string) {
  const [, ...body] = parseCsv(await readFile(join(folder, file), "utf8"));
  return body;
}

/** The second column: the name of a document, the path of an origin. */
const namesIn = async (file: string) => new Set((await rows(file)).map(([, name]) => name));

const allFiles = () => filesIn(folder);

describe("an output folder", () => {
  test("holds the CSV files, the package and a JSON per document, and nothing else", async () => {
    await run([dataset("a"), failedDataset("b")]);
    expect((await readdir(folder)).toSorted()).toEqual(
      [...RECORD_FILES.map((name) => `${name}.csv`), "datapackage.json", "documents"].toSorted(),
    );
    expect(await readdir(join(folder, "documents"))).toHaveLength(2);
  });

  test("is the same, byte for byte, whichever document was ready first", async () => {
    const all = [
      dataset("a"),
      dataset("b"),
      named("a", "z.txt"),
      named("b", "0.txt"),
      failedDataset("c"),
    ];
    await run(all);
    const first = await allFiles();
    await rm(join(folder, "documents"), { recursive: true });
    await run(all.toReversed());
    expect(await allFiles()).toEqual(first);
  });

  test("rows stand in the order of document ids", async () => {
    await run([dataset("a"), dataset("b"), dataset("c")]);
    const ids = (await rows("documents.csv")).map(([id = ""]) => id);
    expect(ids).toEqual(ids.toSorted(byCodeUnit));
    expect((await rows("amounts.csv")).map(([id]) => id)).toEqual(ids);
  });

  test("the same bytes under two names are one document with two origins", async () => {
    await run([named("a", "预算.txt"), named("a", "copy.txt"), named("a", "copy.txt")]);
    expect((await rows("documents.csv")).map(([, name]) => name)).toEqual(["copy.txt"]);
    expect((await rows("origins.csv")).map(([, path]) => path)).toEqual(["copy.txt", "预算.txt"]);
    expect(await rows("amounts.csv")).toHaveLength(1);
  });

  test("what an earlier run could not find leaves no row, and is told again by the run that is given it", async () => {
    const says = { en: "There is no such file.", zh: "没有这个文件。" };
    const lost = failed(sourceWithoutBytes("lost.pdf"), new UnreadableSource("not_found", says));
    const empty = failed(sourceOf(new Uint8Array(), "empty.pdf"), emptySource());
    await run([dataset("a"), lost, empty]);
    expect(await namesIn("documents.csv")).toEqual(new Set(["a.txt", "empty.pdf", "lost.pdf"]));
    await run([dataset("b")]);
    expect(await namesIn("origins.csv")).toEqual(new Set(["a.txt", "b.txt", "empty.pdf"]));
  });

  test("an origin can be added without reading the document again", async () => {
    const output = openOutput(folder);
    const again = sourceOf(new TextEncoder().encode("a"), "again.txt");
    expect(await output.addOrigin(again)).toBe(false);
    await output.add(dataset("a"));
    expect(await output.addOrigin(again)).toBe(true);
    await output.close();
    expect((await rows("origins.csv")).map(([, path]) => path)).toEqual(["a.txt", "again.txt"]);
  });

  test("keeps documents of earlier runs and replaces those that are given again", async () => {
    await run([dataset("a"), named("b", "old.txt")]);
    expect(await run([named("b", "new.txt")])).toEqual({ kept: 1, removed: 0 });
    expect(new Set((await rows("documents.csv")).map(([, name]) => name))).toEqual(
      new Set(["a.txt", "new.txt"]),
    );
  });

  test("with clean holds this run alone", async () => {
    await run([dataset("a"), dataset("b")]);
    await writeFile(join(folder, "documents", "notes.json"), "mine");
    expect(await run([dataset("b")], { clean: true })).toEqual({ kept: 0, removed: 1 });
    expect((await rows("documents.csv")).map(([, name]) => name)).toEqual(["b.txt"]);
    expect(await readdir(join(folder, "documents"))).toContain("notes.json");
  });

  test("is known by its documents", async () => {
    expect(await isOutput(join(folder, "nowhere"))).toBe(false);
    await run([dataset("a")]);
    expect(await isOutput(folder)).toBe(true);
  });
});

describe("a document's JSON", () => {
  test("reads back as it was", async () => {
    const { document_id } = dataset("a").document;
    await writeDataset(folder, dataset("a"));
    expect(await readDataset(datasetPath(folder, document_id))).toEqual(dataset("a"));
  });

  test("that is too large to be read back is an error", () => {
    expect(() => printPieces(dataset("a"), vi.fn(), { mostBytes: 1000 })).toThrow(UnreadableSource);
  });

  test.each([
    { of: "cut short", text: '{"schema": "gong' },
    { of: "of another version", text: '{"schema": "gongkai/document/0"}' },
  ])("that is $of is named, and the old CSV files stay", async ({ text }) => {
    await run([dataset("a")]);
    const before = await readFile(join(folder, "amounts.csv"), "utf8");
    const bad = datasetPath(folder, "00000000000000ff");
    await writeFile(bad, text);
    await expect(compile(folder)).rejects.toThrow(UnreadableDataset);
    await expect(compile(folder)).rejects.toThrow(bad);
    expect(await readFile(join(folder, "amounts.csv"), "utf8")).toBe(before);
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("is validated where an earlier run wrote it, and not again where this run did", async () => {
    const { document_id } = dataset("a").document;
    const path = datasetPath(folder, document_id);
    const output = openOutput(folder);
    await output.add(dataset("a"));
    const json = await readFile(path, "utf8");
    await writeFile(path, json.replace(/"bytes": ?\d+/u, '"bytes": -77'));
    await output.close();
    expect((await rows("documents.csv"))[0]).toContain("-77");
    await expect(compile(folder)).rejects.toThrow(UnreadableDataset);
  });

  test("CSV files that cannot be put in their place leave nothing half-done", async () => {
    await run([dataset("a")]);
    await rm(join(folder, "documents.csv"));
    await mkdir(join(folder, "documents.csv/in the way"), { recursive: true });
    await expect(compile(folder)).rejects.toThrow("documents.csv");
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("what an interrupted run left behind does no harm", async () => {
    await writeFile(join(folder, ".amounts.csv.part"), "half a ro");
    await run([dataset("a")]);
    expect(await rows("amounts.csv")).toHaveLength(1);
  });
});
