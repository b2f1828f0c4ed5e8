import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { run } from "../../test/cli/run.js";
import type { Ran } from "../../test/cli/run.js";
import { filesIn } from "../../test/files-in.js";
import { gongkai, start, startWorker, waitFor } from "../../test/workers/queue/processes.js";
import type { Ended, Running, Surroundings } from "../../test/workers/queue/processes.js";
import { startRedis } from "../../test/workers/redis-server.js";
import { SCANNED_PAGES } from "./inputs.js";
import { COMMAND, childrenOf, differences, leftOf, pagesKept } from "./processes.js";

export const COMMANDS = ["extract", "worker"] as const;
export const SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"] as const;

/** When a process is ended, and how. */
export interface Moment {
  readonly command: (typeof COMMANDS)[number];
  readonly signal: (typeof SIGNALS)[number];
  /** 0 to below 1: where in the time that an undisturbed run takes or, in recognition, that a page takes. */
  readonly at: number;
  readonly inRecognition: boolean;
}

/** What is the same for all moments. */
export interface Setting {
  /** What is read. */
  readonly input: string;
  /** What an undisturbed run of `extract` writes. */
  readonly whole: Readonly<Record<string, string>>;
  /** How long an undisturbed run takes, in milliseconds, by command. */
  readonly takes: Readonly<Record<Moment["command"], number>>;
}

/** What one moment showed. */
export interface Trial {
  /** Whether some pages of the scan were recognized then, and others were not yet. */
  readonly wasInRecognition: boolean;
  /** How the process ended: a signal or an exit code. */
  readonly ended: string;
  readonly faults: readonly string[];
}

/** What reading a page of the scan takes at least, in milliseconds. */
const PAGE_MS = 300;
const WORKER = ["--lock", "1", "--shutdown", "5"];
/** How much longer than `--shutdown` the end of a process may take, in milliseconds. */
const SHUTDOWN_MS = 6_000;

/** Ends `extract` at a moment, runs the same command again, and compares. */
export async function extractTrial(
  folder: string,
  moment: Moment,
  { input, whole, takes }: Setting,
): Promise<Trial> {
  const out = path.join(folder, "out");
  const args = ["extract", input, "--out", out, "--concurrency", "1"];
  const here = { redis: "", store: "", program: COMMAND };
  const cache = path.join(out, ".ocr-cache");
  const killed = await endedAt(start(args, here), moment, { cache, takes: takes.extract });
  const again = await gongkai(args, here);
  const isUsual = killed.ended.signal === moment.signal || killed.ended.code === 0;
  return told(killed, [
    ...(isUsual ? [] : [`ended with ${endOf(killed.ended)}`]),
    ...(again.code === 0 ? [] : [`then ended with ${endOf(again)}: ${again.stderr}`]),
    ...differences(await filesIn(out), whole).map((name) => `${name} is another`),
  ]);
}

/** Ends a worker at a moment, starts another, and compares what is compiled. */
export async function workerTrial(
  folder: string,
  moment: Moment,
  { input, whole, takes }: Setting,
): Promise<Trial> {
  const redis = await startRedis();
  const store = path.join(folder, "store");
  const here: Surroundings = { redis: redis.url, store, program: COMMAND };
  try {
    const submitting = submit(input, here);
    const began = startWorker(here, WORKER);
    const cache = path.join(store, "ocr");
    const killed = await endedAt(began, moment, { cache, takes: takes.worker });
    const other = startWorker(here, WORKER);
    const submitted = await submitting;
    await other.until("started");
    const last = await other.end("SIGTERM");
    const out = path.join(folder, "out");
    const compiled = await run(["compile", "--store", store, "--out", out]);
    return told(killed, [
      ...workerFaults(killed, moment),
      ...[submitted, last, compiled]
        .filter(({ code }) => code !== 0)
        .map(({ code, stderr }) => `then a command ended with ${code}: ${stderr}`),
      ...differences(await filesIn(out), visible(whole)).map((name) => `${name} is another`),
    ]);
  } finally {
    await redis.stop();
  }
}

/** Hands the documents over and waits until they are compiled, in this process: it is not what is ended. */
function submit(input: string, { redis, store }: Surroundings): Promise<Ran> {
  return run(["submit", input, "--wait", "--redis", redis, "--store", store]);
}

/** The milliseconds that a worker takes from its start until it has compiled the dataset. */
export async function workerTakes(folder: string, input: string): Promise<number> {
  const redis = await startRedis();
  const here: Surroundings = {
    redis: redis.url,
    store: path.join(folder, "store"),
    program: COMMAND,
  };
  try {
    const submitting = submit(input, here);
    const began = performance.now();
    const worker = startWorker(here, WORKER);
    await submitting;
    const took = performance.now() - began;
    await worker.end("SIGTERM");
    return took;
  } finally {
    await redis.stop();
  }
}

/** A worker ends with 0 where it is asked to, unless that was before it listened. */
function workerFaults({ ended, seconds }: Killed, { signal }: Moment): readonly string[] {
  const hasBegun = ended.stdout !== "";
  const isUsual = signal === "SIGKILL" || !hasBegun ? ended.signal === signal : ended.code === 0;
  return [
    ...(isUsual || ended.code === 0 ? [] : [`ended with ${endOf(ended)}`]),
    ...(seconds * 1_000 > SHUTDOWN_MS ? [`ended after ${seconds.toFixed(1)} s`] : []),
  ];
}

/** What stands in a folder that is not hidden. */
function visible(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith(".")));
}

interface Killed {
  readonly ended: Ended;
  /** How long it took to end. */
  readonly seconds: number;
  readonly wasInRecognition: boolean;
  readonly left: readonly number[];
}

async function endedAt(
  running: Running,
  moment: Moment,
  { cache, takes }: { readonly cache: string; readonly takes: number },
): Promise<Killed> {
  if (moment.inRecognition)
    await waitFor("a page", () => (pagesKept(cache) > 0 ? true : undefined));
  await Promise.race([running.ended, wait(moment.at * (moment.inRecognition ? PAGE_MS : takes))]);
  const readers = childrenOf(running.child.pid);
  const pages = pagesKept(cache);
  const isRunning = running.child.exitCode === null;
  const asked = performance.now();
  running.child.kill(moment.signal);
  const ended = await running.ended;
  return {
    ended,
    seconds: (performance.now() - asked) / 1_000,
    wasInRecognition: isRunning && pages > 0 && pages < SCANNED_PAGES,
    left: await leftOf(readers),
  };
}

function told({ ended, wasInRecognition, left }: Killed, faults: readonly string[]): Trial {
  const isTrace = /^\s+at |Error:/mu.test(ended.stderr);
  return {
    wasInRecognition,
    ended: endOf(ended),
    faults: [
      ...faults,
      ...left.map((pid) => `its reader ${pid} goes on`),
      ...(isTrace ? [`printed ${ended.stderr}`] : []),
    ],
  };
}

const endOf = ({ code, signal }: Ended) => signal ?? `exit code ${code}`;
