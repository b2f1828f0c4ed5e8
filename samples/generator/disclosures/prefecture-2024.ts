/** The accounts of a prefecture: budgets with percentages beside them, transfers and debt by region, a report in prose. */
import {
  heading,
  title,
  type Disclosure,
  type FigureMeaning,
  type Line,
  type Piece,
} from "../description.js";
import { yuan } from "../meaning.js";
import { city, prefectureTables } from "./prefecture-2024-tables.js";

type Figure = readonly [
  measure: FigureMeaning["measure"],
  raw: string,
  meant?: Partial<FigureMeaning>,
];

/** A sentence of the report with the amounts and percentages that it states, in one budget. */
function sentence(
  text: string,
  account: "general_public" | "debt",
  figures: readonly Figure[],
): Line {
  return {
    type: "line",
    style: "body",
    text,
    figures: figures.map(([measure, raw, meant]) => ({
      measure,
      raw,
      account,
      fiscal_year: 2024,
      phase: "accounts",
      coverage: "whole",
      amount:
        meant === undefined || meant.value === undefined
          ? yuan(raw.replace(/亿元$/u, ""), "亿元")
          : null,
      sentence: text,
      ...meant,
    })),
  };
}

const percent = (value: string, compared_with: "previous_year" | "budget") => ({
  value,
  value_unit: "%" as const,
  compared_with,
});

const report: readonly Piece[] = [
  heading(1, "一、一般公共预算收支决算情况", "budget_overview"),
  sentence(
    "2024年全市一般公共预算收入完成11.7亿元，增长4.0%，完成预算的97.5%。",
    "general_public",
    [
      ["income_general_public", "11.7亿元"],
      ["income_general_public", "增长4.0%", percent("4", "previous_year")],
      ["income_general_public", "完成预算的97.5%", percent("97.5", "budget")],
    ],
  ),
  sentence("2024年全市一般公共预算支出完成11.8亿元，增长2.0%。", "general_public", [
    ["expenditure_general_public", "11.8亿元"],
    ["expenditure_general_public", "增长2.0%", percent("2", "previous_year")],
  ]),
  heading(1, "二、政府债务情况", "other"),
  sentence("截至2024年末，全市政府债务限额95亿元，政府债务余额90.5亿元。", "debt", [
    ["debt_limit", "95亿元", { debt_kind: "total" }],
    ["debt_balance", "90.5亿元", { debt_kind: "total" }],
  ]),
  heading(1, "三、决算公开表", "budget_tables"),
];

/** 青岚市, 2024. */
export const prefecture2024: Disclosure = {
  slug: "prefecture-2024",
  fiscalYear: 2024,
  about: {
    title: `${city}2024年政府决算公开`,
    fiscal_year: 2024,
    stage: "final_accounts",
    scope: "government",
  },
  manner: { borders: "strokes", repeatHeader: false, web: true },
  pieces: [...title(`${city}2024年政府决算公开`), ...report, ...prefectureTables],
};
