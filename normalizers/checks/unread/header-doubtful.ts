import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { ReadTable } from "../../../pipeline/model/reading.js";
import { figureIn } from "../../values/printed-figure.js";
import { raw, textOf } from "../../values/text.js";

const rule: Rule<{ readonly rows: number; readonly text: string }> = {
  id: "header_doubtful",
  severity: "warning",
  leavesUnread: true,
  explains: true,
  about: {
    en: "The header of a table holds names of columns: no amount or code of a row, and no row without any text.",
    zh: "表头只有各列的名称，没有某一行的金额或编码，也没有一个字也没有的行。",
  },
  say: {
    en: ({ rows, text }) =>
      text === ""
        ? `The header of the table is taken to be ${rows} rows, and one of them has no text.`
        : `The header of the table is taken to be ${rows} rows, and one of them holds “${text}”.`,
    zh: ({ rows, text }) =>
      text === ""
        ? `本表的表头读作${rows}行，其中一行没有文字。`
        : `本表的表头读作${rows}行，其中一行有“${text}”。`,
  },
};

/** Headers that took in rows of the body, or are deeper than what they print. */
export const headerDoubtful: Check = {
  rule,
  run: (reading) => {
    const tables = reading.tables.filter(({ kind }) => kind !== undefined);
    return {
      compared: tables.length,
      findings: tables.flatMap(doubt),
      unable: { en: "the document has no table of a known kind", zh: "文档没有已知种类的表" },
    };
  },
};

function doubt(table: ReadTable): readonly Finding[] {
  const { grid, headerRows, number } = table.printed;
  const held = heldByHeader(table);
  const blank = headerRows.find((row) => isBlank(grid.rowCells(row)) && !isCovered(table, row));
  if (held === undefined && blank === undefined) return [];
  const facts = { rows: headerRows.length, text: held === undefined ? "" : raw(held.text) };
  const where = { row: held?.row ?? blank ?? null, column: held?.column ?? null };
  const page = held === undefined ? table.record.page_first : pageOf(held.at);
  return [finding(rule, facts, { table_no: number, ...where, page })];
}

/** A code of a row beside its name, or a number as amounts are written, that went into the header. */
function heldByHeader({ printed: { grid, headerRows }, ledger }: ReadTable): Cell | undefined {
  const header = new Set(headerRows);
  const put = new Set(
    ledger
      .filter(({ use, reason }) => use === "ignored" && reason === "header")
      .map(({ row, column }) => `${row}:${column}`),
  );
  return grid.cells.find(
    (cell) =>
      header.has(cell.row) &&
      put.has(`${cell.row}:${cell.column}`) &&
      (figureIn(cell) === "precise" || isCode(cell)),
  );
}

const CODE = /^\d{3}(?:\d\d){0,2}$/u;
/** A code of three digits or more is no number of a column, and no year. */
const isCode = (cell: Cell): boolean => CODE.test(textOf(cell)) && figureIn(cell) === "whole";

const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => textOf(cell) === "");

/** Whether a cell with text that starts above reaches into the row. */
function isCovered({ printed: { grid } }: ReadTable, row: number): boolean {
  return grid.cells.some(
    (cell) => cell.row < row && cell.row + cell.rowSpan > row && textOf(cell) !== "",
  );
}
