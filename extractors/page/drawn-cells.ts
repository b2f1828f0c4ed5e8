import type { Box } from "./geometry.js";
import type { ReadGrid } from "./cells.js";

/** How many cells without text hold shapes like those of characters: text that was turned to outlines. */
export function drawnCells(grids: readonly ReadGrid[], shapes: readonly Box[]): number {
  return grids.reduce((sum, grid) => sum + drawnIn(grid, shapes), 0);
}

function drawnIn(grid: ReadGrid, shapes: readonly Box[]): number {
  const blank = blankAreas(grid);
  const drawn = new Set<number>();
  for (const [left, top, right, bottom] of shapes) {
    const column = bandOf(grid.xs, (left + right) / 2);
    const row = bandOf(grid.ys, (top + bottom) / 2);
    const cell = blank.get(`${row}:${column}`);
    if (cell !== undefined) drawn.add(cell);
  }
  return drawn.size;
}

/** The cells without text, by each row and column that they cover. */
function blankAreas({ cells }: ReadGrid): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    if (cell.text !== "") continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        found.set(`${row}:${column}`, index);
  }
  return found;
}

/** Between which edges a place lies, -1 before the first. */
function bandOf(edges: readonly number[], at: number): number {
  return edges.findLastIndex((edge) => edge <= at);
}
