import type { Cell } from "../../../pipeline/model/document.js";
import { oncePer } from "../../../pipeline/model/once-per.js";
import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { isMoney } from "../../values/amount.js";
import { textOf } from "../../values/text.js";
import { divisionsNamed } from "../../reference/divisions.js";
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
  /^(?:(?:地区|项目|区划|单位|指标|区域|市县|县区|区县|债务类[型别]|债券类[型别])(?:名称)?|级次|层级|(?:到期)?(?:年份|年度)|行政区划|内容|债务项目|(?:区|县|市|州|盟|旗|地){2,4})$/u;

const isBlank = ({ path }: Column): boolean => path.every((text) => headerText(text) === "");
const isLabel = ({ path }: Column): boolean => LABEL.test(headerText(path.at(-1) ?? ""));

/** The layout of a table of debt; null where no column labels its rows, or several do. */
export const layoutOf = oncePer((table: PrintedTable): DebtLayout | null => {
  const label = labelColumn(table);
  if (label === null) return null;
  const values = table.columns.filter(({ index }) => index > label.index);
  const labelled = table.bodyRows
    .filter((row) => !isBlankRow(table.grid, row))
    .map((row) => ({ row, text: labelIn(table, row, label) }));
  const rows = mended(labelled).filter(({ text }) => !FORMULA.test(plainText(text)));
  const filled = rows.filter(({ row }) =>
    values.some(({ index }) => hasFigures(ownCell(table.grid, row, index))),
  );
  if (values.length === 0) return null;
  const printed = filled.length > 0 ? filled : rows;
  const regions = printed.filter(({ text }) => isRegionLabel(text));
  const byRegion = regions.length > printed.length * DEBT.regionRows;
  return { label, values, rows, byRegion };
});

/** The first column that is headed as labels are, else the first where nothing heads it; null where another names rows too. A header 县市区 may stand over amounts. */
function labelColumn({ columns, grid, bodyRows }: PrintedTable): Column | null {
  const [label, ...others] = columns.filter((column) => isLabel(column));
  const namesRows = ({ index }: Column): boolean =>
    bodyRows.some((row) => /\p{sc=Han}/u.test(ownCell(grid, row, index)?.text ?? ""));
  if (label === undefined) return columns.find(isBlank)?.index === 0 ? (columns[0] ?? null) : null;
  return others.some(namesRows) ? null : label;
}

const isDivision = (name: string): boolean => divisionsNamed(name, null).length > 0;
/** The rank of a region at the beginning of a label. */
const TORN = /^(?<end>[县区市州旗])(?<rest>.+)$/u;

/** Puts the last character of a region's name back that was wrapped, and stands in front of the next one. */
function mended(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const texts = rows.map(({ text }) => text);
  for (const [at, text] of texts.entries()) {
    const { end, rest } = TORN.exec(texts[at + 1] ?? "")?.groups ?? {};
    if (end === undefined || rest === undefined || isRegionLabel(text)) continue;
    if (isDivision(text + end) && isDivision(rest)) {
      texts[at] = text + end;
      texts[at + 1] = rest;
    }
  }
  return rows.map((row, at) => ({ ...row, text: texts[at] ?? row.text }));
}

const labelIn = ({ grid }: PrintedTable, row: number, { index }: Column): string => {
  const cell = grid.at(row, index);
  return cell === undefined ? "" : textOf(cell);
};

function hasFigures(cell: Cell | undefined): boolean {
  return cell !== undefined && isMoney(cell.text);
}
