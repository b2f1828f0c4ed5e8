/**
 * Grids written as rows of text. Two marks stand for merged cells: `<` belongs to the cell at its
 * left, `^` to the cell above.
 */
import type { Matrix } from "./description.js";

/** A cell of a grid row; `continues` marks the lower rows of a vertically merged cell. */
export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  /** Rows from this one to the last that the cell covers. */
  readonly rowSpan: number;
  readonly continues: boolean;
}

/** The cells of one row from left to right, merged ones once. */
export function cellsOf(rows: Matrix, row: number): readonly GridCell[] {
  const marks = rows[row] ?? [];
  const starts = marks.flatMap((_, column) => (opens(rows, row, column) ? [column] : []));
  return starts.map((column, index) => ({
    text: textAt(rows, row, column),
    column,
    columnSpan: (starts[index + 1] ?? marks.length) - column,
    rowSpan: rowSpanAt(rows, row, column),
    continues: marks[column] === "^",
  }));
}

function opens(rows: Matrix, row: number, column: number): boolean {
  const mark = rows[row]?.[column];
  if (mark === "<") return false;
  return mark !== "^" || column === startAbove(rows, row, column);
}

/** The first column of the merged cell that a `^` belongs to. */
function startAbove(rows: Matrix, row: number, column: number): number {
  let top = row;
  while (rows[top]?.[column] === "^") top -= 1;
  let start = column;
  while (rows[top]?.[start] === "<") start -= 1;
  return start;
}

/** The text of the cell that covers a position. */
export function textAt(rows: Matrix, row: number, column: number): string {
  const mark = rows[row]?.[column] ?? "";
  if (mark === "^") return textAt(rows, row - 1, column);
  return mark === "<" ? textAt(rows, row, column - 1) : mark;
}

function rowSpanAt(rows: Matrix, row: number, column: number): number {
  let end = row + 1;
  while (rows[end]?.[column] === "^") end += 1;
  return end - row;
}

/** The distinct header texts above a column, outermost first. */
export function headerPath(header: Matrix, column: number): readonly string[] {
  const path = header.map((_, row) => textAt(header, row, column));
  return path.filter((text, row) => text !== "" && text !== path[row - 1]);
}
