import type { Cell } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import { gridOf, type Grid } from "../../pipeline/model/grid.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import { textOf } from "../values/text.js";

/** A place in a row, in order: a cell that starts there, or one that goes on from above. */
export interface RowEntry {
  readonly cell: Cell;
  /** Canonical; empty where the cell goes on from above, as plain text prints it. */
  readonly text: string;
}

/** A row's entries from left to right, the same whether merged cells kept their spans or not. */
export function entriesOf(grid: Grid, row: number): readonly RowEntry[] {
  return grid
    .coveringCells(row)
    .map((cell) => ({ cell, text: cell.row === row ? textOf(cell) : "" }));
}

/** Some rows of a grid, such as its body, to be looked up. */
export const rowSet = oncePer((rows: readonly number[]): ReadonlySet<number> => new Set(rows));

/** Whether nothing is printed in a row, cells that go on from above left out. */
export function isBlankRow(grid: Grid, row: number): boolean {
  return grid.rowCells(row).every((cell) => textOf(cell) === "");
}

/** The page that a row starts on, null where the format has none. */
export function rowPage(grid: Grid, row: number): number | null {
  const [first] = grid.rowCells(row);
  return first === undefined ? null : pageOf(first.at);
}

/** The same grid without some of its cells. */
export function without(grid: Grid, left: (cell: Cell) => boolean): Grid {
  const cells = grid.cells.filter((cell) => !left(cell));
  const at = grid.cells[0]?.at ?? { type: "line", line: 1 };
  const { rowCount, columnCount } = grid;
  return gridOf({ type: "table", rowCount, columnCount, cells, at });
}
