import { describe, expect, test } from "vitest";
import { rowsAgree } from "../../../../normalizers/checks/across/rows-agree.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

const expenditure = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", table_no: 3, ...parts });

const generalPublic = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_general_public", table_no: 5, ...parts });

const coded = { code: "2080101", label: "行政运行", classification: "function" } as const;

describe("rows_agree", () => {
  test("finds a code with two amounts under one total", () => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", coded),
      generalPublic("30.00"),
      generalPublic("8.00", { ...coded, row: 7 }),
    ];
    expect(rowsAgree.run(reading({ amounts })).findings).toMatchObject([
      { table_no: 5, row: 7, expected: "9万元" },
    ]);
  });

  test.each([
    ["budget_expenditure", "budget_general_public"],
    ["accounts_expenditure", "accounts_general_public"],
    ["budget_expenditure", "budget_income"],
    ["budget_expenditure", "budget_appropriation_expenditure"],
    ["accounts_expenditure", "accounts_appropriation_expenditure"],
    ["budget_appropriation_expenditure", "budget_general_public"],
    ["budget_appropriation_basic", "budget_general_public_basic"],
    ["accounts_appropriation_basic", "accounts_general_public_basic"],
  ] as const)("compares the rows of %s with those of %s", (one, other) => {
    const rows = (table_kind: typeof one | typeof other, table_no: number, wan: string) => [
      amount("30.00", { table_kind, table_no }),
      amount(wan, { table_kind, table_no, ...coded }),
    ];
    const amounts = [...rows(one, 3, "9.00"), ...rows(other, 5, "8.00")];
    expect(rowsAgree.run(reading({ amounts })).findings).toMatchObject([
      { table_no: 5, expected: "9万元", actual: "8万元" },
    ]);
  });

  test("leaves tables with other funds alone", () => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", coded),
      generalPublic("29.00"),
      generalPublic("8.00", coded),
    ];
    expect(rowsAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("says code and name of both, and where they stand", () => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", { ...coded, row: 4 }),
      generalPublic("30.00"),
      generalPublic("8.00", { ...coded, label: null, row: 7 }),
    ];
    expect(rowsAgree.run(reading({ amounts })).findings).toMatchObject([
      {
        severity: "error",
        facts: { stated: { name: "2080101", table_no: 5 }, parts: [{ name: "2080101 行政运行" }] },
        related: [{ table_no: 3, row: 4 }],
      },
    ]);
  });

  test.each<[string, Partial<Placed<"amounts">>, Partial<Placed<"amounts">>]>([
    ["of another classification", {}, { classification: "economic" }],
    ["of another measure", {}, { measure: "basic" }],
    ["of another phase", {}, { phase: "previous" }],
    ["of another code", {}, { code: "2080102" }],
    ["without a code", { code: null, label: "其他" }, { code: null, label: "其他" }],
    ["of no known measure", { measure: "unknown" }, { measure: "unknown" }],
    ["of a measure without a total", { measure: "basic" }, { measure: "basic" }],
  ])("does not compare rows %s", (_, one, other) => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", { ...coded, ...one }),
      generalPublic("30.00"),
      generalPublic("8.00", { ...coded, ...other }),
    ];
    expect(rowsAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test.each([
    ["the more detailed table", [expenditure("9.00", coded)], []],
    ["the other table", [], [generalPublic("8.00", coded)]],
  ])("does not compare a code that stands twice in %s", (_, one, other) => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", coded),
      ...one,
      generalPublic("30.00"),
      generalPublic("8.00", coded),
      ...other,
    ];
    expect(rowsAgree.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("takes the first 合计 of a table for its total", () => {
    const amounts = [
      expenditure("30.00"),
      expenditure("29.00"),
      expenditure("9.00", coded),
      generalPublic("30.00"),
      generalPublic("28.00"),
      generalPublic("8.00", coded),
    ];
    expect(rowsAgree.run(reading({ amounts }))).toMatchObject({ compared: 1 });
  });

  test("passes equal rows", () => {
    const amounts = [
      expenditure("30.00"),
      expenditure("9.00", coded),
      generalPublic("30.00"),
      generalPublic("9.00", coded),
    ];
    expect(rowsAgree.run(reading({ amounts }))).toMatchObject({ compared: 1, findings: [] });
  });
});
