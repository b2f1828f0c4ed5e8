import { createHash } from "node:crypto";
import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { findOriginals } from "../../../workers/inspector/originals.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at, write } = temporaryFolder();

const sought = (text: string) => ({
  sha256: createHash("sha256").update(text).digest("hex"),
  bytes: Buffer.byteLength(text),
});

test("a document is found by what is in it, whatever it is called, and no other of its size", async () => {
  await write("in/deep/a.pdf", "one");
  await write("in/b.pdf", "two");
  const find = findOriginals([at("in")]);
  expect(await find(sought("one"))).toEqual({ path: at("in", "deep", "a.pdf") });
  expect(await find(sought("six"))).toBeUndefined();
});

test("links lead nowhere", async () => {
  await write("outside/a.pdf", "one");
  await mkdir(at("in"));
  await symlink(at("outside"), at("in", "folder"));
  await symlink(at("outside", "a.pdf"), at("in", "file"));
  expect(await findOriginals([at("in")])(sought("one"))).toBeUndefined();
});

test("a folder that is not there yet is looked through when it is", async () => {
  const find = findOriginals([at("in")]);
  await expect(find(sought("one"))).rejects.toThrow(/ENOENT/u);
  await write("in/a.pdf", "one");
  expect(await find(sought("one"))).toEqual({ path: at("in", "a.pdf") });
});

test("a file that is removed or replaced is no longer the document", async () => {
  await write("in/a.pdf", "one");
  await write("in/b.pdf", "two");
  const find = findOriginals([at("in")]);
  expect(await find(sought("one"))).toEqual({ path: at("in", "a.pdf") });
  await rm(at("in", "a.pdf"));
  expect(await find(sought("one"))).toBeUndefined();
  await rename(at("in", "b.pdf"), at("in", "a.pdf"));
  expect(await find(sought("two"))).toEqual({ path: at("in", "a.pdf") });
});

test("what a file is replaced by with a link is not shown", async () => {
  await write("in/a.pdf", "one");
  await write("outside/a.pdf", "one");
  const find = findOriginals([at("in")]);
  expect(await find(sought("one"))).toBeDefined();
  await rm(at("in", "a.pdf"));
  await symlink(at("outside", "a.pdf"), at("in", "a.pdf"));
  expect(await find(sought("one"))).toBeUndefined();
});
