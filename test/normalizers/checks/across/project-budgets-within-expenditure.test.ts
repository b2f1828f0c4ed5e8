import { describe, expect, test } from "vitest";
import { projectBudgetsWithinExpenditure } from "../../../../normalizers/checks/across/project-budgets-within-expenditure.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, project, reading, unable } from "../make-reading.js";

const expenditure = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", table_no: 3, ...parts });

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

  test.each([
    ["a digit for each sheet", "10200", 0],
    ["more", "10300", 1],
  ])("allows %s: a second sheet of %s yuan makes %d findings", (_, budget_total, count) => {
    const projects = [project({ budget_total: "40000" }), project({ budget_total })];
    const { findings } = projectBudgetsWithinExpenditure.run(reading({ amounts, projects }));
    expect(findings).toHaveLength(count);
  });

  test("compares with the largest 项目支出, and says how many sheets there are", () => {
    const smaller = expenditure("3.00", { measure: "project" });
    const projects = [project({ budget_total: "60000" }), project({})];
    for (const all of [
      [...amounts, smaller],
      [smaller, ...amounts],
    ])
      expect(
        projectBudgetsWithinExpenditure.run(reading({ amounts: all, projects })).findings,
      ).toMatchObject([
        {
          severity: "warning",
          row: 1,
          facts: {
            sum: { amount: "60000", text: "6万元" },
            whole: { name: "合计", text: "5万元", table_no: 3 },
            sheets: 1,
          },
          related: [{ name: "预算数", table_no: 1, page: null }],
        },
      ]);
  });

  test("cannot run without 项目支出", () => {
    const projects = [project({ budget_total: "40000" })];
    expect(
      projectBudgetsWithinExpenditure.run(reading({ amounts: [expenditure("5.00")], projects })),
    ).toMatchObject(unable);
  });

  test("cannot run without sheets", () => {
    expect(projectBudgetsWithinExpenditure.run(reading({ amounts }))).toMatchObject(unable);
  });
});
