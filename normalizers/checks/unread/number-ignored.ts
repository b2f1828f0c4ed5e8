import { grouped } from "../../../pipeline/model/grouped-by.js";
import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
} from "../../../pipeline/model/finding.js";
import type { ReadTable } from "../../../pipeline/model/reading.js";
import { headerText } from "../../tables/columns.js";
import { type Figure, figureIn } from "../../values/printed-figure.js";
import { raw, textOf } from "../../values/text.js";
import { CHECKS } from "../../evidence/check-settings.js";

/** A cell with a number, by its text and place. */
type Placed = { readonly text: string; readonly row: number; readonly column: number };

/** The reasons of readers in Chinese. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  percentage: "百分比列",
  "names no amount": "所在列不是金额",
  "no column in the dataset": "数据集没有这一列",
  "funds of the whole project": "项目总体资金",
  header: "表头",
  label: "名称",
  formula: "公式",
  corner: "表角",
  remark: "备注",
  "side title": "侧标题",
  elsewhere: "另有出处",
  repeated: "重复",
  "no money": "不是金额",
  "sum of scores": "得分合计",
  "repeated header": "重复的表头",
  "serial number": "序号",
  "serial number or unit code": "序号或单位编码",
  "long-term target": "中长期指标值",
};

const named = (language: "en" | "zh", reason: string): string =>
  language === "zh" ? (IN_CHINESE[reason] ?? reason) : reason;

const rule: Rule<{
  readonly reason: string;
  readonly count: number;
  readonly first: readonly Placed[];
}> = {
  id: "number_ignored",
  severity: "warning",
  cause: ({ reason }) => reason,
  leavesUnread: true,
  about: {
    en: "No amount, quantity, target or percentage of a table is ignored but serial numbers, codes, repeated headers and long-term targets.",
    zh: "除序号、编码、重复的表头和中长期指标值外，表内的金额、数量、指标值和百分比都不略去。",
  },
  say: {
    en: ({ reason, count, first }) =>
      `${count} number(s) are in no record (“${named("en", reason)}”): ${first.map(({ text, row, column }) => `“${text}” in row ${row}, column ${column}`).join("; ")}${count > first.length ? "; …" : "."}`,
    zh: ({ reason, count, first }) =>
      `有${count}个数字未进入任何记录（${named("zh", reason)}）：${first.map(({ text, row, column }) => `第${row}行第${column}列“${text}”`).join("；")}${count > first.length ? "等" : ""}。`,
  },
};

/** For which reasons which numbers may be ignored. */
const SAFE: Readonly<Record<string, readonly Figure[]>> = {
  "serial number": ["precise", "whole"],
  "serial number or unit code": ["precise", "whole"],
  "repeated header": ["precise", "whole"],
  repeated: ["precise", "whole"],
  "long-term target": ["precise", "whole"],
  formula: ["precise", "whole"],
  // What headers hold is told by the rule on headers.
  header: ["precise", "whole"],
  // Codes, years and ordinals beside a caption, and codes of rows without amounts.
  corner: ["whole"],
  label: ["whole"],
  "names no amount": ["whole"],
};

/** Headers and labels of what is no amount, quantity, target or percentage, or is one of more years than this. */
const SAFE_NAME =
  /序号|行次|栏次|编[码号制]|代码|电话|手机|传真|邮编|年[度份限]|期[间限]|日期|时间|排序|级次|中期|长期|实施期|总体/u;

/** Numbers that a reader put aside, a finding for each reason. */
export const numberIgnored: Check = {
  rule,
  run: (reading) => {
    const tables = reading.tables.filter(({ ledger }) => ledger.length > 0);
    return {
      compared: tables.length,
      findings: tables.flatMap(findingsIn),
      unable: NO_TABLE,
    };
  },
};

const NO_TABLE: Bilingual<string> = {
  en: "the document has no table of a known kind",
  zh: "文档没有已知种类的表",
};

interface Ignored {
  readonly cell: Cell;
  readonly reason: string;
}

function findingsIn(table: ReadTable): readonly Finding[] {
  return grouped(ignoredNumbers(table), ({ reason }) => reason).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = group.slice(0, CHECKS.unread.placesNamed).map(({ cell }) => placed(cell));
    const facts = { reason: first.reason, count: group.length, first: places };
    const { row, column, text, at } = first.cell;
    const where = { table_no: table.printed.number, row, column, page: pageOf(at) };
    return [finding(rule, facts, { ...where, actual: raw(text) })];
  });
}

const placed = ({ row, column, text }: Cell): Placed => ({ text: raw(text), row, column });

function ignoredNumbers(table: ReadTable): readonly Ignored[] {
  const reasons = new Map(
    table.ledger
      .filter(({ use }) => use === "ignored")
      .map(({ row, column, reason = "" }) => [`${row}:${column}`, reason]),
  );
  return table.printed.grid.cells.flatMap((cell) => {
    const reason = reasons.get(`${cell.row}:${cell.column}`);
    const figure = reason === undefined ? null : figureIn(cell);
    if (reason === undefined || figure === null) return [];
    return SAFE[reason]?.includes(figure) === true || isSafelyNamed(table, cell)
      ? []
      : [{ cell, reason }];
  });
}

/** Whether a header above or a label to the left says that it is no such number. */
function isSafelyNamed({ printed: { grid, columns } }: ReadTable, cell: Cell): boolean {
  const path = columns.find(({ index }) => index === cell.column)?.path ?? [];
  const left = grid.at(cell.row, cell.column - 1);
  const beside = left === undefined || figureIn(left) !== null ? "" : textOf(left);
  return SAFE_NAME.test(headerText(path.at(-1) ?? "")) || SAFE_NAME.test(beside);
}
