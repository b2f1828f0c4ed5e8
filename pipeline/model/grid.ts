import type { Cell, Table } from "./document.js";
import { oncePer } from "./once-per.js";

/** A table by position: the cell that covers a row and column, whether it starts there or spans over it. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  /** The covering cell, or undefined where the row is short. */
  readonly at: (row: number, column: number) => Cell | undefined;
  /** The cells that start in a row, from left to right. */
  readonly rowCells: (row: number) => readonly Cell[];
  /** The cells that start in a row or go on into it from above, from left to right. */
  readonly coveringCells: (row: number) => readonly Cell[];
  /** The cells that start in a column, from top to bottom. */
  readonly columnCells: (column: number) => readonly Cell[];
}

/** Indexes a table by position. Time and memory grow with its cells and rows, however wide they span. */
export function gridOf(table: Table): Grid {
  const starting: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  const covering: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) {
    starting[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) covering[row]?.push(cell);
  }
  for (const row of covering) row.sort((a, b) => a.column - b.column);
  return {
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    cells: table.cells,
    at: (row, column) => coveringAt(covering[row] ?? [], column),
    rowCells: (row) => starting[row] ?? [],
    coveringCells: (row) => covering[row] ?? [],
    columnCells: (column) => byColumn(starting).get(column) ?? [],
  };
}

/** The cells by the column that they start in. One pass row by row: looking each position up takes three times as long. */
const byColumn = oncePer((rows: readonly (readonly Cell[])[]): ReadonlyMap<number, Cell[]> => {
  const columns = new Map<number, Cell[]>();
  for (const cells of rows)
    for (const cell of cells) {
      const known = columns.get(cell.column);
      if (known === undefined) columns.set(cell.column, [cell]);
      else known.push(cell);
    }
  return columns;
});

/** The cell over a column among those of one row, from left to right and apart. */
function coveringAt(cells: readonly Cell[], column: number): Cell | undefined {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.column ?? column) > column) high = middle;
    else low = middle + 1;
  }
  const cell = cells[low - 1];
  return cell !== undefined && column < cell.column + cell.columnSpan ? cell : undefined;
}
