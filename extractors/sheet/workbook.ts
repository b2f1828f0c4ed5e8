import type { Finding } from "../../pipeline/model/finding.js";

/** A workbook as its file states it, hidden parts too; the same for every spreadsheet format. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** What its reader has to tell beside the sheets. */
  readonly findings: readonly Finding[];
}

/** A sheet with all its cells that hold something or are ruled. Rows and columns are 0-based. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row, then column. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly Span[];
  /** The view of the sheet shows no zeros. */
  readonly zerosHidden: boolean;
  /** The last column of the area that is printed; without one, that of all sheets. */
  readonly lastPrinted: number;
}

/** What may be doubtful of what a cell shows; findings name the cells. */
export type Doubt = "error" | "noValue" | "signAdded" | "unformatted";

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As displayed; empty where the cell is only ruled. */
  readonly text: string;
  /** A rule stands at its left or right. */
  readonly ruled: boolean;
  /** Its value is a number, however it is displayed. */
  readonly numeric: boolean;
  readonly doubt?: Doubt | undefined;
}

/** Columns or rows from the first to the last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A range of cells: its rows and its columns. */
export interface Area {
  readonly rows: Span;
  readonly columns: Span;
}

/** The limits of Excel: no sheet has more rows or columns. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** The address of a cell: `B3`. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

const names: string[] = [];

function columnName(column: number): string {
  const known = names[column];
  if (known !== undefined) return known;
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCodePoint(65 + ((rest - 1) % 26)) + name;
  names[column] = name;
  return name;
}

/** The row and column of an address, or null where it is none. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(address.slice(at));
  const isPlace =
    column >= 1 && column <= MOST_COLUMNS && Number.isInteger(row) && row >= 1 && row <= MOST_ROWS;
  return isPlace ? { row: row - 1, column: column - 1 } : null;
}

/** The cells of a range: `A1:C3`, or one cell. */
export function areaOf(range: string): Area | null {
  const [from = "", to = from] = range.replaceAll("$", "").split(":");
  const [first, last] = [placeOf(from), placeOf(to)];
  if (first === null || last === null) return null;
  return {
    rows: { first: Math.min(first.row, last.row), last: Math.max(first.row, last.row) },
    columns: {
      first: Math.min(first.column, last.column),
      last: Math.max(first.column, last.column),
    },
  };
}

/** The last column of a print area: `表一!$A$1:$D$9`, `表一!$A:$D`, several parted by commas. */
export function lastPrintedColumn(areas: string): number {
  const ends = [...areas.matchAll(/!\$?[A-Z]{1,3}\$?\d*:\$?(?<end>[A-Z]{1,3})\$?\d*(?=,|$)/gu)];
  const columns = ends.map(({ groups }) => placeOf(`${groups?.["end"] ?? ""}1`)?.column ?? -1);
  const last = Math.max(-1, ...columns);
  return last < 0 ? MOST_COLUMNS - 1 : last;
}
