import type { Block, Cell, Table } from "../../pipeline/document.js";
import { UnreadableSource } from "../../pipeline/errors.js";

/** A cell that is being read, or was. */
export interface OpenCell {
  readonly path: string;
  readonly lines: string[];
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  vertical: Merge;
  horizontal: Merge;
  /** A tracked deletion of the cell: its place stays empty. */
  deleted: boolean;
}

/** Whether a cell starts a merged one, goes on in one, or stands alone. */
export type Merge = "starts" | "continues" | "none";

export interface OpenRow {
  readonly path: string;
  /** The columns left empty before its first cell. */
  before: number;
  /** A deleted or hidden row: no one sees it. */
  gone: boolean;
  readonly cells: OpenCell[];
  /** Tables and text boxes inside its cells. */
  readonly after: Block[];
}

export interface OpenTable {
  readonly path: string;
  rows: number;
  columns: number;
  readonly cells: OpenCell[];
  /** The cells that may go on in the next row, by column. */
  merging: Map<number, OpenCell>;
  row: OpenRow | undefined;
  /** What stood inside its cells; it follows the table. */
  readonly after: Block[];
}

/** Word itself allows 63 columns; other writers more. A span beyond this is an attack. */
const SPAN_LIMIT = 1000;
const COLUMN_LIMIT = 100_000;

/** A table at its start. */
export function startTable(path: string): OpenTable {
  return {
    path,
    rows: 0,
    columns: 0,
    cells: [],
    merging: new Map(),
    row: undefined,
    after: [],
  };
}

/** The next row of a table. */
export function startRow(table: OpenTable): OpenRow {
  const path = `${table.path} / row ${table.rows + 1}`;
  return { path, before: 0, gone: false, cells: [], after: [] };
}

/** The next cell of a row. */
export function startCell(row: OpenRow): OpenCell {
  return {
    path: `${row.path} / cell ${row.cells.length + 1}`,
    lines: [],
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    vertical: "none",
    horizontal: "none",
    deleted: false,
  };
}

/** A span as stated, brought into sane limits. */
export function saneSpan(stated: number | undefined, least: number): number {
  return Math.min(SPAN_LIMIT, Math.max(least, stated ?? least));
}

/** Puts the cells of a finished row into their columns. */
export function placeRow(table: OpenTable, row: OpenRow): void {
  if (row.gone) return;
  const merging = new Map<number, OpenCell>();
  let column = row.before;
  for (const cell of withoutSideways(row.cells)) {
    cell.row = table.rows;
    cell.column = column;
    column += cell.columnSpan;
    if (cell.deleted) continue;
    placeCell(table, cell, merging);
  }
  if (column > COLUMN_LIMIT) throw tooWide(table.path);
  table.columns = Math.max(table.columns, column);
  table.merging = merging;
  table.rows += 1;
  for (const block of row.after) table.after.push(block);
}

function placeCell(table: OpenTable, cell: OpenCell, merging: Map<number, OpenCell>): void {
  const above = cell.vertical === "continues" ? table.merging.get(cell.column) : undefined;
  if (above?.columnSpan === cell.columnSpan) {
    above.rowSpan += 1;
    for (const line of cell.lines) above.lines.push(line);
    merging.set(cell.column, above);
    return;
  }
  table.cells.push(cell);
  if (cell.vertical !== "none") merging.set(cell.column, cell);
}

/** The cells of a row, those merged sideways (`w:hMerge`) made one. */
function withoutSideways(cells: readonly OpenCell[]): OpenCell[] {
  const kept: OpenCell[] = [];
  for (const cell of cells) {
    const before = kept.at(-1);
    if (cell.horizontal === "continues" && before && before.horizontal !== "none") {
      before.columnSpan += cell.columnSpan;
      before.lines.push(...cell.lines);
    } else kept.push(cell);
  }
  return kept;
}

/** The finished table; undefined where no row of it is left. */
export function finishTable(table: OpenTable): Table | undefined {
  if (table.cells.length === 0) return undefined;
  return {
    type: "table",
    rowCount: table.rows,
    columnCount: table.columns,
    cells: table.cells.map(finishCell),
    at: { type: "flow", path: table.path },
  };
}

function finishCell(cell: OpenCell): Cell {
  return {
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    text: cell.lines.join("\n"),
    at: { type: "flow", path: cell.path },
  };
}

function tooWide(path: string): UnreadableSource {
  return new UnreadableSource(
    "too_large",
    `The Word document has a table of more than ${COLUMN_LIMIT} columns (${path}).`,
  );
}
