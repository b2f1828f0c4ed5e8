import type { DocumentDataset } from "../index.js";

/** What a run has read so far, in numbers. */
export interface Tally {
  readonly documents: Counts<"ok" | "partial" | "failed">;
  /** Files whose bytes another file has too. */
  readonly copies: number;
  readonly tables: Counts<string>;
  readonly records: Counts<RecordName>;
  readonly findings: Counts<"error" | "warning" | "info">;
  readonly cells: DocumentDataset["cells"];
  readonly checks: Counts<"passed" | "failed" | "not_run">;
  readonly failures: readonly Failure[];
}

export type Counts<K extends string> = Readonly<Partial<Record<K, number>>>;

/** A document that gave nothing, and why. */
interface Failure {
  readonly path: string;
  readonly code: string;
  readonly reason: string;
}

const RECORD_NAMES = [
  "sections",
  "tables",
  "amounts",
  "projects",
  "activities",
  "indicators",
  "procurement_items",
  "assets",
  "organizations",
  "figures",
  "findings",
] as const satisfies readonly (keyof DocumentDataset)[];
type RecordName = (typeof RECORD_NAMES)[number];

export const NOTHING: Tally = {
  documents: {},
  copies: 0,
  tables: {},
  records: {},
  findings: {},
  cells: { printed: 0, used: 0, ignored: 0, reported: 0, unrecognized: 0 },
  checks: {},
  failures: [],
};

/** The tally with one more document, found at a path. */
export function withDocument(tally: Tally, path: string, dataset: DocumentDataset): Tally {
  return {
    documents: counted(tally.documents, [dataset.document.status]),
    copies: tally.copies,
    tables: counted(
      tally.tables,
      dataset.tables.map(({ kind }) => kind),
    ),
    records: counted(
      tally.records,
      RECORD_NAMES.flatMap((name) => dataset[name].map(() => name)),
    ),
    findings: counted(
      tally.findings,
      dataset.findings.map(({ severity }) => severity),
    ),
    cells: addedCells(tally.cells, dataset.cells),
    checks: counted(
      tally.checks,
      dataset.coverage.map(({ outcome }) => outcome),
    ),
    failures: [...tally.failures, ...failuresOf(path, dataset)],
  };
}

/** The tally with one more file that holds the bytes of another; its document is counted already. */
export function withSameBytes(tally: Tally): Tally {
  return { ...tally, copies: tally.copies + 1 };
}

/** All of the counts together. */
export function total(counts: Counts<string>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function counted<K extends string>(counts: Counts<K>, keys: readonly K[]): Counts<K> {
  const sum: Partial<Record<K, number>> = { ...counts };
  for (const key of keys) sum[key] = (sum[key] ?? 0) + 1;
  return sum;
}

function addedCells(a: Tally["cells"], b: Tally["cells"]): Tally["cells"] {
  return {
    printed: a.printed + b.printed,
    used: a.used + b.used,
    ignored: a.ignored + b.ignored,
    reported: a.reported + b.reported,
    unrecognized: a.unrecognized + b.unrecognized,
  };
}

function failuresOf(path: string, { document }: DocumentDataset): readonly Failure[] {
  if (document.status !== "failed") return [];
  return [{ path, code: document.error_code ?? "", reason: document.error_message ?? "" }];
}
