import { DEBT_KINDS, DEBT_MEASURES, DEBT_PHASES, DEBT_SCOPES } from "./vocabulary.js";
import {
  choice,
  confidence,
  gridColumn,
  gridRow,
  money,
  oneOf,
  page,
  required,
  text,
  year,
} from "./columns.js";
import { tableFamily } from "./family.js";

/** debt.csv: one amount a row of the tables of government debt. */
export const debt = tableFamily({
  title: "政府债务",
  about: "One row per amount of the tables of government debt (地方政府债务).",
  asksUnit: true,
  key: ["document_id", "table_no", "row", "column"],
  columns: {
    row: gridRow,
    column: gridColumn,
    page,
    region_code: text("行政区划代码"),
    region_name: text("行政区划"),
    region_raw: text("地区原文"),
    region_scope: oneOf(DEBT_SCOPES, "范围"),
    fiscal_year: year("年度"),
    debt_kind: oneOf(DEBT_KINDS, "债务类别"),
    measure: choice(DEBT_MEASURES, "指标"),
    due_year: year("到期年度"),
    phase: oneOf(DEBT_PHASES, "预决算"),
    amount: money("金额（元）"),
    raw: required("原文"),
    unit_raw: text("单位"),
    label: text("项目或地区"),
    measure_raw: text("栏目"),
    confidence,
  },
});
