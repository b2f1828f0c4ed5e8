import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { extract, sourceOf } from "../../../../index.js";
import { compile } from "../../../../pipeline/dataset/compile/compile.js";
import { printedRows } from "../../../../pipeline/dataset/compile/printed-rows.js";
import { datasetPath, writeDataset } from "../../../../pipeline/dataset/folder.js";
import { UnreadableDataset } from "../../../../pipeline/dataset/json.js";
import { failed, UnreadableSource } from "../../../../index.js";
import { temporaryFolder } from "../../../cli/temporary-folder.js";

const { at } = temporaryFolder();

/** A document whose findings name other places, and one that failed, which is printed in one line. */
async function writeBoth(folder: string): Promise<readonly string[]> {
  const sample = new URL("../../../../samples/contradictions-2023/source.txt", import.meta.url);
  const read = await extract({ bytes: await readFile(sample), fileName: "预算.txt" });
  const reason = new UnreadableSource("empty", { en: "Empty.", zh: "空。" });
  const lost = failed(sourceOf(Buffer.from("x"), "空.pdf"), reason);
  for (const dataset of [read, lost]) await writeDataset(folder, dataset);
  return [read, lost].map(({ document }) => document.document_id);
}

async function csvFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name !== "documents");
  const files = names.map(async (name) => [name, await readFile(`${folder}/${name}`, "utf8")]);
  return Object.fromEntries(await Promise.all(files));
}

describe("the records of JSON that was just printed", () => {
  let ids: readonly string[] = [];
  beforeEach(async () => {
    await mkdir(at("out"), { recursive: true });
    ids = await writeBoth(at("out"));
  });

  test("give the same files as the whole JSON does", async () => {
    await compile(at("out"));
    const whole = await csvFiles(at("out"));
    expect(whole["findings.csv"]?.split("\n").length).toBeGreaterThan(5);
    expect(whole["documents.csv"]).toContain("空.pdf");
    await compile(at("out"), new Set(ids));
    expect(await csvFiles(at("out"))).toEqual(whole);
  });

  test.each([
    ["breaks off", (json: string) => json.slice(0, json.length / 2)],
    ["is no JSON", (json: string) => json.replace('"raw":', '"raw"')],
    ["is empty", () => ""],
  ])("are refused where it %s", async (_, spoilt) => {
    const path = datasetPath(at("out"), ids[0] ?? "");
    await writeFile(path, spoilt(await readFile(path, "utf8")));
    const read = async () => {
      for await (const { records } of printedRows(path)) expect(records.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow(UnreadableDataset);
  });
});
