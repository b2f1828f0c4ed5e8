import { describe, expect, test } from "vitest";
import { classesAgree } from "../../../normalizers/checks/across/classes-agree.js";
import { operatingCostsWithinPublicUse } from "../../../normalizers/checks/across/operating-costs-within-public-use.js";
import { projectBudgetsWithinExpenditure } from "../../../normalizers/checks/across/project-budgets-within-expenditure.js";
import { rowsAgree } from "../../../normalizers/checks/across/rows-agree.js";
import { threePublicCoversBasic } from "../../../normalizers/checks/across/three-public-covers-basic.js";
import { totalsAgree } from "../../../normalizers/checks/across/totals-agree.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, project, reading } from "./make-reading.js";

const expenditure = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", table_no: 3, ...parts });
const generalPublic = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_general_public", table_no: 5, ...parts });
const summary = (wan: string, label: string) =>
  amount(wan, { table_kind: "budget_summary", table_no: 1, label });

const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};

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

  test("cannot run on one table", () => {
    expect(totalsAgree.run(reading({ amounts: [expenditure("28.00")] }))).toMatchObject(unable);
  });
});

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

const vehicles = (wan: string) =>
  amount(wan, {
    table_kind: "budget_three_public",
    table_no: 9,
    item: "vehicle_running",
    label: "公务用车运行维护费",
  });

describe("three_public_covers_basic", () => {
  const basic = amount("6.00", {
    table_kind: "budget_general_public_basic",
    code: "30231",
    label: "公务用车运行维护费",
  });

  test("finds vehicles that cost less than their code of 基本支出", () => {
    expect(
      threePublicCoversBasic.run(reading({ amounts: [basic, vehicles("5.00")] })).findings,
    ).toMatchObject([
      {
        severity: "warning",
        table_no: 9,
        expected: "6万元",
        actual: "5万元",
        related: [{ table_no: basic.table_no }],
      },
    ]);
  });

  test.each([
    ["5.99", 0],
    ["5.98", 1],
  ])("allows the last digit: %s for 6.00 makes %d findings", (wan, findings) => {
    const amounts = [basic, vehicles(wan)];
    expect(threePublicCoversBasic.run(reading({ amounts })).findings).toHaveLength(findings);
  });

  test("passes more, which 项目支出 may add", () => {
    expect(
      threePublicCoversBasic.run(reading({ amounts: [basic, vehicles("8.00")] })),
    ).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without a “三公” table", () => {
    expect(threePublicCoversBasic.run(reading({ amounts: [basic] }))).toMatchObject(unable);
  });
});

const costs = (wan: string) => amount(wan, { table_kind: "budget_operating_costs", table_no: 9 });

describe("operating_costs_within_public_use", () => {
  const publicUse = amount("6.00", {
    table_kind: "budget_general_public_basic",
    table_no: 6,
    measure: "public_use",
  });

  test("finds more 机关运行经费 than 公用经费", () => {
    const amounts = [publicUse, costs("7.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts })).findings).toMatchObject([
      {
        severity: "warning",
        table_no: 9,
        expected: "6万元",
        actual: "7万元",
        related: [{ table_no: 6 }],
      },
    ]);
  });

  test("passes as much or less", () => {
    const amounts = [publicUse, costs("6.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("cannot run without 公用经费", () => {
    const amounts = [costs("6.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject(unable);
  });
});

describe("project_budgets_within_expenditure", () => {
  const amounts = [expenditure("5.00", { measure: "project" })];

  test("finds sheets for more than the 项目支出", () => {
    const projects = [project({ budget_total: "40000" }), project({ budget_total: "20000" })];
    const { findings } = projectBudgetsWithinExpenditure.run(reading({ amounts, projects }));
    expect(findings).toMatchObject([{ table_no: 3, expected: "5万元", actual: "6万元" }]);
  });

  test("passes sheets for a part of it", () => {
    const projects = [project({ budget_total: "40000" }), project({})];
    expect(projectBudgetsWithinExpenditure.run(reading({ amounts, projects }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("cannot run without sheets", () => {
    expect(projectBudgetsWithinExpenditure.run(reading({ amounts }))).toMatchObject(unable);
  });
});
