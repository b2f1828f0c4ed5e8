import { failed, mayHoldFiles } from "../../index.js";
import type { DocumentDataset, DocumentHead, Output, ReadingWith } from "../../index.js";
import { keyedMutex } from "../../pipeline/dataset/write/keyed-mutex.js";
import { digestOf } from "../../pipeline/model/correction-digest.js";
import type { Correction } from "../../pipeline/model/correction.js";
import type { Pool } from "../pool/pool.js";
import type { ToRead } from "../pool/protocol.js";
import type { PageDone } from "../pool/protocol.js";
import { summaryOf } from "../pool/summary.js";
import type { DocumentSummary } from "../pool/summary.js";
import { isDeep, memberInputs } from "./members.js";
import { openInput } from "./open-input.js";
import type { Input } from "./open-input.js";

/** What became of one input. */
export type FileOutcome =
  | Read
  /** An earlier run had read these bytes, and reading them again would give the same. */
  | { readonly type: "kept"; readonly head: DocumentHead }
  /** Another input of this run has the same bytes. */
  | { readonly type: "copy" }
  /** It is an archive, whose members are inputs of their own. */
  | { readonly type: "unpacked"; readonly members: number };

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
  /** What readers put right, by the SHA-256 of the document. */
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  /** Read again what earlier runs have read. */
  readonly force: boolean;
  readonly onStart: (input: Input) => void;
  readonly onPage: (input: Input, page: PageDone) => void;
  /** With the number of inputs that the file holds: members of an archive, files that hang on a PDF. */
  readonly onEnd: (input: Input, outcome: FileOutcome, held: number) => void;
}

/**
 * Reads every input into the output folder, several at once; ends when all have ended. Which of them
 * ends first leaves no trace in the folder. Where the folder cannot be written, no more are begun.
 */
export async function extractAll(inputs: readonly Input[], run: LocalRun): Promise<void> {
  await extractSome(inputs, { ...run, inTurn: keyedMutex() });
}

interface Running extends LocalRun {
  readonly inTurn: ReturnType<typeof keyedMutex>;
}

async function extractSome(inputs: readonly Input[], run: Running): Promise<void> {
  const rest = inputs.values();
  const faults: unknown[] = [];
  const oneAfterAnother = async () => {
    for (const input of rest) {
      if (faults.length > 0) return;
      run.onStart(input);
      const { outcome, members } = await extractOne(input, run);
      run.onEnd(input, outcome, members.length);
      // The pool bounds how many are read at once, however deep this stands.
      await extractSome(members, run);
    }
  };
  const oneLine = () => oneAfterAnother().catch((fault: unknown) => faults.push(fault));
  await Promise.all(Array.from({ length: run.concurrency }, oneLine));
  if (faults.length > 0) throw faults[0];
}

/** What became of an input, and the inputs that it holds. */
interface Ended {
  readonly outcome: FileOutcome;
  readonly members: readonly Input[];
}

/** The same bytes in two inputs wait for each other: they are read once. */
async function extractOne(input: Input, run: Running): Promise<Ended> {
  const { output, readingWith, corrections, force, inTurn } = run;
  const opened = await openInput(input);
  const { source } = opened;
  if ("error" in opened) return ended(await withoutBytes(failed(source, opened.error), output));
  const { outcome, members } = await inTurn(source.document_id, async () => {
    if (await output.addOrigin(source)) return ended({ type: "copy" });
    const own = corrections.get(source.sha256 ?? "") ?? [];
    const reading = { ...readingWith, corrections: digestOf(own) };
    const head = force ? undefined : await output.keep(source, reading);
    if (head !== undefined) return ended({ type: "kept", head });
    return readInto(input, { ...opened, corrections: own }, run);
  });
  return { outcome, members: [...members, ...(await attachedTo(input, opened, run))] };
}

/** The files that hang on a PDF, as inputs: also where the PDF itself is not read anew. */
async function attachedTo(
  input: Input,
  document: ToRead,
  { pool }: LocalRun,
): Promise<readonly Input[]> {
  if (!mayHoldFiles(document.bytes) || isDeep(input)) return [];
  return memberInputs(input, document.source, await pool.attached(document));
}

async function readInto(
  input: Input,
  document: ToRead,
  { pool, output, onPage }: LocalRun,
): Promise<Ended> {
  let recognized = 0;
  const read = await pool.readOrUnpack(document, {
    onPage: (page) => {
      recognized = page.done;
      onPage(input, page);
    },
  });
  if ("members" in read) {
    const members = memberInputs(input, document.source, read.members);
    return { outcome: { type: "unpacked", members: members.length }, members };
  }
  const { pieces, ...rest } = read;
  await output.addPrinted(document.source, pieces);
  return ended({ type: "read", ...rest, recognized });
}

function ended(outcome: FileOutcome): Ended {
  return { outcome, members: [] };
}

/** What cannot be opened is a failed document, for which no reader is needed. */
async function withoutBytes(dataset: DocumentDataset, output: Output): Promise<FileOutcome> {
  await output.add(dataset);
  return { type: "read", summary: summaryOf(dataset), recognized: 0 };
}
