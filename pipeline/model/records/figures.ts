import * as z from "zod";
import { ACCOUNTS, DEBT_KINDS } from "./vocabulary.js";
import { FIGURE_BASES, FIGURE_COVERAGES, FIGURE_MEASURES } from "./figure-vocabulary.js";
import {
  choice,
  column,
  decimal,
  confidence,
  money,
  natural,
  oneOf,
  page,
  required,
  year,
} from "./columns.js";
import { documentFamily } from "./family.js";

/** figures.csv: money stated in prose, one row per mention. */
export const figures = documentFamily({
  title: "文中金额",
  about: "One row per mention of an amount in prose.",
  columns: {
    section_no: natural("章节序"),
    page,
    measure: choice(FIGURE_MEASURES, "资金口径"),
    fiscal_year: year("年度"),
    phase: oneOf(["budget", "accounts", "execution"], "预决算"),
    amount: money("金额（元）"),
    raw: required("原文"),
    sentence: required("句子"),
    confidence,
    // Documents written before there was this column are read back without it.
    coverage: column(z.enum(FIGURE_COVERAGES).nullable().default(null), "级次"),
    region_code: column(z.string().nullable().default(null), "行政区划代码"),
    region_name: column(z.string().nullable().default(null), "行政区划"),
    account: column(z.enum(ACCOUNTS).nullable().default(null), "预算类别"),
    debt_kind: column(z.enum(DEBT_KINDS).nullable().default(null), "债务类别"),
    value: column(decimal.nullable().default(null), "数值"),
    value_unit: column(z.enum(["%"]).nullable().default(null), "数值单位"),
    compared_with: column(z.enum(FIGURE_BASES).nullable().default(null), "比较对象"),
  },
});

/** The columns that only figures of governments have. */
export const FIGURE_OF_NO_GOVERNMENT = {
  coverage: null,
  region_code: null,
  region_name: null,
  account: null,
  debt_kind: null,
  value: null,
  value_unit: null,
  compared_with: null,
} as const;
