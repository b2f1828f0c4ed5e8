import { BOND_ROWS, DEBT_KINDS, DEBT_SCOPES } from "./vocabulary.js";
import {
  choice,
  column,
  confidence,
  gridColumn,
  gridRow,
  money,
  oneOf,
  page,
  text,
} from "./columns.js";
import { tableFamily } from "./family.js";
import * as z from "zod";

/** bonds.csv: what government bonds are used for, one row a project, or a field of use. */
export const bonds = tableFamily({
  title: "债券使用",
  about: "One row per project or field of use of government bonds (地方政府债券使用情况).",
  asksUnit: true,
  columns: {
    row: gridRow,
    column: gridColumn,
    page,
    row_kind: choice(BOND_ROWS, "行类"),
    region_code: text("行政区划代码"),
    region_name: text("行政区划"),
    region_raw: text("地区原文"),
    region_scope: oneOf(DEBT_SCOPES, "范围"),
    project_name: text("项目名称"),
    project_code: text("项目编号"),
    field: text("项目领域"),
    department: text("项目主管部门"),
    unit: text("项目实施单位"),
    bond_kind_raw: text("债券性质"),
    debt_kind: oneOf(DEBT_KINDS, "债务类别"),
    bond_name: text("债券名称"),
    amount: money("债券规模（元）"),
    raw: text("原文"),
    unit_raw: text("单位"),
    issued_on: column(
      z
        .string()
        .regex(/^\d{4}-\d{2}(-\d{2})?$/u)
        .nullable(),
      "发行时间",
    ),
    issued_raw: text("发行时间原文"),
    term_raw: text("期限"),
    rate_raw: text("利率"),
    income_amount: money("年度收入（元）"),
    interest_amount: money("付息（元）"),
    measure_raw: text("栏目"),
    confidence,
  },
});
