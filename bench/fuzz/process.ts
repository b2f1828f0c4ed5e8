import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drawing } from "../mutants/draw.js";
import type { Draw } from "../mutants/draw.js";
import { seeded } from "../ocr/seeded.js";
import { countBlocks } from "./coverage.js";
import { TARGETS, isRefusal, seedsOf } from "./targets.js";
import type { Target } from "./targets.js";

/** What a fuzzing process is started with, as JSON in its only argument. */
export interface Task {
  readonly target: string;
  readonly seconds: number;
  readonly seed: number;
  /** Folder of the inputs that reached something new: the next run begins with them. */
  readonly corpus: string;
  /** File that holds the input that is being read. */
  readonly current: string;
}

/** What it reports after each input. */
export interface Progress {
  readonly inputs: number;
  /** Inputs that reached something new, seeds among them. */
  readonly kept: number;
  readonly paths: number;
  /** Stack of an error that is no refusal; the process ends with it. */
  readonly fault?: string;
}

/** Largest input, bytes: larger ones only take longer. */
const MOST_BYTES = 256 * 2 ** 10;
/** What an input may take to be mutated further, milliseconds: mutants of slow ones are slower still. */
const MOST_TIME = 1_000;

const task: Task = JSON.parse(process.argv[2] ?? "{}");
const fuzzed = TARGETS[task.target];
if (fuzzed === undefined) throw new Error(`There is no target ${task.target}.`);
await fuzz(fuzzed);
process.disconnect?.();

/** Reads the seeds, then mutants of what reached something new, until the time is over or one is a fault. */
async function fuzz(target: Target): Promise<void> {
  const coverage = countBlocks();
  const draw = drawing(seeded(task.seed));
  const seeds = [...seedsOf(target), ...corpusOf(task)];
  const kept: Uint8Array[] = [];
  const ends = performance.now() + task.seconds * 1000;
  for (let inputs = 1; performance.now() < ends || seeds.length > 0; inputs += 1) {
    const seed = seeds.pop();
    const bytes = seed ?? (await mutated(draw.among(kept), { target, draw }));
    const began = performance.now();
    const fault = await faultOf(target, bytes);
    const isQuick = performance.now() - began < MOST_TIME;
    if (coverage.isNew() && (isQuick || seed !== undefined)) {
      kept.push(bytes);
      if (seed === undefined) writeFileSync(path.join(task.corpus, nameOf(bytes)), bytes);
    }
    const progress: Progress = { inputs, kept: kept.length, paths: coverage.paths(), ...fault };
    process.send?.(progress);
    if (fault !== undefined) return;
  }
}

function corpusOf({ corpus }: Task): readonly Uint8Array[] {
  return readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name)));
}

function nameOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** One mutation at a time: several that repeat a part make gigabytes. What is no ZIP any more stays as it is. */
async function mutated(
  from: Uint8Array,
  { target: { mutations }, draw }: { readonly target: Target; readonly draw: Draw },
): Promise<Uint8Array> {
  try {
    const bytes = await draw.among(mutations).of(from, draw);
    return bytes.length <= MOST_BYTES ? bytes : from;
  } catch (error) {
    if (error instanceof Error) return from;
    throw error;
  }
}

async function faultOf(
  { read }: Target,
  bytes: Uint8Array,
): Promise<Pick<Progress, "fault"> | undefined> {
  writeFileSync(task.current, bytes);
  try {
    await read(Uint8Array.from(bytes));
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
