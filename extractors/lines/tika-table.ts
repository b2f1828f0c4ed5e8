import type { Cell, Place, Table } from "../../pipeline/model/document.js";
import { refuseWideRow, type FindTable } from "./grid.js";

/**
 * A table as Apache Tika writes it from Word: a cell is a line that starts with a tab and goes on over
 * untabbed lines, a blank line ends a row, a second one the table. Merged cells are lost: a row may be
 * short, a vertically merged cell is blank.
 */
export const findTikaTable: FindTable = (lines, first) => {
  if (!isCell(lines[first])) return { next: first + 1 };
  const end = tableEnd(lines, first);
  return { table: tableOf(lines, first, end), end };
};

const isCell = (line: string | undefined): boolean => line?.startsWith("\t") ?? false;
/** A blank line that is no blank cell. */
const endsRow = (line: string | undefined): boolean => isBlank(line) && !isCell(line);
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/** The first line after the table that starts at `first`: rows are parted by one blank line. */
function tableEnd(lines: readonly string[], first: number): number {
  let width = 0;
  for (let line = first; ;) {
    const start = line;
    const rowEnd = endOfRow(lines, line, width);
    width = Math.max(width, cellCount(lines, start, rowEnd));
    if (!isCell(lines[rowEnd + 1])) return rowEnd;
    line = rowEnd + 1;
  }
}

/** The blank line that ends the row. A blank line inside a cell ends nothing. */
function endOfRow(lines: readonly string[], first: number, width: number): number {
  let line = first;
  while (line < lines.length) {
    if (!endsRow(lines[line]) || goesOn(lines, { first, blank: line }, width)) line += 1;
    else return line;
  }
  return line;
}

/** Whether the cell before a blank line continues after it: its row is still short, and more cells follow. */
function goesOn(
  lines: readonly string[],
  { first, blank }: { readonly first: number; readonly blank: number },
  width: number,
): boolean {
  if (isBlank(lines[blank + 1]) || isCell(lines[blank + 1])) return false;
  if (cellCount(lines, first, blank) >= width) return false;
  for (let line = blank + 1; line < lines.length && !isBlank(lines[line]); line += 1)
    if (isCell(lines[line])) return true;
  return false;
}

function cellCount(lines: readonly string[], first: number, end: number): number {
  let count = 0;
  for (let line = first; line < end; line += 1) if (isCell(lines[line])) count += 1;
  return count;
}

function tableOf(lines: readonly string[], first: number, end: number): Table {
  const cells: { cell: Cell; lines: string[] }[] = [];
  let row = 0;
  let column = 0;
  for (let line = first; line < end; line += 1) {
    const printed = lines[line] ?? "";
    if (isCell(lines[line])) {
      const at: Place = { type: "line", line: line + 1 };
      cells.push({
        cell: { row, column, rowSpan: 1, columnSpan: 1, text: "", at },
        lines: [printed.slice(1)],
      });
      column += 1;
    } else if (endsRow(lines[line]) && isCell(lines[line + 1])) {
      row += 1;
      column = 0;
    } else cells.at(-1)?.lines.push(printed);
  }
  const columnCount = cells.reduce((most, { cell }) => Math.max(most, cell.column + 1), 0);
  refuseWideRow(columnCount, first + 1);
  return {
    type: "table",
    rowCount: row + 1,
    columnCount,
    cells: cells.map(({ cell, lines: printed }) => ({
      ...cell,
      text: printed.join("\n").trimEnd(),
    })),
    at: { type: "line", line: first + 1 },
  };
}
