import type { Cell, Table } from "../../pipeline/model/document.js";
import { refuseBeyond } from "../common/limits.js";
import { elementAt } from "../../pipeline/model/element-at.js";

const CELLS = { en: "cells", zh: "个单元格" };
const CHECK = {
  en: "This is no text of a disclosure: check the file.",
  zh: "这不是公开文件的文本，请检查文件。",
};

/** A table that was found among lines, and the first line after it (indexes count from 0). */
export interface Found {
  readonly table: Table;
  readonly end: number;
}

/** No table starts at a line, nor at any line before `next`. */
export interface NotFound {
  readonly next: number;
}

/** Finds a table that starts at a line. What says that none does names the next line that is worth a look, so that no line is looked at again and again. */
export type FindTable = (lines: readonly string[], first: number) => Found | NotFound;

/** A row of a table in text: its line (from 0) and its cells; a cell may span columns. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly TextCell[];
}

export interface TextCell {
  readonly text: string;
  readonly columnSpan?: number;
}

/** A row of cells of one column each. */
export function plainRow(line: number, texts: readonly string[]): TextRow {
  return { line, cells: texts.map((text) => ({ text })) };
}

/** The table of these rows. Rows whose end was left out get blank cells, since their columns are known. */
export function tableOfRows(rows: readonly TextRow[]): Table {
  const columnCount = Math.max(...rows.map(widthOf));
  const first = elementAt(rows, 0).line + 1;
  refuseWideRow(columnCount, first);
  return {
    type: "table",
    rowCount: rows.length,
    columnCount,
    cells: rows.flatMap((row, index) => cellsOf(row, index, columnCount)),
    at: { type: "line", line: first },
  };
}

/** @throws UnreadableSource `too_large` where a row has more cells than any worksheet */
export function refuseWideRow(cells: number, line: number): void {
  const what = { en: `A row of the table at line ${line}`, zh: `第 ${line} 行处的表格有一行` };
  refuseBeyond("rowCells", cells, { what, unit: CELLS, remedy: CHECK });
}

const widthOf = ({ cells }: TextRow): number =>
  cells.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);

function cellsOf(row: TextRow, index: number, columnCount: number): readonly Cell[] {
  const missing = columnCount - widthOf(row);
  const blank = Array.from({ length: missing }, () => ({ text: "" }));
  let column = 0;
  return [...row.cells, ...blank].map(({ text, columnSpan = 1 }: TextCell) => {
    const cell: Cell = {
      row: index,
      column,
      rowSpan: 1,
      columnSpan,
      text,
      at: { type: "line", line: row.line + 1 },
    };
    column += columnSpan;
    return cell;
  });
}
