import type { OpenTable, PlacedCell } from "./open-table.js";

/** A run of rows that a reader sees as one table. */
export interface Piece {
  readonly firstRow: number;
  readonly rows: number;
  readonly cells: readonly PlacedCell[];
}

/**
 * The tables that a reader sees in one of Word's: where rows without any column rule stand between
 * ruled ones (a caption, its unit), a new table starts with them.
 */
export function splitAtBareRows(table: OpenTable): Piece[] {
  const starts = startsOfPieces(table);
  if (starts.length === 1) return [{ firstRow: 0, rows: table.rows, cells: table.cells }];
  const pieces = starts.map((firstRow, index) => ({
    firstRow,
    rows: (starts[index + 1] ?? table.rows) - firstRow,
    cells: new Array<PlacedCell>(),
  }));
  let index = 0;
  for (const cell of table.cells) {
    while (cell.row >= (starts[index + 1] ?? table.rows)) index += 1;
    pieces[index]?.cells.push(cell);
  }
  return pieces.filter((piece) => piece.cells.length > 0);
}

function startsOfPieces(table: OpenTable): number[] {
  const starts = [...table.rules.keys()].filter((row) => startsPiece(table, row));
  if (starts.length === 0) return [0];
  const covered = coveredRows(table.cells);
  return [0, ...starts.filter((row) => !covered.has(row))];
}

function startsPiece({ rules }: OpenTable, row: number): boolean {
  if (rules[row] !== "bare" || rules[row - 1] !== "ruled") return false;
  let below = row;
  while (rules[below] === "bare") below += 1;
  return rules[below] === "ruled";
}

/** The rows into which a cell of a row above reaches. */
function coveredRows(cells: readonly PlacedCell[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { row, rowSpan } of cells) {
    for (let below = row + 1; below < row + rowSpan; below += 1) covered.add(below);
  }
  return covered;
}
