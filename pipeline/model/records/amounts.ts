import * as z from "zod";
import {
  ACCOUNTS,
  AMOUNT_ITEMS,
  CONCEPTS,
  COVERAGES,
  ITEM_CODES,
  MEASURES,
  PHASES,
  ROW_ROLES,
  TABLE_KINDS,
} from "./vocabulary.js";
import {
  choice,
  column,
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
  year,
} from "./columns.js";
import { tableFamily } from "./family.js";

/** amounts.csv: one amount a row; in tables of whole governments the percentages beside them too. */
export const amounts = tableFamily({
  title: "金额",
  about: "One row per amount of the budget and accounts tables.",
  asksUnit: true,
  key: ["document_id", "table_no", "row", "column"],
  columns: {
    table_kind: choice(TABLE_KINDS, "表类"),
    row: gridRow,
    column: gridColumn,
    page,
    label: text("科目/项目名称"),
    side: oneOf(["income", "expenditure", "balance"], "收支"),
    classification: oneOf(["function", "economic", "income"], "分类"),
    code: text("科目编码"),
    level: natural("科目级次"),
    measure: choice(MEASURES, "资金口径"),
    phase: oneOf(PHASES, "预决算"),
    item: oneOf(AMOUNT_ITEMS, "“三公”项目或险种"),
    measure_raw: text("栏目"),
    amount: money("金额（元）"),
    raw: required("原文"),
    unit_raw: text("单位"),
    value: number("百分数"),
    value_unit: text("百分数单位"),
    account: oneOf(ACCOUNTS, "预算类别"),
    coverage: oneOf(COVERAGES, "级次范围"),
    region_code: text("地区代码"),
    region_name: text("地区名称"),
    fiscal_year: year("年度"),
    depth: natural("层次"),
    parent_row: natural("上级行"),
    item_code: oneOf(ITEM_CODES, "统一项目"),
    confidence,
    row_role: oneOf(ROW_ROLES, "行类"),
    concept: oneOf(CONCEPTS, "统一概念"),
    is_primary: column(z.boolean(), "是否首选"),
    code_name: text("科目标准名称"),
    code_inferred: text("推定科目编码"),
  },
});

/** What is told of the amounts of whole governments alone: of those of departments, nothing. */
export const OF_NO_GOVERNMENT = {
  account: null,
  coverage: null,
  region_code: null,
  region_name: null,
  fiscal_year: null,
  depth: null,
  parent_row: null,
  item_code: null,
} as const;

/** What is told of an amount beside the others of its document, before it is. */
export const NOT_ENCODED = {
  row_role: null,
  concept: null,
  is_primary: false,
  code_name: null,
  code_inferred: null,
} as const;
