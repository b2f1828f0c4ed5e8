import { spawn } from "node:child_process";
import type { SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { built } from "../../build.js";

const ENTRY = join(import.meta.dirname, "store-process.mjs");

/** Something that a process of its own does with a store. */
export type Step =
  | { readonly do: "open"; readonly url: string }
  | ({ readonly do: "put"; readonly key: string; readonly size: number } & Filled)
  | { readonly do: "putFile"; readonly key: string; readonly path: string }
  | { readonly do: "get" | "remove"; readonly key: string };

interface Filled {
  /** The byte that the value is made of. */
  readonly fill: number;
  readonly times?: number;
}

const stepOutcome = z.strictObject({
  address: z.string().optional(),
  size: z.int().optional(),
  fills: z.array(z.int()).optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  cause: z.string().optional(),
});

/** What came of a step: nothing, what was read, or the error. */
export type StepOutcome = z.infer<typeof stepOutcome>;

interface Surroundings {
  /** A line of sh that ends with running `"$@"`: what is different for the process. */
  readonly around?: string;
  readonly spawn?: SpawnOptions;
}

/** Starts a process that takes the steps. Tells what came of each, and how to end it before. */
export function useStore(steps: readonly Step[], { around, spawn: options }: Surroundings = {}) {
  const command = [
    process.execPath,
    ENTRY,
    built("workers/store/open-store.js"),
    JSON.stringify(steps),
  ];
  const [program = "", ...args] =
    around === undefined ? command : ["sh", "-c", around, "sh", ...command];
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  const outcomes = async (): Promise<readonly StepOutcome[]> => {
    if (child.stdout === null) throw new Error("the process has no output");
    const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
    const lines = printed.split("\n").filter((line) => line !== "");
    return lines.map((line) => stepOutcome.parse(JSON.parse(line)));
  };
  return { outcomes: outcomes(), kill: () => child.kill("SIGKILL") };
}
