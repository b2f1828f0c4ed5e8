import type { Block, Cell, InFlow } from "../../pipeline/model/document.js";

/** A cell that is being read; it lasts as long as its row. */
export interface OpenCell {
  readonly at: InFlow;
  /** Its lines so far. */
  text: string;
  /** Tables and text boxes inside it. */
  readonly inside: Inside[];
  columnSpan: number;
  vertical: Merge;
  horizontal: Merge;
  /** A tracked deletion of the cell: its place stays empty. */
  deleted: boolean;
  /** Its column rules, where it states them itself. */
  leftRule?: boolean;
  rightRule?: boolean;
}

/** What stands inside a cell, and how many characters of the cell's own text are before it. */
interface Inside {
  readonly block: Block;
  readonly before: number;
}

/** A cell in its place: the rows below may still go on in it, and columns that no one sees go. */
export type PlacedCell = { -readonly [Name in keyof Cell]: Cell[Name] };

/** Whether a row says of itself that it has column rules, or that it has none. */
export type RowRule = "ruled" | "bare" | "unsaid";

/** Whether a cell starts a merged one, goes on in one, or stands alone. */
export type Merge = "starts" | "continues" | "none";

export interface OpenRow {
  /** Before the number of each of its cells. */
  readonly path: string;
  /** The columns left empty before its first cell. */
  before: number;
  /** A deleted or hidden row: no one sees it. */
  gone: boolean;
  readonly cells: OpenCell[];
}

export interface OpenTable {
  readonly path: string;
  rows: number;
  /** The stated widths of the grid's columns, in twentieths of a point. */
  readonly widths: number[];
  readonly rules: RowRule[];
  readonly cells: PlacedCell[];
  /** The cells that may go on in the next row, by column. */
  merging: Map<number, PlacedCell>;
  row: OpenRow | undefined;
  /** What stood inside its cells; it follows the table. */
  readonly after: Block[];
  /** The only cell of each row, as long as every row has but one. */
  frame: OpenCell[] | undefined;
}

/** A table at its start. */
export function startTable(path: string): OpenTable {
  return {
    path,
    rows: 0,
    widths: [],
    rules: [],
    cells: [],
    merging: new Map(),
    row: undefined,
    after: [],
    frame: [],
  };
}

/** The next row of a table. */
export function startRow(table: OpenTable): OpenRow {
  const path = `${table.path} / row ${table.rows + 1} / cell `;
  return { path, before: 0, gone: false, cells: [] };
}

/** The next cell of a row. */
export function startCell(row: OpenRow): OpenCell {
  return {
    at: { type: "flow", path: `${row.path}${row.cells.length + 1}` },
    text: "",
    inside: [],
    columnSpan: 1,
    vertical: "none",
    horizontal: "none",
    deleted: false,
  };
}

/** Adds a line to a cell, or several. */
export function addLine(cell: { text: string }, text: string): void {
  if (text !== "") cell.text = cell.text === "" ? text : `${cell.text}\n${text}`;
}
