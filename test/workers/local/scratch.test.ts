import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hostname } from "node:os";
import { scratchFolder, sweepScratch } from "../../../workers/local/scratch.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at } = temporaryFolder();
const before = process.env["TMPDIR"];
beforeEach(() => {
  process.env["TMPDIR"] = at();
});
afterEach(() => {
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
});

test("what killed processes left is removed, and nothing else", async () => {
  const dead = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(dead, "exit");
  await mkdir(at(`gongkai-compile-${hostname()}-${dead.pid}-abc`));
  await mkdir(at(`gongkai-fetch-${hostname()}-${dead.pid}-abc`));
  await mkdir(at(`somebody-${dead.pid}-abc`));
  const own = await scratchFolder("compile");
  await sweepScratch();
  expect((await readdir(at())).map((name) => at(name)).toSorted()).toEqual(
    [own, at(`somebody-${dead.pid}-abc`)].toSorted(),
  );
});
