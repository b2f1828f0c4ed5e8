import { readFile, rm, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { run } from "./run.js";
import { temporaryFolder } from "./temporary-folder.js";

const { at, write } = temporaryFolder();

describe("gongkai compile", () => {
  test("builds the CSV files again as the run wrote them", async () => {
    await run(["extract", await write("a.txt", "a"), "--out", at("out")]);
    const before = await readFile(at("out/amounts.csv"), "utf8");
    await rm(at("out/amounts.csv"));
    const { code, stdout } = await run(["compile", at("out")]);
    expect([code, stdout]).toEqual([0, `CSV files of 1 documents written to ${at("out")}\n`]);
    expect(await readFile(at("out/amounts.csv"), "utf8")).toBe(before);
  });

  test("a folder without a dataset is wrong usage", async () => {
    const { code, stderr } = await run(["compile", at()]);
    expect([code, stderr]).toEqual([2, `error: ${at()} holds no documents/*.json\n`]);
  });

  test("a damaged JSON file is named", async () => {
    await run(["extract", await write("a.txt", "a"), "--out", at("out")]);
    await writeFile(at("out/documents/00000000000000ff.json"), "{");
    const { code, stderr } = await run(["compile", at("out")]);
    expect(code).toBe(1);
    expect(stderr).toContain("00000000000000ff.json is no dataset of this version");
  });
});
