import { describe, expect, test } from "vitest";
import { totalsAgree } from "../../../../normalizers/checks/across/totals-agree.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import type { TableKindName } from "../../../../pipeline/model/records/vocabulary.js";
import { amount, reading, unable } from "../make-reading.js";

const expenditure = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", table_no: 3, ...parts });

const generalPublic = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_general_public", table_no: 5, ...parts });

const summary = (wan: string, label: string) =>
  amount(wan, { table_kind: "budget_summary", table_no: 1, label });

const total = (table_kind: TableKindName, wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind, ...parts });

describe("totals_agree", () => {
  test("finds a 支出总表 whose total the 收支总表 does not print", () => {
    const amounts = [
      expenditure("30.00"),
      summary("28.00", "本年支出合计"),
      summary("28.00", "支出总计"),
    ];
    expect(totalsAgree.run(reading({ amounts })).findings).toMatchObject([
      { table_no: 3, expected: "28万元", actual: "30万元" },
    ]);
  });

  test("takes 本年支出合计 or 支出总计", () => {
    const amounts = [
      expenditure("28.00"),
      summary("28.00", "本年支出合计"),
      summary("30.00", "支出总计"),
    ];
    expect(totalsAgree.run(reading({ amounts }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("compares the 基本支出表 with 基本支出 of the 一般公共预算支出表", () => {
    const basic = amount("9.00", { table_kind: "budget_general_public_basic", table_no: 6 });
    const amounts = [basic, generalPublic("20.00"), generalPublic("8.00", { measure: "basic" })];
    expect(totalsAgree.run(reading({ amounts })).findings).toMatchObject([
      { table_no: 6, expected: "8万元" },
    ]);
  });

  test.each<[TableKindName, TableKindName, Partial<Placed<"amounts">>]>([
    ["budget_expenditure", "budget_summary", {}],
    ["budget_income", "budget_summary", { side: "income" }],
    ["budget_general_public", "budget_appropriation_summary", { measure: "general_public" }],
    ["budget_appropriation_expenditure", "budget_appropriation_summary", {}],
    ["budget_general_public_basic", "budget_general_public", { measure: "basic" }],
    ["budget_appropriation_basic", "budget_appropriation_expenditure", { measure: "basic" }],
    ["accounts_expenditure", "accounts_summary", {}],
  ])("compares the total of %s with that of %s as %o", (one, other, parts) => {
    const amounts = [
      total(one, "30.00", { table_no: 3 }),
      total(other, "28.00", { ...parts, label: "支出总计" }),
    ];
    expect(totalsAgree.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [
        {
          table_no: 3,
          expected: "28万元",
          actual: "30万元",
          facts: { stated: { name: "合计" }, parts: [{ name: "支出总计", table_no: 1 }] },
        },
      ],
    });
  });

  test.each<[string, Partial<Placed<"amounts">>]>([
    ["another phase", { phase: "previous" }],
    ["the other side", { side: "income" }],
    ["another measure", { measure: "basic" }],
    ["the other stage", { table_kind: "accounts_summary" }],
    ["a row with a code", { code: "201" }],
    ["a row that is no total", { label: "教育支出" }],
    ["人员经费合计", { label: "人员经费合计" }],
    ["公用经费合计", { label: "公用经费合计" }],
    ["a 小计", { label: "小计" }],
  ])("does not compare with %s", (_, parts) => {
    const amounts = [
      expenditure("30.00"),
      total("budget_summary", "28.00", { label: "支出总计", ...parts }),
    ];
    expect(totalsAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("takes the first of several columns that a row has of one measure", () => {
    const row = [expenditure("28.00", { column: 2 }), expenditure("3.00", { column: 5 })];
    const amounts = [...row, summary("28.00", "支出总计")];
    expect(totalsAgree.run(reading({ amounts }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run on one table", () => {
    expect(totalsAgree.run(reading({ amounts: [expenditure("28.00")] }))).toMatchObject(unable);
  });
});
