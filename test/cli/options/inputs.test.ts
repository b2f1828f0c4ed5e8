import { mkdir, symlink, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { findInputs } from "../../../cli/options/inputs.js";
import { openInput } from "../../../workers/local/open-input.js";
import { UsageError } from "../../../cli/terminal/terminal.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();
const found = async (...paths: readonly string[]) =>
  (
    await findInputs(
      paths.map((path) => at(path)),
      at("out"),
    )
  ).map(({ path }) => relative(at(), path));

describe("findInputs", () => {
  test("a folder is walked in the order of its names, whatever the files are", async () => {
    for (const name of ["b/2.pdf", "b/1.tsv", "预算/公开.docx", "a.txt"])
      await write(`in/${name}`, "x");
    expect(await found("in")).toEqual([
      "in/a.txt",
      "in/b/1.tsv",
      "in/b/2.pdf",
      "in/预算/公开.docx",
    ]);
  });

  test("hidden files and folders are passed over in a walk, and read where named", async () => {
    for (const name of ["a.txt", ".DS_Store", ".git/config"]) await write(`in/${name}`, "x");
    expect(await found("in")).toEqual(["in/a.txt"]);
    expect(await found("in/.DS_Store")).toEqual(["in/.DS_Store"]);
  });

  test("a glob finds its files", async () => {
    for (const name of ["2023/a.docx", "2023/县/b.docx", "2023/c.pdf"]) await write(name, "x");
    expect(await found("2023/**/*.docx")).toEqual(["2023/a.docx", "2023/县/b.docx"]);
  });

  test("a name with brackets that is there is no glob", async () => {
    await write("[2020]部门预算{1}.pdf", "x");
    expect(await found("[2020]部门预算{1}.pdf")).toEqual(["[2020]部门预算{1}.pdf"]);
  });

  test("a folder with brackets in its name is walked", async () => {
    await write("[2020]*/a.txt", "x");
    expect(await found("[2020]*")).toEqual(["[2020]*/a.txt"]);
  });

  test("files whose names are in GBK are each read, under the names that they had", async () => {
    const gbk = [
      [0xbe, 0xf6, 0xcb, 0xe3],
      [0xb9, 0xab, 0xbf, 0xaa],
    ];
    for (const [index, bytes] of gbk.entries()) {
      const folder = Buffer.concat([Buffer.from(`${at("in")}/`), Buffer.from(bytes)]);
      await mkdir(folder, { recursive: true });
      const file = [folder, Buffer.from("/"), Buffer.from(bytes), Buffer.from(".txt")];
      await writeFile(Buffer.concat(file), `document ${index}`);
    }
    const inputs = await findInputs([at("in")], at("out"));
    const opened = await Promise.all(inputs.map(openInput));
    const read = opened.map((each) => [
      each.source.file_name,
      "bytes" in each ? new TextDecoder().decode(each.bytes) : each.error.message,
    ]);
    expect(new Map(read.map(([name = "", text = ""]) => [name, text]))).toEqual(
      new Map([
        ["决算.txt", "document 0"],
        ["公开.txt", "document 1"],
      ]),
    );
  });

  test("a file reached twice is read once", async () => {
    await write("in/a.txt", "x");
    expect(await found("in/a.txt", "in", "in/*.txt")).toEqual(["in/a.txt"]);
  });

  test("the output folder is not read", async () => {
    await write("a.txt", "x");
    await write("out/documents/0.json", "x");
    await write("outer/b.txt", "x");
    expect(await found(".")).toEqual(["a.txt", "outer/b.txt"]);
  });

  test("a loop of links ends", async () => {
    await write("in/a.txt", "x");
    await symlink(at("in"), at("in/loop"));
    expect(await found("in")).toEqual(["in/a.txt"]);
  });

  test("a path where nothing is stays, named as it was given", async () => {
    const [input] = await findInputs([at("无此文件.pdf")], at("out"));
    expect(input).toEqual({ path: at("无此文件.pdf"), fileName: at("无此文件.pdf") });
  });

  test.each([
    { what: "an empty folder", path: "empty", says: /empty holds no file/u },
    { what: "a glob without a match", path: "*.nothing", says: /no file matches/u },
  ])("$what is wrong usage", async ({ path, says }) => {
    await write("empty/.hidden", "x");
    await expect(found(path)).rejects.toThrow(UsageError);
    await expect(found(path)).rejects.toThrow(says);
  });
});
