import { describe, expect, test } from "vitest";
import { incomeEqualsExpenditure } from "../../../../normalizers/checks/sums/income-equals-expenditure.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { amount, reading, unable } from "../make-reading.js";
import { type Amount, CLEAN, summary } from "./make-tables.js";

const totals = (income: Partial<Amount>, spent: Partial<Amount>) =>
  reading({
    amounts: [
      amount("12.00", {
        table_kind: "budget_summary",
        side: "income",
        label: "收入总计",
        ...income,
      }),
      amount("13.00", { table_kind: "budget_summary", label: "支出总计", row: 6, ...spent }),
    ],
  });

describe("income_equals_expenditure", () => {
  test("passes equal totals and leaves 本年 totals alone", () => {
    expect(incomeEqualsExpenditure.run(summary(CLEAN))).toMatchObject({
      compared: 1,
      findings: [],
    });
    expect(incomeEqualsExpenditure.run(summary(CLEAN.slice(0, 4)))).toMatchObject({ compared: 0 });
  });

  test.each<[string, Partial<Amount>, Partial<Amount>]>([
    ["本年 income", { label: "本年收入合计" }, {}],
    ["当年 expenditure", {}, { label: "当年支出合计" }],
    ["two phases", {}, { phase: "accounts" }],
    ["the year before", { phase: "previous" }, { phase: "previous" }],
    ["one fund", {}, { measure: "general_public" }],
    ["rows that are no totals", { label: "其他收入" }, {}],
    ["one half alone", { side: "expenditure" }, {}],
    ["two tables", {}, { table_no: 2 }],
    ["a form that is no summary", { table_kind: "budget_income" }, { table_kind: "budget_income" }],
  ])("cannot compare %s", (_, income, spent) => {
    expect(incomeEqualsExpenditure.run(totals(income, spent))).toMatchObject(unable);
  });

  test.each(["budget_summary", "accounts_summary", "budget_appropriation_summary"] as const)(
    "compares the halves of %s and says both",
    (table_kind) => {
      const { findings } = incomeEqualsExpenditure.run(totals({ table_kind }, { table_kind }));
      expect(findings.map((found) => sentencesOf(found).en)).toEqual([
        "Expenditure “支出总计” 13万元 is not the income “收入总计” 12万元.",
      ]);
      expect(findings).toMatchObject([{ row: 6, related: [{ name: "收入总计", row: 1 }] }]);
    },
  );

  test("finds totals that differ", () => {
    const rows = CLEAN.map((line, index) =>
      index === 5 ? (["收入总计", "12.00", "支出总计", "13.00"] as const) : line,
    );
    expect(incomeEqualsExpenditure.run(summary(rows)).findings).toMatchObject([
      { row: 6, column: 3, expected: "12万元", actual: "13万元" },
    ]);
  });
});
