import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

type Work = () => unknown;

/** CPU seconds of this process, all threads, that some work takes. */
async function cpuSeconds(work: Work): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Two works in turn, A B A B …, after one round that does not count. */
export interface Paired {
  readonly a: number;
  readonly b: number;
  /** The median of A / B, round by round. */
  readonly ratio: number;
}

/** Median CPU seconds of both, and of their ratio: it holds while the machine's speed drifts. */
export async function paired(a: Work, b: Work, rounds: number): Promise<Paired> {
  const times: { a: number; b: number }[] = [];
  for (let round = 0; round <= rounds; round += 1)
    times.push({ a: await cpuSeconds(a), b: await cpuSeconds(b) });
  const counted = times.slice(1);
  return {
    a: median(counted.map((time) => time.a)),
    b: median(counted.map((time) => time.b)),
    ratio: median(counted.map((time) => time.a / time.b)),
  };
}

/** What a process took. */
export interface ProcessCost {
  /** Its memory at the peak. */
  readonly megabytes: number;
  /** CPU seconds. */
  readonly seconds: number;
}

/** What a script of this folder takes, run in a process of its own: it prints that. */
export function costOf(script: string, ...args: readonly string[]): ProcessCost {
  return JSON.parse(printedBy(script, ...args));
}

/** What a script of this folder prints, run in a process of its own. */
export function printedBy(script: string, ...args: readonly string[]): string {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const run = spawnSync(process.execPath, [path, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
