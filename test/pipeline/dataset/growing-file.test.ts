import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sweepOutput } from "../../../pipeline/dataset/folder.js";
import { growFile } from "../../../pipeline/dataset/growing-file.js";
import { removeFolder } from "../../remove-folder.js";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-growing-"));
  path = join(folder, "a.csv");
  await writeFile(path, "old");
});
afterEach(() => removeFolder(folder));

test("until it is shown, what stood there stands there", async () => {
  const file = await growFile(path);
  await file.append("新".repeat(600_000));
  await file.append("新".repeat(600_000));
  expect(await readFile(path, "utf8")).toBe("old");
  const { bytes } = await file.complete();
  expect(await readFile(path, "utf8")).toBe("old");
  await file.show();
  expect(await readFile(path, "utf8")).toBe("新".repeat(1_200_000));
  expect(bytes).toBe(3_600_000);
  expect(await readdir(folder)).toEqual(["a.csv"]);
});

test("an abandoned one leaves nothing", async () => {
  const file = await growFile(path);
  await file.append("half");
  await file.abandon();
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["a.csv"]);
});

test("one that cannot be shown leaves nothing when it is abandoned", async () => {
  await rm(path);
  await mkdir(join(path, "in the way"), { recursive: true });
  const file = await growFile(path);
  await file.complete();
  await expect(file.show()).rejects.toThrow("EISDIR");
  await file.abandon();
  expect(await readdir(folder)).toEqual(["a.csv"]);
});

test("two that grow for one place at once do not get into each other", async () => {
  const [one, other] = await Promise.all([growFile(path), growFile(path)]);
  await one.append("one".repeat(600_000));
  await other.append("other".repeat(600_000));
  for (const file of [other, one]) {
    await file.complete();
    await file.show();
  }
  expect(await readFile(path, "utf8")).toBe("one".repeat(600_000));
  expect(await readdir(folder)).toEqual(["a.csv"]);
});

test("what an interrupted run left unfinished is removed, and nothing else", async () => {
  const left = await growFile(path);
  await left.append("half");
  await left.complete();
  await writeFile(join(folder, ".notes.part"), "somebody's");
  await mkdir(join(folder, "documents"));
  await writeFile(join(folder, "documents/.0123456789abcdef.json.89abcdef.part"), "half");
  await sweepOutput(folder);
  expect(await readdir(folder)).toEqual([".notes.part", "a.csv", "documents"]);
  expect(await readdir(join(folder, "documents"))).toEqual([]);
});
