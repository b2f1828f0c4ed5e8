import { Big } from "big.js";
import type { Check } from "../../pipeline/check.js";
import { finding, type Rule } from "../../pipeline/finding.js";
import { entries } from "./amount-terms.js";
import { inUnitOf, type Term } from "./comparison.js";
import { TABLE_AMOUNTS } from "./figure-tables.js";
import { projectTerm } from "./project-funds-equal-budget.js";

const rule: Rule<{ readonly sum: Big; readonly whole: Term; readonly sheets: number }> = {
  id: "project_budgets_within_expenditure",
  severity: "warning",
  about: "The budgets of all project sheets are together not more than the 项目支出 of the tables.",
  say: ({ sum, whole, sheets }) =>
    `The budgets of ${sheets} project sheets are ${inUnitOf(whole, sum)} together, more than the 项目支出 ${inUnitOf(whole, whole.yuan)}.`,
};

/** Σ 预算数 ≤ 项目支出: not every project has a sheet, but no sheet is for money that is not budgeted. */
export const projectBudgetsWithinExpenditure: Check = {
  rule,
  run: (reading) => {
    const budgets = reading.projects.flatMap((project) =>
      project.budget_total === null
        ? []
        : [projectTerm(reading, { project, amount: project.budget_total, name: "预算数" })],
    );
    const [whole] = entries(reading)
      .filter((entry) => TABLE_AMOUNTS.expenditure_project?.(entry) === true)
      .toSorted((a, b) => b.yuan.cmp(a.yuan));
    if (whole === undefined || budgets.length === 0)
      return {
        compared: 0,
        findings: [],
        unable: "no table of 项目支出 stands beside project budgets",
      };
    const sum = budgets.reduce((total, { yuan }) => total.plus(yuan), new Big(0));
    const slack = whole.step.times(budgets.length);
    const sides = { expected: inUnitOf(whole, whole.yuan), actual: inUnitOf(whole, sum) };
    const facts = { sum, whole, sheets: budgets.length };
    const findings = sum.gt(whole.yuan.plus(slack))
      ? [finding(rule, facts, { ...whole.where, ...sides })]
      : [];
    return { compared: 1, findings };
  },
};
