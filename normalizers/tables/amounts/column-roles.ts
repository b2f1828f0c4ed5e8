import type { Cell } from "../../../pipeline/model/document.js";
import { oncePer } from "../../../pipeline/model/once-per.js";
import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { isMoney, isNotStated } from "../../values/amount.js";
import { rowSet } from "../rows.js";
import {
  canNameRows,
  type Comparison,
  comparisonOf,
  headerWord,
  itemOf,
  measureOf,
  roleNamed,
} from "./measures.js";

/** What a leaf column of a budget table is for. */
export type Role =
  | "serial"
  | "code"
  | "label"
  | "measure"
  | "share"
  | "count"
  | "remark"
  | "unnamed";

/** A column with what it is for. */
export interface RoledColumn extends Column {
  readonly role: Role;
  /** What it says of the amounts beside it. */
  readonly comparison: Comparison | null;
}

function roleOf(
  table: PrintedTable,
  column: Column,
  { comparison, hasMoney }: Pick<RoledColumn, "comparison"> & { readonly hasMoney: boolean },
): Role {
  const { takenFor } = column;
  if (takenFor !== undefined) return takenFor === "code_of_half_before" ? "code" : takenFor;
  const lowest = headerWord(column.path.at(-1) ?? "");
  const named = roleNamed(lowest);
  // Of departments' tables a change in money is read where its own header says no more than 金额.
  const isRead = named === null || table.document.scope === "government";
  if (comparison === "change" && hasMoney && isRead) return "measure";
  if (comparison !== null && comparison !== "change") return "share";
  if (named !== null) return named;
  if (!hasMoney && canNameRows(lowest)) return "label";
  if (measureOf(column.path) !== null || itemOf(lowest) !== null) return "measure";
  if (canNameRows(lowest)) return "label";
  return hasMoney ? "measure" : "unnamed";
}

/** The roles of all columns; one without a telling header is a measure if it holds money. */
export const roledColumns = oncePer((table: PrintedTable): readonly RoledColumn[] =>
  table.columns.map((column) => {
    const printed = printedIn(table, column.index);
    const comparison = comparisonOf(column.path, isPercent(printed));
    const role = roleOf(table, column, { comparison, hasMoney: isMoneyMostly(printed) });
    return { ...column, comparison, role };
  }),
);

/** Whether most of what stands in a column has a percent sign. */
function isPercent(printed: readonly Cell[]): boolean {
  return printed.filter(({ text }) => /[%％]\s*$/u.test(text)).length * 2 > printed.length;
}

/** Whether most of what stands in a column is numbers. */
export function holdsMoney(table: PrintedTable, column: number): boolean {
  return isMoneyMostly(printedIn(table, column));
}

function isMoneyMostly(printed: readonly Cell[]): boolean {
  const numbers = printed.filter((cell) => isMoney(cell.text));
  return numbers.length > 0 && numbers.length * 2 >= printed.length;
}

/** The cells of one column below the header that state something, once for each row that they cover. */
export function printedIn(table: PrintedTable, column: number): readonly Cell[] {
  const body = rowSet(table.bodyRows);
  const printed: Cell[] = [];
  for (const cell of table.grid.columnCells(column)) {
    if (cell.columnSpan !== 1 || isNotStated(cell.text)) continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      if (body.has(row)) printed.push(cell);
  }
  return printed;
}
