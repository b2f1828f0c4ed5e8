import { spawn } from "node:child_process";
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
