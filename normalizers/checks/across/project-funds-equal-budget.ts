import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { otherFunds, projectTerm, unnamedFunds } from "../../evidence/project-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "project_funds_equal_budget",
  severity: "error",
  about: {
    en: "On a 项目绩效目标表 财政资金 and 其他资金, with the other funds that it prints, add up to the 预算数; a warning where there are such others.",
    zh: "项目绩效目标表的财政资金与其他资金，连同所印的其他各项资金，之和等于预算数；有此类其他资金时为 warning。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于${inWords.zh(sum)}。`,
  },
};

/** 预算数 = 财政资金 + 其他资金, sheet by sheet. */
export const projectFundsEqualBudget = arithmetic(rule, {
  compare: (reading) => reading.projects.flatMap((project) => comparison(reading, project)),
  unable: {
    en: "no project sheet prints its budget with its funds",
    zh: "没有项目绩效目标表同时印有预算数及其各项资金",
  },
});

function comparison(reading: Reading, project: Placed<"projects">): readonly Comparison[] {
  const term = (amount: string | null, name: string): readonly Term[] =>
    amount === null ? [] : [projectTerm(reading, { project, amount, name })];
  const [stated] = term(project.budget_total, "预算数");
  const parts = [
    ...term(project.budget_fiscal, "财政资金"),
    ...term(project.budget_other, "其他资金"),
  ];
  const [fiscal] = parts;
  if (stated === undefined || fiscal === undefined || project.budget_fiscal === null) return [];
  const others = [...otherFunds(reading, project), ...unnamedFunds(reading, stated)];
  if (others.length === 0) return [{ stated, readings: [parts] }];
  // One fund alone is more than all of them: that is certain, whatever the others are.
  const isMore = fiscal.yuan.gt(stated.yuan.plus(stated.step));
  return [{ stated, readings: [parts, [...parts, ...others]], doubtful: !isMore }];
}
