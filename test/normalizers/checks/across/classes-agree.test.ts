import { describe, expect, test } from "vitest";
import { classesAgree } from "../../../../normalizers/checks/across/classes-agree.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

const expenditure = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", table_no: 3, ...parts });

const summary = (wan: string, label: string) =>
  amount(wan, { table_kind: "budget_summary", table_no: 1, label });

describe("classes_agree", () => {
  const row = {
    code: "208",
    label: "社会保障和就业支出",
    classification: "function",
    level: 1,
  } as const;

  test("finds a 类 with another amount in the summary", () => {
    const amounts = [summary("9.00", "社会保障和就业支出"), expenditure("8.00", row)];
    expect(classesAgree.run(reading({ amounts })).findings).toMatchObject([
      { table_no: 1, expected: "8万元" },
    ]);
  });

  test.each([
    ["budget_summary", "total", "budget_expenditure"],
    ["budget_appropriation_summary", "general_public", "budget_general_public"],
    ["budget_appropriation_summary", "total", "budget_appropriation_expenditure"],
    ["accounts_summary", "total", "accounts_expenditure"],
  ] as const)("compares %s (%s) with %s", (whole, measure, broken) => {
    const amounts = [
      amount("9.00", { table_kind: whole, measure, label: row.label, row: 6 }),
      amount("8.00", { table_kind: broken, table_no: 3, ...row }),
    ];
    expect(classesAgree.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [
        {
          table_no: 1,
          row: 6,
          actual: "9万元",
          facts: { stated: { name: row.label }, parts: [{ name: row.label, table_no: 3 }] },
        },
      ],
    });
  });

  test.each<[string, Partial<Placed<"amounts">>, Partial<Placed<"amounts">>]>([
    ["a 款", {}, { level: 2 }],
    ["an economic 类", {}, { classification: "economic" }],
    ["another measure", {}, { measure: "basic" }],
    ["another phase", {}, { phase: "previous" }],
    ["another name", {}, { label: "教育支出" }],
    ["the income side", { side: "income" }, {}],
    ["another stage", { table_kind: "accounts_summary" }, {}],
  ])("does not compare %s", (_, one, other) => {
    const amounts = [
      { ...summary("9.00", row.label), ...one },
      expenditure("8.00", { ...row, ...other }),
    ];
    expect(classesAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("passes the same amount", () => {
    const amounts = [summary("8.00", "社会保障和就业支出"), expenditure("8.00", row)];
    expect(classesAgree.run(reading({ amounts }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("leaves alone a 类 that stands twice in the table or the summary", () => {
    const once = summary("9.00", "社会保障和就业支出");
    for (const amounts of [
      [once, expenditure("8.00", row), expenditure("1.00", row)],
      [once, once, expenditure("8.00", row)],
    ])
      expect(classesAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("cannot run without a summary", () => {
    expect(classesAgree.run(reading({ amounts: [expenditure("8.00", row)] }))).toMatchObject(
      unable,
    );
  });
});
