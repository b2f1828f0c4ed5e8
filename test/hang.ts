import { execFileSync } from "node:child_process";
import { mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Hangs in native code, which nothing but the end of its process ends; the processor is left to others. */
export function hangInNativeCode(): void {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-hang-"));
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  // Opened for writing too, it is never at its end; nothing is ever written.
  const opened = openSync(pipe, "r+");
  rmSync(folder, { recursive: true });
  readSync(opened, Buffer.alloc(1));
}
