import * as z from "zod";
import { FIGURE_COVERAGES, FIGURE_MEASURES } from "./vocabulary.js";
import {
  choice,
  column,
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
  },
});
