import type { DocumentDataset } from "../../index.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import type { Value } from "./gold-values.js";
import { compared } from "./pieces.js";
import type { Verdict } from "./verdicts.js";

type Cell = Omit<DocumentDataset["tables"][number]["cells"][number], "at">;

/** What a dataset says about how its values were read. */
export interface Recognition {
  readonly tables: readonly { readonly table_no: number; readonly cells: readonly Cell[] }[];
  readonly findings: readonly Pick<
    DocumentDataset["findings"][number],
    "rule" | "table_no" | "row" | "column"
  >[];
}

/** A value that a run gave for a cell or row of a table, and what it says about its doubt. */
export interface Doubt extends Verdict {
  /** That of the least sure character of its cells; 1 where the text was not recognized. */
  readonly confidence: number;
  /** Whether a finding about the recognition, or any finding, stands at its cells. */
  readonly isRecognitionDoubted: boolean;
  readonly isDoubted: boolean;
}

/** The values that come from a row of a table, amounts and targets foremost. Prose and whole sheets have none. */
export function doubtsOf(dataset: Recognition, verdicts: readonly Verdict[]): readonly Doubt[] {
  return verdicts.flatMap((verdict) => {
    const cells = cellsOf(dataset, verdict);
    if (cells.length === 0) return [];
    const at = dataset.findings.filter(
      ({ table_no: table, row, column }) =>
        table === verdict.value.record["table_no"] &&
        cells.some((cell) => covers(cell, row) && (column === null || isAt(cell, column))),
    );
    return [
      {
        ...verdict,
        confidence: Math.min(...cells.map(({ recognized }) => recognized?.confidence ?? 1)),
        isRecognitionDoubted: at.some(({ rule }) => rule.startsWith("recognition_")),
        isDoubted: at.length > 0,
      },
    ];
  });
}

/**
 * The cells that a value was read from. Where the gold does not have its record, also the row and the
 * cells that give the record its name, since one of them may be what is wrong.
 */
function cellsOf(dataset: Recognition, { value, wanted }: Verdict): readonly Cell[] {
  const { table_no: tableNo, row, column } = value.record;
  const table = dataset.tables.find((candidate) => candidate.table_no === tableNo);
  if (table === undefined || typeof row !== "number") return [];
  const printed = table.cells.filter(({ text }) => text.trim() !== "");
  const inRow = printed.filter((cell) => covers(cell, row));
  if (wanted?.id !== value.id)
    return [...inRow, ...printed.filter((cell) => !inRow.includes(cell) && names(cell, value))];
  if (typeof column === "number") return inRow.filter((cell) => isAt(cell, column));
  const target = compared(String(value.record["target_raw"] ?? ""));
  const isOf = ({ text }: Cell) =>
    target === "" ? isPrintedNumber(text) : target.includes(compared(text));
  return inRow.filter(isOf);
}

const NAMES = ["project_code", "project_name", "activity_code", "activity_name"];

function names({ text }: Cell, { record }: Value): boolean {
  return NAMES.some((name) => compared(String(record[name] ?? "")) === compared(text));
}

/** `row` and `column` of records and findings count as those of cells do. */
function covers({ row, rowSpan }: Cell, at: number | null): boolean {
  return at !== null && at >= row && at < row + rowSpan;
}

function isAt({ column, columnSpan }: Cell, at: number): boolean {
  return at >= column && at < column + columnSpan;
}
