import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { built } from "../../build.js";
import { INCOMING } from "../../../workers/store/incoming.js";
import { filesIn } from "../../files-in.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at, write } = temporaryFolder();
const DOCUMENTS = 60;

/** Extracts `in` into a folder as a process of its own; `reads` lists each document it reads. */
function extract(out: string, reads: string) {
  const args = ["extract", at("in"), "--out", at(out), "--concurrency", "2"];
  const env = { ...process.env, GONGKAI_TEST_READS: at(reads) };
  const child = spawn(process.execPath, [built("test/cli/process-entry.js"), ...args], {
    stdio: "ignore",
    env,
  });
  return { child, ended: once(child, "exit") };
}

async function stored(out: string): Promise<ReadonlySet<string>> {
  const names = await readdir(at(out, "documents")).catch(() => []);
  return new Set(names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, 16)));
}

async function readIn(reads: string): Promise<readonly string[]> {
  const text = await readFile(at(reads), "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

/** What a folder holds but for what a writer was at when it was killed, which is removed in a day. */
async function placedIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await filesIn(folder));
  return Object.fromEntries(files.filter(([path]) => !path.includes(`/${INCOMING}/`)));
}

/** What a run writes that nothing ends: the same in every folder, so it is made once. */
let whole: Promise<Readonly<Record<string, string>>> | undefined;

async function makeWhole(): Promise<Readonly<Record<string, string>>> {
  await extract("whole", "whole.reads").ended;
  return placedIn(at("whole"));
}

/** How many lines of reading each run has written when it is ended: at its first document, and later in the midst of one or a scan. */
const MOMENTS = [1, 4, 10, 18];
const SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"] as const;

test.each(SIGNALS)(
  "ended by %s again and again, a run ends as one that was not",
  async (signal) => {
    for (let n = 0; n < DOCUMENTS; n += 1)
      await write(`in/${n}.txt`, `${n % 10 === 0 ? "#2 30" : `~${n % 40}`} document ${n % 50}`);
    const expected = await (whole ??= makeWhole());
    for (const moment of MOMENTS) {
      const before = await stored("killed");
      const run = extract("killed", `${moment}.reads`);
      while ((await readIn(`${moment}.reads`)).length < moment) await wait(5);
      run.child.kill(signal);
      await run.ended;
      expect(run.child.signalCode).toBe(signal);
      const again = (await readIn(`${moment}.reads`)).filter((id) => before.has(id));
      expect(again).toEqual([]);
    }
    const last = extract("killed", "last.reads");
    await last.ended;
    expect(last.child.exitCode).toBe(0);
    expect(await placedIn(at("killed"))).toEqual(expected);
  },
  120_000,
);

test("two processes that write to one folder leave what one after the other leaves", async () => {
  for (let n = 0; n < 20; n += 1) await write(`in/${n}.txt`, `~20 document ${n}`);
  const both = [extract("both", "a.reads"), extract("both", "b.reads")];
  await Promise.all(both.map(({ ended }) => ended));
  const one = extract("one", "c.reads");
  await one.ended;
  expect(both.map(({ child }) => child.exitCode)).toEqual([0, 0]);
  expect((await readIn("a.reads")).length + (await readIn("b.reads")).length).toBe(20);
  expect(await filesIn(at("both"))).toEqual(await filesIn(at("one")));
});

/** What can happen to the output folder of a run, and what the run says. */
const LOSSES = [
  {
    loss: "its folder is moved away",
    lose: () => rename(at("lost"), at("moved")),
    says: /^error: \S+lost was moved, removed or taken by another process/mu,
  },
  {
    loss: "another process takes its lock",
    lose: () => writeFile(at("lost/.gongkai.lock"), '{"pid":1,"host":"elsewhere","token":"other"}'),
    says: /^error: \S+lost was moved, removed or taken by another process/mu,
  },
  {
    loss: "one of its documents is removed",
    lose: async () => rm(at("lost/documents", `${[...(await stored("lost"))][0]}.json`)),
    says: /^error: 1 of the 12 documents of this run are no longer in/mu,
  },
] as const;

test.each(LOSSES)("a run says so and fails where $loss", async ({ lose, says }) => {
  for (let n = 0; n < 12; n += 1) await write(`in/${n}.txt`, `~300 document ${n}`);
  const args = ["extract", at("in"), "--out", at("lost"), "--concurrency", "1"];
  const run = spawn(process.execPath, [built("test/cli/process-entry.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  run.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  while ((await stored("lost")).size < 2) await wait(20);
  await lose();
  const [code] = await once(run, "close");
  expect(code).toBe(1);
  expect(stderr).toMatch(says);
  expect(await readdir(at("lost")).catch(() => [])).not.toContain("documents.csv");
});
