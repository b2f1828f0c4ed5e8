import type { DocumentDataset } from "../../index.js";
import { RECORD_FILES } from "../../pipeline/model/records/registry.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { tally } from "../../pipeline/model/tally.js";

/** What a run tells of one document. */
export interface DocumentSummary {
  readonly document: Ended;
  readonly tables: Counts<string>;
  readonly records: Counts<string>;
  readonly findings: Counts<string>;
  readonly cells: DocumentDataset["cells"];
  readonly checks: Counts<string>;
}

/** How a document ended, and why where it failed. */
export type Ended = Pick<
  DocumentDataset["document"],
  "status" | "error_code" | "error_message" | "error_message_zh"
>;

/** Why it failed. An older program wrote the English message alone. */
export function whyFailed({
  error_message: en,
  error_message_zh: zh,
}: Pick<Ended, "error_message" | "error_message_zh">): Bilingual<string> {
  return { en: en ?? "", zh: zh ?? en ?? "" };
}

export type Counts<K extends string> = Readonly<Partial<Record<K, number>>>;

/** What is read of a document; where it was found is counted by the run. */
const RECORD_NAMES = RECORD_FILES.filter((name) => name !== "documents" && name !== "origins");

/** Counts what a document holds: tables by kind, records by file, findings by severity, checks by outcome. */
export function summaryOf(dataset: DocumentDataset): DocumentSummary {
  const { status, error_code, error_message, error_message_zh } = dataset.document;
  return {
    document: { status, error_code, error_message, error_message_zh },
    tables: counts(dataset.tables.map(({ kind }) => kind)),
    records: counts(RECORD_NAMES.flatMap((name) => dataset[name].map(() => name))),
    findings: counts(dataset.findings.map(({ severity }) => severity)),
    cells: dataset.cells,
    checks: counts(dataset.coverage.map(({ outcome }) => outcome)),
  };
}

/** How often something was counted: what is not named among the counts was not met. */
export function countOf(all: Counts<string>, key: string): number {
  return all[key] ?? 0;
}

function counts(keys: readonly string[]): Counts<string> {
  return Object.fromEntries(tally(keys));
}
