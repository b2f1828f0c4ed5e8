import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { vi } from "vitest";
import { built } from "../../build.js";
import { run } from "../../cli/run.js";
import type { Ran } from "../../cli/run.js";

/** The command line with the invented reader, and the one that users run. */
const INVENTED = built("test/cli/process-entry.js");
export const REAL = built("bin/gongkai.js");

const LONGEST = 30_000;

/** What a process of ours is told beside its arguments. */
export interface Surroundings {
  readonly redis: string;
  readonly store: string;
  /** A file that gets a line for each document read. */
  readonly reads?: string;
  /** The script that is run: the command line with the invented reader where none is given. */
  readonly program?: string;
  /** The user that it runs as: this one where none is given. */
  readonly as?: { readonly uid: number; readonly gid: number };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** A line of a worker's log. */
type Event = Readonly<Record<string, unknown>> & { readonly event: string };

export interface WorkerProcess extends Running {
  readonly events: () => readonly Event[];
  /** Waits for an event of that name, for at most half a minute; the n-th where n is given. */
  readonly until: (name: string, n?: number) => Promise<Event>;
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** The processes that a test started; none outlives it. */
const started = new Set<Running>();

/** Kills what runs, and waits until nothing of it writes any more. */
export async function endAll(): Promise<void> {
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all([...started].map(({ ended }) => ended));
}

/** Starts `gongkai` with arguments. */
export function start(args: readonly string[], surroundings: Surroundings): Running {
  const { redis, store, reads, program = INVENTED, as = {} } = surroundings;
  const env = {
    ...process.env,
    GONGKAI_REDIS: redis,
    GONGKAI_STORE: store,
    ...(reads === undefined ? {} : { GONGKAI_TEST_READS: reads }),
  };
  const child = spawn(process.execPath, [program, ...args], {
    env,
    ...as,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk.toString("utf8")));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => {
      started.delete(running);
      resolve({ code, signal, ...printed });
    });
  });
  const running = { child, ended, stdout: () => printed.stdout, stderr: () => printed.stderr };
  started.add(running);
  return running;
}

/**
 * Runs `gongkai` with arguments to its end in this process, for commands that only ask: they print the same and give the
 * same exit code, and cost no start of a process.
 */
export async function gongkaiHere(
  args: readonly string[],
  { redis, store }: Surroundings,
): Promise<Ran> {
  vi.stubEnv("GONGKAI_REDIS", redis).stubEnv("GONGKAI_STORE", store);
  // The environment is read before anything is waited for.
  const ran = run(args);
  vi.unstubAllEnvs();
  return ran;
}

/** Runs `gongkai` with arguments to its end, as a process. */
export function gongkai(args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  return start(args, surroundings).ended;
}

/** Starts a worker of one reader. */
export function startWorker(
  surroundings: Surroundings,
  args: readonly string[] = [],
): WorkerProcess {
  const running = start(["worker", "--concurrency", "1", ...args], surroundings);
  const events = () => eventsIn(running.stdout());
  return {
    ...running,
    events,
    until: (name, n = 1) =>
      waitFor(
        `event ${n} "${name}"`,
        () => events().filter(({ event }) => event === name)[n - 1],
        () => running.stdout() + running.stderr(),
      ),
    end: async (signal) => {
      running.child.kill(signal);
      return running.ended;
    },
  };
}

/** Waits until something is there, for at most half a minute. */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  shown: () => string = () => "",
): Promise<T> {
  const deadline = Date.now() + LONGEST;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come\n${shown()}`);
    await sleep(25);
  }
}

function eventsIn(log: string): readonly Event[] {
  const lines = log.slice(0, log.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** The documents that were read, in turn; one that was read twice is in it twice. */
export function readIn(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}
