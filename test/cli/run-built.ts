import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { built } from "../build.js";

/** Runs the compiled program; what it printed. Fails where it ends with another code than 0. */
export async function runBuilt(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    built("bin/gongkai.js"),
    ...args,
  ]);
  return stdout;
}
