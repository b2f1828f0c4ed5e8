import type { Cell, Table } from "../../../pipeline/model/document.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import { STRUCTURE } from "../settings.js";
import { elementAt } from "../../../pipeline/model/element-at.js";

const { sameRow, rowsShared } = STRUCTURE.stitch;

/**
 * One table of two facing pages: the labels and the first columns on one, further columns of the same rows
 * on the next. That the rows are the same is shown by their places alone, so the next page must have
 * no labels and as many rows as high as those of the page before; else null.
 */
export function joinFacing(above: Table, next: Table): Table | null {
  if (above.rowCount !== next.rowCount || next.rowCount < rowsShared) return null;
  if (!hasLabels(above) || hasLabels(next) || !hasHeader(next)) return null;
  const rows = rowTops(next);
  const isSameRows = rowTops(above).every((top, i) => Math.abs(top - (rows[i] ?? top)) <= sameRow);
  if (!isSameRows || above.at.type !== "page" || next.at.type !== "page") return null;
  const { columnEdges: left } = above;
  const { columnEdges: right } = next;
  if (left === undefined || right === undefined) return null;
  const shift = elementAt(left, left.length - 1) - elementAt(right, 0);
  const moved = next.cells.map((cell): Cell => ({
    ...cell,
    column: cell.column + above.columnCount,
  }));
  return {
    ...above,
    columnCount: above.columnCount + next.columnCount,
    columnEdges: [...left, ...right.slice(1).map((edge) => edge + shift)],
    cells: [...above.cells, ...moved].toSorted((a, b) => a.row - b.row || a.column - b.column),
    lastPage: next.at.page,
  };
}

/** How far each row stands below the top of its table. */
function rowTops(table: Table): number[] {
  const tops = Array.from({ length: table.rowCount }, () => Infinity);
  for (const { row, at } of table.cells)
    if (at.type === "page") tops[row] = Math.min(tops[row] ?? Infinity, at.box[1]);
  const [first = 0] = tops;
  return tops.map((top) => top - first);
}

/** Whether texts stand in the first column, below the header. */
function hasLabels({ cells }: Table): boolean {
  const first = cells.filter(({ row, column }) => row > 0 && column === 0);
  return first.some(({ text }) => text.trim() !== "" && !isPrintedNumber(text));
}

/** Whether the first row names its columns, and nothing below it is text. */
function hasHeader({ cells }: Table): boolean {
  return cells.every(({ row, text }) =>
    row === 0
      ? text.trim() !== "" && !isPrintedNumber(text)
      : isBlank(text) || isPrintedNumber(text),
  );
}

/** A dash stands for no amount. */
const NOTHING = /^[\s—–－-]*$/u;

function isBlank(text: string): boolean {
  return NOTHING.test(text);
}
