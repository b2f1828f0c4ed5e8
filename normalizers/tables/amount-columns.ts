import type { Measure, Phase } from "../../pipeline/records.js";
import type { Column, PrintedTable } from "../../pipeline/table-kind.js";
import { decimal } from "../amount.js";
import { canonical } from "../text.js";
import { headerWord, itemOf, measureOf, phaseOf } from "./measures.js";

/** What a leaf column of a budget table is for. */
export type Role = "serial" | "code" | "label" | "measure" | "share" | "remark" | "unnamed";

export interface RoledColumn extends Column {
  readonly role: Role;
}

/** A column of money: what it measures, when, and its header path as one text. */
export interface MeasureColumn extends Column {
  readonly measure: Measure;
  readonly phase: Phase | null;
  readonly measureRaw: string;
}

/** Columns that belong together from left to right: what names a row, then its money. */
export interface Half {
  readonly serials: readonly Column[];
  readonly codes: readonly Column[];
  readonly labels: readonly Column[];
  readonly measures: readonly MeasureColumn[];
  readonly side: "income" | "expenditure" | null;
}

const SERIAL = /^(?:序号|行次|栏次|序列|编号|行号)$/u;
const CODE = /^[类款项目]$|(?:科目|分类|功能|经济)?(?:编码|代码)$/u;
const LABEL = /项目$|名称$|科目$|分类$|用途$|^项目?$|类别$|^单位$|内容$/u;
const SHARE = /占.*比|比重|增减|增长|%|完成率|比例/u;
const REMARK = /^(?:备注|说明|绩效目标|项目概况|立项依据|是否.*)$/u;

function roleOf(column: Column, hasMoney: boolean): Role {
  const lowest = headerWord(column.path.at(-1) ?? "");
  if (SERIAL.test(lowest)) return "serial";
  if (REMARK.test(lowest)) return "remark";
  if (CODE.test(lowest)) return "code";
  if (/名称$/u.test(lowest)) return "label";
  if (SHARE.test(lowest)) return "share";
  if (!hasMoney && LABEL.test(lowest)) return "label";
  if (measureOf(column.path) !== null || itemOf(lowest) !== null) return "measure";
  if (LABEL.test(lowest)) return "label";
  return hasMoney ? "measure" : "unnamed";
}

/** The roles of all columns; one without a telling header is a measure if it holds money. */
export function roledColumns(table: PrintedTable): readonly RoledColumn[] {
  return table.columns.map((column) => ({
    ...column,
    role: roleOf(column, holdsMoney(table, column.index)),
  }));
}

/** Whether a column prints decimals: amounts, not serial numbers or codes. */
function holdsMoney(table: PrintedTable, column: number): boolean {
  return table.bodyRows.some((row) => {
    const cell = table.grid.at(row, column);
    if (cell?.column !== column) return false;
    return /[.,，．]\d/u.test(canonical(cell.text)) && decimal(cell.text) !== null;
  });
}

/** The halves of a table: one-sided tables have one, a 收支总表 two or three. */
export function halvesOf(table: PrintedTable): readonly Half[] {
  const groups: RoledColumn[][] = [];
  for (const column of roledColumns(table)) {
    const names = column.role === "label" || column.role === "code" || column.role === "serial";
    const last = groups.at(-1);
    if (last === undefined || (names && last.some(({ role }) => role === "measure")))
      groups.push([column]);
    else last.push(column);
  }
  return groups
    .filter((group) => group.some(({ role }) => role === "measure"))
    .map((group) => half(group, table));
}

function half(group: readonly RoledColumn[], table: PrintedTable): Half {
  const of = (role: Role): readonly RoledColumn[] => group.filter((column) => column.role === role);
  return {
    serials: of("serial"),
    codes: of("code"),
    labels: group.filter(({ role }) => role === "label" || role === "unnamed"),
    measures: of("measure").map((column) => ({
      index: column.index,
      path: column.path,
      measure:
        measureOf(column.path) ?? (itemOf(column.path.at(-1) ?? "") === null ? "unknown" : "total"),
      phase: phaseOf(column.path, table.fiscalYear ?? table.document.fiscalYear),
      measureRaw: column.path.join(" / "),
    })),
    side: sideOf(group),
  };
}

/** The side that the outermost header over a half names. */
function sideOf(group: readonly Column[]): Half["side"] {
  const roots = group.map(({ path }) => headerWord(path[0] ?? ""));
  const income = roots.some((root) => /收入|来源/u.test(root));
  const expenditure = roots.some((root) => /支出|运用/u.test(root));
  if (income === expenditure) return null;
  return income ? "income" : "expenditure";
}
