import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { finding, type Rule } from "../../../pipeline/model/finding.js";
import { entries } from "../../evidence/amount-terms.js";
import { inUnitOf } from "../../evidence/comparison.js";
import { TABLE_AMOUNTS } from "../../evidence/figure-tables.js";
import { projectTerm } from "../../evidence/project-terms.js";
import {
  type Money,
  moneyIn,
  moneyOf,
  type NamedMoney,
  placesOf,
} from "../../evidence/sum-facts.js";

const rule: Rule<{
  readonly sum: Money;
  readonly whole: NamedMoney;
  readonly sheets: number;
}> = {
  id: "project_budgets_within_expenditure",
  severity: "warning",
  about: {
    en: "The budgets of all project sheets are together not more than the 项目支出 of the tables.",
    zh: "各项目绩效目标表的预算数之和不超过各表的项目支出。",
  },
  say: {
    en: ({ sum, whole, sheets }) =>
      `The budgets of ${sheets} project sheets are ${sum.text} together, more than the 项目支出 ${whole.text}.`,
    zh: ({ sum, whole, sheets }) =>
      `${sheets}张项目绩效目标表的预算数共${sum.text}，多于项目支出${whole.text}。`,
  },
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
        unable: {
          en: "no table of 项目支出 stands beside project budgets",
          zh: "没有可与各项目预算数比较的项目支出",
        },
      };
    const sum = budgets.reduce((total, { yuan }) => total.plus(yuan), new Big(0));
    const slack = whole.step.times(budgets.length);
    const sides = { expected: inUnitOf(whole, whole.yuan), actual: inUnitOf(whole, sum) };
    const facts = { sum: moneyIn(whole, sum), whole: moneyOf(whole), sheets: budgets.length };
    const findings = sum.gt(whole.yuan.plus(slack))
      ? [finding(rule, facts, { ...whole.where, ...sides, related: placesOf(budgets) })]
      : [];
    return { compared: 1, findings };
  },
};
