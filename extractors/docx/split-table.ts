import type { OpenCell, OpenTable } from "./open-table.js";

/** A run of rows that a reader sees as one table. */
export interface Piece {
  readonly firstRow: number;
  readonly rows: number;
  readonly cells: readonly OpenCell[];
}

/**
 * The tables that a reader sees in one of Word's: where rows without any column rule stand between
 * ruled ones (a caption, its unit), a new table starts with them.
 */
export function splitAtBareRows(table: OpenTable): Piece[] {
  const covered = coveredRows(table.cells);
  const starts = table.rules
    .map((_, row) => row)
    .filter((row) => row === 0 || (startsPiece(table, row) && !covered.has(row)));
  const pieces = starts.map((firstRow, index) => ({
    firstRow,
    rows: (starts[index + 1] ?? table.rows) - firstRow,
    cells: new Array<OpenCell>(),
  }));
  let index = 0;
  for (const cell of table.cells) {
    while (cell.row >= (starts[index + 1] ?? table.rows)) index += 1;
    pieces[index]?.cells.push(cell);
  }
  return pieces.filter((piece) => piece.cells.length > 0);
}

function startsPiece({ rules }: OpenTable, row: number): boolean {
  if (rules[row] !== "bare" || rules[row - 1] !== "ruled") return false;
  let below = row;
  while (rules[below] === "bare") below += 1;
  return rules[below] === "ruled";
}

/** The rows into which a cell of a row above reaches. */
function coveredRows(cells: readonly OpenCell[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { row, rowSpan } of cells) {
    for (let below = row + 1; below < row + rowSpan; below += 1) covered.add(below);
  }
  return covered;
}
