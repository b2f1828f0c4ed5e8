import { mkdir } from "node:fs/promises";
import { findInputs } from "./inputs.js";
import type { Input } from "./inputs.js";
import { UnreadableSource, failed, openOutput } from "../index.js";
import type { DocumentDataset, Output, Source } from "../index.js";
import { progressOn } from "./progress.js";
import type { Progress } from "./progress.js";
import { openInput, readInput } from "./read-input.js";
import type { Extract } from "./read-input.js";
import { summary } from "./summary.js";
import { NOTHING, withDocument, withSameBytes } from "./tally.js";
import type { Tally } from "./tally.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** `gongkai extract PATH... --out DIR`: reads every document and writes the dataset. */
export interface ExtractOptions {
  readonly paths: readonly string[];
  readonly out: string;
  /** Remove the documents of earlier runs. */
  readonly clean: boolean;
  readonly extract: Extract;
}

/** @throws UsageError where there is nothing to read, or the output folder cannot be made */
export async function runExtract(options: ExtractOptions, terminal: Terminal): Promise<ExitCode> {
  const { paths, out, clean, extract } = options;
  const inputs = await findInputs(paths, out);
  await makeFolder(out);
  const output = openOutput(out);
  const { tally, bugs } = await readAll(inputs, {
    extract,
    output,
    progress: progressOn(terminal),
  });
  const closed = await output.close({ clean });
  for (const bug of bugs) terminal.stderr.write(`${stackOf(bug)}\n`);
  terminal.stdout.write(summary(tally, out, closed));
  return tally.failures.length > 0 ? 1 : 0;
}

interface Run {
  readonly extract: Extract;
  readonly output: Output;
  readonly progress: Progress;
}

async function readAll(inputs: readonly Input[], run: Run) {
  let tally = NOTHING;
  const bugs: unknown[] = [];
  run.progress.start(inputs.length);
  for (const input of inputs) tally = await readOne(tally, input, { ...run, bugs });
  run.progress.stop();
  return { tally, bugs };
}

async function readOne(
  tally: Tally,
  input: Input,
  { extract, output, progress, bugs }: Run & { readonly bugs: unknown[] },
): Promise<Tally> {
  progress.reading(input.path);
  const opened = await openInput(input);
  if (!("error" in opened) && (await output.addName(opened.source))) {
    progress.done(input.path, "copy");
    return withSameBytes(tally);
  }
  const { dataset, bug } = await readInput(opened, extract);
  if (bug !== undefined) bugs.push(bug);
  const written = await add(dataset, opened.source, output);
  progress.done(input.path, written);
  return withDocument(tally, input.path, written);
}

/** Writes the dataset; one that is too large is written as failed. Returns what was written. */
async function add(dataset: DocumentDataset, source: Source, output: Output) {
  try {
    await output.add(dataset);
    return dataset;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    const instead = failed(source, error);
    await output.add(instead);
    return instead;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new UsageError(`the output folder ${folder} cannot be made`, { cause });
  }
}

function stackOf(bug: unknown): string {
  return bug instanceof Error && bug.stack !== undefined ? bug.stack : String(bug);
}
