import type { Cell } from "../../pipeline/model/document.js";
import { elementAt } from "../../pipeline/model/element-at.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import type { Column, PrintedTable, TakenFor } from "../../pipeline/model/table-kind.js";
import { type Role, type RoledColumn, roledColumns } from "../tables/amounts/column-roles.js";
import { rowSet } from "../tables/rows.js";
import { isTotal } from "../evidence/amount-terms.js";
import { figureIn } from "../values/printed-figure.js";
import { textOf } from "../values/text.js";
import { CHOICE } from "./settings.js";

/**
 * The table with columns taken for something else than their header or their numbers say at first sight: codes or
 * serial numbers without a header of their own, names of rows under the name of an amount, codes behind the
 * amounts that they belong to. All such columns at once, and each sort alone where there are several.
 */
export function otherColumns(table: PrintedTable): readonly PrintedTable[] {
  const roled = roledColumns(table);
  const doubted = new Map(
    roled.flatMap((column, i) => {
      const taken = otherUse(table, roled, i) ?? otherHalf(roled, i);
      return taken === null ? [] : [[column.index, taken] as const];
    }),
  );
  const sorts = [...new Set(doubted.values())];
  if (sorts.length === 0) return [];
  const sets = sorts.length === 1 ? [sorts] : [sorts, ...sorts.map((sort) => [sort])];
  return sets.slice(0, CHOICE.readings - 1).map((set) => ({
    ...table,
    columns: table.columns.map((column) => takenAs(column, doubted.get(column.index), set)),
  }));
}

function takenAs(column: Column, taken: TakenFor | undefined, set: readonly TakenFor[]): Column {
  return taken !== undefined && set.includes(taken) ? { ...column, takenFor: taken } : column;
}

/** Roles of columns whose headers leave open what they are for. */
const OPEN: ReadonlySet<Role> = new Set(["measure", "label", "unnamed"]);

function otherUse(
  table: PrintedTable,
  columns: readonly RoledColumn[],
  i: number,
): TakenFor | null {
  const { index, role } = elementAt(columns, i);
  if (!OPEN.has(role)) return null;
  const own = ownCells(table, index);
  const headless = isHeadless(table, index);
  const mayName =
    role === "measure" &&
    columns[i + 1]?.role === "measure" &&
    !own.some((cell) => isPrintedNumber(cell.text));
  if (!headless && !mayName) return null;
  const cells = own.filter((cell) => textOf(cell) !== "");
  if (cells.length < CHOICE.cells) return null;
  if (headless && isMostly(cells, isCode)) return "code";
  if (headless && isCounted(cells)) return "serial";
  return mayName && areNames(cells) ? "label" : null;
}

/** Whether texts without numbers name rows of amounts: hardly one of them twice, and a total among them. */
function areNames(cells: readonly Cell[]): boolean {
  const texts = new Set(cells.map(textOf));
  return texts.size >= CHOICE.alike * cells.length && [...texts].some(isTotal);
}

/** The cells of the body that stand in one column alone. */
function ownCells({ grid, bodyRows }: PrintedTable, column: number): readonly Cell[] {
  const body = rowSet(bodyRows);
  return grid.columnCells(column).filter((cell) => body.has(cell.row) && cell.columnSpan === 1);
}

const isMostly = (cells: readonly Cell[], fits: (cell: Cell) => boolean): boolean =>
  cells.filter(fits).length >= CHOICE.alike * cells.length;

/** Codes of the classification: 类 of three digits, 款 of five, 项 of seven. */
const CODE = /^[1235]\d{2}(?:\d\d){0,2}$/u;
const isCode = (cell: Cell): boolean => CODE.test(textOf(cell));

/** Whether whole numbers count the rows, each one more than the one before. */
function isCounted(cells: readonly Cell[]): boolean {
  if (!cells.every((cell) => figureIn(cell) === "whole")) return false;
  const numbers = cells.map((cell) => Number(textOf(cell)));
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** Whether no header is a column's own: all are blank, numbers of columns, or go over others too. */
function isHeadless({ grid, headerRows, bodyRows }: PrintedTable, column: number): boolean {
  const rows = headerRows.filter((row) => !bodyRows.includes(row));
  const own = rows.map((row) => grid.at(row, column)).filter((cell) => cell !== undefined);
  return own.every(
    (cell) => textOf(cell) === "" || cell.columnSpan > 1 || isPrintedNumber(cell.text),
  );
}

/** Whether codes stand behind amounts where no amounts follow the last: each belongs to the half before it. */
function otherHalf(columns: readonly RoledColumn[], i: number): TakenFor | null {
  const isBehind = (at: number): boolean =>
    columns[at]?.role === "code" && columns[at - 1]?.role === "measure";
  return isBehind(i) && isBehind(columns.length - 1) ? "code_of_half_before" : null;
}
