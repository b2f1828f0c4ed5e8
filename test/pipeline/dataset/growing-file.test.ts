import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { growFile } from "../../../pipeline/dataset/growing-file.js";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-growing-"));
  path = join(folder, "a.csv");
  await writeFile(path, "old");
});
afterEach(() => rm(folder, { recursive: true }));

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

test("what an interrupted run left behind is overwritten", async () => {
  await writeFile(join(folder, ".a.csv.part"), "much more than the new content");
  const file = await growFile(path);
  await file.append("new");
  await file.complete();
  await file.show();
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["a.csv"]);
});
