import {
  ACCOUNTS,
  DEBT_SCOPES,
  PHASES,
  TRANSFER_CATEGORIES,
  TRANSFER_DIRECTIONS,
} from "./vocabulary.js";
import {
  confidence,
  gridColumn,
  gridRow,
  money,
  natural,
  oneOf,
  page,
  required,
  text,
  year,
} from "./columns.js";
import { tableFamily } from "./family.js";

/** transfers.csv: one amount a row of the tables of 税收返还 and 转移支付 of whole governments. */
export const transfers = tableFamily({
  title: "转移支付",
  about: "One row per amount of the tables of transfers between governments (税收返还和转移支付).",
  asksUnit: true,
  key: ["document_id", "table_no", "row", "column"],
  columns: {
    row: gridRow,
    column: gridColumn,
    page,
    account: oneOf(ACCOUNTS, "预算类别"),
    direction: oneOf(TRANSFER_DIRECTIONS, "方向"),
    region_code: text("接受地区代码"),
    region_name: text("接受地区"),
    region_raw: text("地区原文"),
    region_scope: oneOf(DEBT_SCOPES, "范围"),
    category: oneOf(TRANSFER_CATEGORIES, "类别"),
    item: text("项目"),
    depth: natural("层次"),
    parent_row: natural("上级行"),
    fiscal_year: year("年度"),
    phase: oneOf(PHASES, "预决算"),
    amount: money("金额（元）"),
    raw: required("原文"),
    unit_raw: text("单位"),
    measure_raw: text("栏目"),
    confidence,
  },
});
