import type { Bilingual } from "../../pipeline/model/finding.js";
import type { FileOutcome } from "../../workers/local/extract-all.js";
import { whyFailed, countOf } from "../../workers/pool/summary.js";
import type { Counts, DocumentSummary, Ended } from "../../workers/pool/summary.js";

/** What a run has done so far, in numbers. */
export interface Tally {
  readonly documents: Counts<string>;
  /** Documents that an earlier run had read; only `documents` counts them. */
  readonly kept: number;
  /** Files whose bytes another file has too. */
  readonly copies: number;
  /** Archives, whose members are counted as files. */
  readonly archives: number;
  readonly tables: Counts<string>;
  readonly records: Counts<string>;
  readonly findings: Counts<string>;
  readonly cells: DocumentSummary["cells"];
  readonly checks: Counts<string>;
  /** How many pages were recognized. */
  readonly recognized: number;
  readonly failures: readonly Failure[];
}

/** A document that gave nothing, and why. */
interface Failure {
  readonly path: string;
  readonly code: string;
  readonly reason: Bilingual<string>;
}

export const NOTHING: Tally = {
  documents: {},
  kept: 0,
  copies: 0,
  archives: 0,
  tables: {},
  records: {},
  findings: {},
  cells: { printed: 0, used: 0, ignored: 0, reported: 0, not_understood: 0 },
  checks: {},
  recognized: 0,
  failures: [],
};

/** The tally with one more file, found at a path. */
export function withOutcome(tally: Tally, path: string, outcome: FileOutcome): Tally {
  if (outcome.type === "unpacked") return { ...tally, archives: tally.archives + 1 };
  if (outcome.type === "copy") return { ...tally, copies: tally.copies + 1 };
  if (outcome.type === "kept")
    return { ...withStatus(tally, path, outcome.head.document), kept: tally.kept + 1 };
  const { summary } = outcome;
  return {
    ...withStatus(tally, path, summary.document),
    tables: added(tally.tables, summary.tables),
    records: added(tally.records, summary.records),
    findings: added(tally.findings, summary.findings),
    cells: addedCells(tally.cells, summary.cells),
    checks: added(tally.checks, summary.checks),
    recognized: tally.recognized + outcome.recognized,
  };
}

function withStatus(tally: Tally, path: string, { status, error_code, ...told }: Ended): Tally {
  const documents = added(tally.documents, { [status]: 1 });
  if (status !== "failed") return { ...tally, documents };
  const failure = { path, code: error_code ?? "", reason: whyFailed(told) };
  return { ...tally, documents, failures: [...tally.failures, failure] };
}

/** All of the counts together. */
export function total(counts: Counts<string>): number {
  return Object.keys(counts).reduce((sum, key) => sum + countOf(counts, key), 0);
}

function added(a: Counts<string>, b: Counts<string>): Counts<string> {
  const sum: Partial<Record<string, number>> = { ...a };
  for (const key of Object.keys(b)) sum[key] = countOf(a, key) + countOf(b, key);
  return sum;
}

function addedCells(a: Tally["cells"], b: Tally["cells"]): Tally["cells"] {
  return {
    printed: a.printed + b.printed,
    used: a.used + b.used,
    ignored: a.ignored + b.ignored,
    reported: a.reported + b.reported,
    not_understood: a.not_understood + b.not_understood,
  };
}
