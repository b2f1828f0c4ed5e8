import { MEASURES, PHASES, TABLE_KINDS, THREE_PUBLIC_ITEMS } from "./vocabulary.js";
import {
  choice,
  confidence,
  gridColumn,
  gridRow,
  money,
  natural,
  number,
  oneOf,
  page,
  required,
  text,
} from "./columns.js";
import { tableFamily } from "./family.js";

/** amounts.csv: one amount a row; in tables of whole governments the percentages beside them too. */
export const amounts = tableFamily({
  title: "金额",
  about: "One row per amount of the budget and accounts tables.",
  asksUnit: true,
  columns: {
    table_kind: choice(TABLE_KINDS, "表类"),
    row: gridRow,
    column: gridColumn,
    page,
    label: text("科目/项目名称"),
    side: oneOf(["income", "expenditure"], "收支"),
    classification: oneOf(["function", "economic"], "分类"),
    code: text("科目编码"),
    level: natural("科目级次"),
    measure: choice(MEASURES, "资金口径"),
    phase: oneOf(PHASES, "预决算"),
    item: oneOf(THREE_PUBLIC_ITEMS, "“三公”项目"),
    measure_raw: text("栏目"),
    amount: money("金额（元）"),
    raw: required("原文"),
    unit_raw: text("单位"),
    value: number("百分数"),
    value_unit: text("百分数单位"),
    confidence,
  },
});
