import { failed } from "../../index.js";
import type { DocumentDataset, DocumentHead, Output, ReadingWith } from "../../index.js";
import { keyedMutex } from "../../pipeline/dataset/write/keyed-mutex.js";
import type { Pool } from "../pool/pool.js";
import type { ToRead } from "../pool/protocol.js";
import type { PageDone } from "../pool/protocol.js";
import { summaryOf } from "../pool/summary.js";
import type { DocumentSummary } from "../pool/summary.js";
import { openInput } from "./open-input.js";
import type { Input } from "./open-input.js";

/** What became of one input. */
export type FileOutcome =
  | Read
  /** An earlier run had read these bytes, and reading them again would give the same. */
  | { readonly type: "kept"; readonly head: DocumentHead }
  /** Another input of this run has the same bytes. */
  | { readonly type: "copy" };

interface Read {
  readonly type: "read";
  readonly summary: DocumentSummary;
  readonly bug?: string;
  /** How many of its pages were recognized. */
  readonly recognized: number;
}

export interface LocalRun {
  readonly pool: Pool;
  readonly output: Output;
  readonly concurrency: number;
  /** The options that results may depend on. */
  readonly readingWith: ReadingWith;
  /** Read again what earlier runs have read. */
  readonly force: boolean;
  readonly onStart: (input: Input) => void;
  readonly onPage: (input: Input, page: PageDone) => void;
  readonly onEnd: (input: Input, outcome: FileOutcome) => void;
}

/**
 * Reads every input into the output folder, several at once; ends when all have ended. Which of them
 * ends first leaves no trace in the folder. Where the folder cannot be written, no more are begun.
 */
export async function extractAll(inputs: readonly Input[], run: LocalRun): Promise<void> {
  const rest = inputs.values();
  const inTurn = keyedMutex();
  const faults: unknown[] = [];
  const oneAfterAnother = async () => {
    for (const input of rest) {
      if (faults.length > 0) return;
      run.onStart(input);
      run.onEnd(input, await extractOne(input, { ...run, inTurn }));
    }
  };
  const oneLine = () => oneAfterAnother().catch((fault: unknown) => faults.push(fault));
  await Promise.all(Array.from({ length: run.concurrency }, oneLine));
  if (faults.length > 0) throw faults[0];
}

/** The same bytes in two inputs wait for each other: they are read once. */
async function extractOne(
  input: Input,
  run: LocalRun & { readonly inTurn: ReturnType<typeof keyedMutex> },
): Promise<FileOutcome> {
  const { output, readingWith, force, inTurn } = run;
  const opened = await openInput(input);
  const { source } = opened;
  if ("error" in opened) return withoutBytes(failed(source, opened.error), output);
  return inTurn(source.document_id, async () => {
    if (await output.addOrigin(source)) return { type: "copy" };
    const head = force ? undefined : await output.keep(source, readingWith);
    if (head !== undefined) return { type: "kept", head };
    return readInto(input, opened, run);
  });
}

async function readInto(
  input: Input,
  document: ToRead,
  { pool, output, onPage }: LocalRun,
): Promise<Read> {
  let recognized = 0;
  const { json, ...rest } = await pool.read(document, {
    onPage: (page) => {
      recognized = page.done;
      onPage(input, page);
    },
  });
  await output.addPrinted(document.source.document_id, json);
  return { type: "read", ...rest, recognized };
}

/** What cannot be opened is a failed document, for which no reader is needed. */
async function withoutBytes(dataset: DocumentDataset, output: Output): Promise<FileOutcome> {
  await output.add(dataset);
  return { type: "read", summary: summaryOf(dataset), recognized: 0 };
}
