import type { DocumentDataset } from "../../index.js";
import { isPrintedNumber } from "../../pipeline/printed-number.js";
import { verifiedValues } from "./gold-values.js";
import type { Value, Values } from "./gold-values.js";
import { compared } from "./pieces.js";

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
export interface Doubt {
  readonly isRight: boolean;
  readonly value: Value;
  /** What the gold has in its place; null where it has no such record. */
  readonly wanted: string | null;
  /** That of the least sure character of its cells; 1 where the text was not recognized. */
  readonly confidence: number;
  /** Whether a finding about the recognition, or any finding, stands at its cells. */
  readonly isRecognitionDoubted: boolean;
  readonly isDoubted: boolean;
}

/** The values that come from a row of a table, amounts and targets foremost. Prose and whole sheets have none. */
export function doubtsOf(dataset: Recognition, values: Values): readonly Doubt[] {
  const verified = verifiedValues(values);
  return values.run.flatMap((value) => {
    const wanted = verified.get(value.id) ?? null;
    const cells = cellsOf(dataset, value, wanted !== null);
    if (cells.length === 0) return [];
    const at = dataset.findings.filter(
      ({ table_no: table, row, column }) =>
        table === value.record["table_no"] &&
        cells.some((cell) => covers(cell, row) && (column === null || isAt(cell, column))),
    );
    return [
      {
        isRight: wanted === value.value,
        value,
        wanted,
        confidence: Math.min(...cells.map(({ recognized }) => recognized?.confidence ?? 1)),
        isRecognitionDoubted: at.some(({ rule }) => rule.startsWith("recognition_")),
        isDoubted: at.length > 0,
      },
    ];
  });
}

/**
 * The cells that a value was read from: where its record is one that the gold has, those of the value;
 * else the whole row, since what is wrong may be what the record is called.
 */
function cellsOf(dataset: Recognition, value: Value, isKnown: boolean): readonly Cell[] {
  const { table_no: tableNo, row, column } = value.record;
  const table = dataset.tables.find((candidate) => candidate.table_no === tableNo);
  if (table === undefined || typeof row !== "number") return [];
  const inRow = table.cells.filter((cell) => covers(cell, row) && cell.text.trim() !== "");
  if (!isKnown) return inRow;
  if (typeof column === "number") return inRow.filter((cell) => isAt(cell, column));
  const target = compared(String(value.record["target_raw"] ?? ""));
  const isOf = ({ text }: Cell) =>
    target === "" ? isPrintedNumber(text) : target.includes(compared(text));
  return inRow.filter(isOf);
}

/** `row` and `column` of records and findings count as those of cells do. */
function covers({ row, rowSpan }: Cell, at: number | null): boolean {
  return at !== null && at >= row && at < row + rowSpan;
}

function isAt({ column, columnSpan }: Cell, at: number): boolean {
  return at >= column && at < column + columnSpan;
}
