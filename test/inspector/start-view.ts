import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { built } from "../build.js";

/** A `gongkai view` that listens. */
export interface Viewing {
  readonly address: string;
  readonly stop: () => Promise<number | null>;
}

/** Starts the compiled program on a free port. */
export async function startView(...args: readonly string[]): Promise<Viewing> {
  const child = spawn(process.execPath, [built("bin/gongkai.js"), "view", "--port", "0", ...args]);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const [found] = /http:\S+/u.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", () => reject(new Error(`it ended:\n${printed}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { address, stop };
}

/** The `document_id` of each file of an output folder, by its name. */
export async function idsByName(out: string): Promise<ReadonlyMap<string, string>> {
  const documents = await readFile(join(out, "documents.csv"), "utf8");
  const rows = documents.matchAll(/^([0-9a-f]{16}),([^,]+),/gmu);
  return new Map(Array.from(rows, ([, id = "", name = ""]) => [name, id]));
}
