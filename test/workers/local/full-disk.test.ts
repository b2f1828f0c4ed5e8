import { spawnSync } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { run } from "../../cli/run.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at, write } = temporaryFolder();

function mounted(folder: string): boolean {
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
  return status === 0;
}

describe("a run whose disk is full", () => {
  afterEach(() => {
    spawnSync("umount", [at("disk")]);
  });

  test("says so in a line, keeps what is whole, and goes on when there is room", async (context) => {
    await mkdir(at("disk"));
    if (!mounted(at("disk"))) {
      console.warn("The test of a full disk is skipped: a small disk cannot be mounted here.");
      context.skip();
    }
    for (let n = 0; n < 80; n += 1) await write(`in/${n}.txt`, `document ${n}`);
    const args = ["extract", at("in"), "--out", at("disk/out")];
    const { code, stderr } = await run(args);
    expect(code).toBe(1);
    const lines = stderr.trim().split("\n");
    expect(lines.at(-1)).toMatch(/^error: .* cannot be written \(ENOSPC\): the disk is full; /u);
    const written = (await readdir(at("disk/out/documents"))).filter((name) => /^[^.]/u.test(name));
    expect(written.length).toBeGreaterThan(5);
    spawnSync("mount", ["-o", "remount,size=64m", at("disk")]);
    const again = await run(args);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/80 read: 80 ok, .*of them by an earlier run/u);
    await rm(at("disk/out"), { recursive: true });
  });
});
