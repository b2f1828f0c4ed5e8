import { mkdir, rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { real, run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();

describe("gongkai view", () => {
  test.each([
    ["another host without a token", ["x.txt", "--host", "0.0.0.0"], /a token is needed/u],
    ["a token that can be guessed", ["x.txt", "--token", "secret"], /fewer than 16 characters/u],
    ["a place that is none", ["x.txt", "--at", "p1/t1"], /--at is a document_id/u],
    ["a place of another form", ["x.txt", "--at", "1a24fa43255d94fe#r1/t1"], /--at is a document/u],
    ["originals in no folder", ["x.txt", "--documents", "nowhere"], /nowhere is no folder/u],
    ["a folder without a dataset", ["test"], /test holds no documents\/\*\.json/u],
  ])("%s is wrong usage", async (_name, args, said) => {
    const { code, stdout, stderr } = await run(["view", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
  });

  test("a document that is not there is told", async () => {
    const { code, stderr } = await run(["view", at("none.pdf")]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/none\.pdf cannot be read \(not_found\): There is no such file\./u);
  });

  test("the LibreOffice that is named converts a document, as for gongkai show", async () => {
    await write("a.rtf", String.raw`{\rtf1 2024}`);
    const program = ["--libreoffice", at("nowhere")];
    const shown = await run(["show", at("a.rtf"), ...program], real);
    expect(shown.stderr).toContain("(converter_unavailable)");
    expect(await run(["view", at("a.rtf"), ...program], real)).toEqual(shown);
  });

  test("an output folder without CSV files says how they are made", async () => {
    await mkdir(at("in"));
    await write("in/a.txt", "一行");
    await run(["extract", at("in"), "--out", at("out")]);
    await rm(at("out", "documents.csv"));
    const { code, stderr } = await run(["view", at("out")]);
    expect(code).toBe(1);
    expect(stderr).toContain(`write them with \`gongkai compile ${at("out")}\``);
  });
});
