import type { FilledCell, FilledGrid } from "./cells.js";
import { type Line, lines as linesOf } from "./lines.js";
import { isFigure } from "./row-bands.js";
import { segments } from "./segments.js";
import { PAGE } from "./settings.js";
import { wordsByColumn } from "./words-by-column.js";

/**
 * Parts rows that are one wide cell each, since only the header of their table has rules between its columns: the
 * texts of the rows stand under the header's columns, with gaps between them.
 */
export function withHeaderColumns(grid: FilledGrid): FilledGrid {
  const parted = new Map(
    grid.cells.flatMap((cell) => {
      const cells = partsOf(cell, grid.xs);
      return cells === null ? [] : [[cell, cells] as const];
    }),
  );
  const rows = new Set(Array.from(parted.keys(), ({ row }) => row));
  if (rows.size < PAGE.lattice.fewestParted) return grid;
  return { ...grid, cells: grid.cells.flatMap((cell) => parted.get(cell) ?? [cell]) };
}

/** A cell for each of the columns that a wide cell of a row of figures covers, or null where its texts do not stand in them. */
function partsOf(cell: FilledCell, xs: readonly number[]): FilledCell[] | null {
  if (cell.columnSpan < 2 || cell.rowSpan > 1 || cell.lines.length === 0) return null;
  if (!cell.lines.some(hasColumns)) return null;
  const edges = xs.slice(cell.column, cell.column + cell.columnSpan + 1);
  const words = cell.lines.flatMap((line) => line.words);
  const own = wordsByColumn(words, edges, PAGE.lattice.slack);
  if (own === null) return null;
  return own.map((each, i) => ({
    row: cell.row,
    rowSpan: 1,
    column: cell.column + i,
    columnSpan: 1,
    lines: linesOf(each),
  }));
}

/** Whether a line is a text with figures beside it, parted by wide gaps. */
function hasColumns(line: Line): boolean {
  const parts = segments(line);
  return parts.length > 1 && parts.slice(1).some(isFigure);
}
