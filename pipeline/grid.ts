import type { Cell, Table } from "./document.js";

/** A table by position: the cell that covers a row and column, whether it starts there or spans over it. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  /** The covering cell, or undefined where the row is short. */
  readonly at: (row: number, column: number) => Cell | undefined;
  /** The cells that start in a row, from left to right. */
  readonly rowCells: (row: number) => readonly Cell[];
}

/** Indexes a table by position. Time and memory grow with its cells, not with rows × columns. */
export function gridOf(table: Table): Grid {
  const covered = new Map<number, Cell>();
  const rows: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) {
    rows[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        covered.set(row * table.columnCount + column, cell);
  }
  return {
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    cells: table.cells,
    at: (row, column) =>
      column < table.columnCount ? covered.get(row * table.columnCount + column) : undefined,
    rowCells: (row) => rows[row] ?? [],
  };
}
