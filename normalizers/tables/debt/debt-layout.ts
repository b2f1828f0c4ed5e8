import type { Cell } from "../../../pipeline/model/document.js";
import { oncePer } from "../../../pipeline/model/once-per.js";
import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { isMoney } from "../../values/amount.js";
import { textOf } from "../../values/text.js";
import { headerText, ownCell } from "../columns.js";
import { isBlankRow } from "../rows.js";
import { plainText } from "./debt-meaning.js";
import { isRegionLabel } from "./debt-regions.js";
import { DEBT } from "./settings.js";

/** A body row with its label. */
export interface LabelledRow {
  readonly row: number;
  readonly text: string;
}

/** The columns and rows of a table of debt: labels, and what may hold amounts. */
export interface DebtLayout {
  readonly label: Column;
  readonly values: readonly Column[];
  /** The body rows that are no formula. */
  readonly rows: readonly LabelledRow[];
  /** Whether a row is a region; else it is an item of one region. */
  readonly byRegion: boolean;
}

const FORMULA = /^公式$/u;
const LABEL =
  /^(?:(?:地区|项目|区划|单位|指标|区域)(?:名称)?|级次|行政区划|内容|债务项目|(?:区|县|市|州|盟|旗|地){2,4})$/u;

const isLabel = ({ path }: Column): boolean => LABEL.test(headerText(path.at(-1) ?? ""));

/** The layout of a table of debt; null where no column labels its rows, or several do. */
export const layoutOf = oncePer((table: PrintedTable): DebtLayout | null => {
  const [label, ...others] = table.columns.filter((column) => isLabel(column));
  if (label === undefined || others.length > 0) return null;
  const values = table.columns.filter(({ index }) => index > label.index);
  const rows = table.bodyRows
    .filter((row) => !isBlankRow(table.grid, row))
    .map((row) => ({ row, text: labelIn(table, row, label) }))
    .filter(({ text }) => !FORMULA.test(plainText(text)));
  const filled = rows.filter(({ row }) =>
    values.some(({ index }) => hasFigures(ownCell(table.grid, row, index))),
  );
  if (filled.length === 0) return null;
  const regions = filled.filter(({ text }) => isRegionLabel(text));
  const byRegion = regions.length > filled.length * DEBT.regionRows;
  return { label, values, rows, byRegion };
});

const labelIn = ({ grid }: PrintedTable, row: number, { index }: Column): string => {
  const cell = grid.at(row, index);
  return cell === undefined ? "" : textOf(cell);
};

function hasFigures(cell: Cell | undefined): boolean {
  return cell !== undefined && isMoney(cell.text);
}
