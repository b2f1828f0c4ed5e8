import { describe, expect, test } from "vitest";
import { projectFundsEqualBudget } from "../../../../normalizers/checks/across/project-funds-equal-budget.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { project, reading, table, unable } from "../make-reading.js";

const sheets = (...projects: readonly Placed<"projects">[]) => reading({ projects });

const withFunds = (fiscal: string, ...funds: readonly (readonly [string, string])[]) => {
  const rows = [["项目资金", "资金总额", "46.50"], ["其中：财政拨款", "41.00"], ...funds];
  const tables = [table({ kind: "project_performance", rows })];
  const projects = [project({ budget_total: "465000", budget_fiscal: fiscal })];
  return projectFundsEqualBudget.run(reading({ tables, projects })).findings;
};

describe("project_funds_equal_budget", () => {
  test("finds funds that do not make the 预算数", () => {
    const one = project({
      budget_total: "800000",
      budget_fiscal: "500000",
      budget_other: "200000",
    });
    expect(projectFundsEqualBudget.run(sheets(one)).findings).toMatchObject([
      { table_no: 1, expected: "70万元", actual: "80万元" },
    ]);
  });

  test.each([
    ["800100", 0],
    ["800200", 1],
  ])(
    "allows the last digit of 80.00万元: a budget of %s yuan makes %d findings",
    (yuan, findings) => {
      const one = project({ budget_total: yuan, budget_fiscal: "800000" });
      expect(projectFundsEqualBudget.run(sheets(one)).findings).toHaveLength(findings);
    },
  );

  test("passes funds that do", () => {
    const one = project({ budget_total: "800000", budget_fiscal: "800000" });
    expect(projectFundsEqualBudget.run(sheets(one))).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["元", { expected: "700000元", actual: "800000元", page: 3 }],
    ["万元", { expected: "70万元", actual: "80万元", page: 3 }],
  ])("says amounts of a sheet in %s so", (unit, sides) => {
    const one = project({
      budget_total: "800000",
      budget_fiscal: "500000",
      budget_other: "200000",
    });
    const tables = [
      table({
        number: 7,
        kind: "project_performance",
        rows: [["项目"]],
        printed: { unit: "亿元" },
      }),
      table({ kind: "project_performance", rows: [["项目"]], printed: { unit } }),
    ];
    expect(
      projectFundsEqualBudget.run(reading({ tables, projects: [one] })).findings,
    ).toMatchObject([
      {
        ...sides,
        severity: "error",
        facts: { stated: { name: "预算数" }, parts: [{ name: "财政资金" }, { name: "其他资金" }] },
      },
    ]);
  });

  test.each(["上年结转", "政府性基金", "财政专户管理资金", "银行贷款"])(
    "adds the money that the sheet prints as %s",
    (fund) => {
      expect(withFunds("410000", [fund, "5.50"])).toEqual([]);
    },
  );

  test("only doubts funds that do not make the 预算数 where there are others", () => {
    expect(withFunds("410000", ["上年结转", "3.00"])).toMatchObject([{ severity: "warning" }]);
    expect(withFunds("410000", ["上年结转", "0.00"])).toMatchObject([{ severity: "error" }]);
  });

  test("finds 财政资金 that are more than all funds together", () => {
    expect(withFunds("500000", ["上年结转", "3.00"])).toMatchObject([{ severity: "error" }]);
  });

  test.each([
    ["300000", []],
    ["310000", ["30万元"]],
  ])("knows funds that have no column: a budget of %s yuan", (budget_total, expected) => {
    const one = project({ budget_total, budget_fiscal: "250000", budget_other: "40000" });
    const rows = [
      ["年度资金总额", "30.00"],
      ["其中：财政拨款", "25.00"],
      ["上年结转", "1.00"],
      ["其他资金", "4.00"],
    ];
    const sheet = table({ kind: "project_performance", rows, printed: { unit: "万元" } });
    const { findings } = projectFundsEqualBudget.run(reading({ tables: [sheet], projects: [one] }));
    expect(findings.map(({ expected: sum }) => sum)).toEqual(expected);
  });

  test.each([
    ["a budget", { budget_fiscal: "800000" }],
    ["财政资金", { budget_total: "800000", budget_other: "200000" }],
  ])("cannot run without %s", (_, parts) => {
    expect(projectFundsEqualBudget.run(sheets(project(parts)))).toMatchObject(unable);
  });
});
