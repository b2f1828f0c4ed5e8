import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { built } from "../build.js";
import { temporaryFolder } from "./temporary-folder.js";

const ENTRY = built("test/cli/process-entry.js");

const { at, write } = temporaryFolder();

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

function gongkai(args: readonly string[]) {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
  return { child, ended };
}

const writeMany = async (count: number) => {
  for (let n = 0; n < count; n += 1) await write(`in/${n}.txt`, `~50 document ${n}`);
};

describe("the process", () => {
  test("ends with the exit code of its command", async () => {
    await write("in/b.xlsx", "PK");
    const { child, ended } = gongkai(["extract", at("in"), "--out", at("out")]);
    child.stdout.resume();
    expect((await ended).code).toBe(1);
  });

  test("a reader that closes the pipe early is no error, and the dataset is whole", async () => {
    await writeMany(3);
    const { child, ended } = gongkai(["extract", at("in"), "--out", at("out")]);
    child.stdout.destroy();
    const { code, stderr } = await ended;
    expect([code, stderr.match(/EPIPE/u)]).toEqual([0, null]);
    expect(await readdir(at("out"))).toContain("datapackage.json");
  });

  test("Ctrl-C ends it at once and leaves whole files only", async () => {
    await writeMany(40);
    const { child, ended } = gongkai(["extract", at("in"), "--out", at("out")]);
    child.stdout.resume();
    child.stderr.once("data", () => child.kill("SIGINT"));
    const { signal, stderr } = await ended;
    expect([signal, stderr.split("\n").at(-2)]).toEqual([
      "SIGINT",
      "Interrupted. The same command goes on where it was.",
    ]);
    const names = await readdir(at("out/documents"));
    const whole = names.filter((name) => name.endsWith(".json"));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(40);
    for (const name of whole)
      expect(JSON.parse(await readFile(at("out/documents", name), "utf8"))).toHaveProperty(
        "schema",
      );
    expect(await readdir(at("out"))).toEqual([".gongkai.lock", "documents"]);
  });
});
