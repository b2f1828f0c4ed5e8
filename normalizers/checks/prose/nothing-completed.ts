import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { paragraphs, type Prose, sentences } from "../../evidence/prose.js";

const rule: Rule<{ readonly budget: string; readonly accounts: string; readonly percent: string }> =
  {
    id: "nothing_completed",
    severity: "error",
    about: {
      en: "A budget of nothing is not completed by a percentage: 年初预算为0万元 has no 完成年初预算的95.89%.",
      zh: "预算为零就没有完成百分比：年初预算为0万元，不会完成年初预算的95.89%。",
    },
    say: {
      en: ({ budget, accounts, percent }) =>
        `The budget is ${budget}, the accounts ${accounts}, and the sentence says that ${percent} of the budget was completed.`,
      zh: ({ budget, accounts, percent }) =>
        `预算为${budget}，决算为${accounts}，该句却称完成预算的${percent}。`,
    },
  };

/** The budget, the accounts that follow it, and how much of the budget they are, in one clause each. */
const COMPLETED =
  /(?:年初|全年|调整)?预算数?(?:安排)?[为是]?(\d[\d,，.]*)((?:[百千]?万|亿)?元)[，,；;](?:[^。；;]{0,12})(?:决算|支出|实际支出|完成)数?[为是]?(\d[\d,，.]*(?:[百千]?万|亿)?元)[^。]{0,12}?(?:完成|占|为)[^。，,]{0,10}预算数?的(\d[\d.]*)[%％]/gu;

/** 完成年初预算的 N % of a budget of zero. */
export const nothingCompleted: Check = {
  rule,
  run: (reading) => {
    const said = paragraphs(reading).flatMap(sentences).flatMap(completions);
    return {
      compared: said.length,
      findings: said.flatMap(doubt),
      unable: {
        en: "no sentence says how much of a budget was completed",
        zh: "没有句子写明预算的完成百分比",
      },
    };
  },
};

interface Completion {
  readonly budget: string;
  readonly accounts: string;
  readonly percent: string;
  readonly where: Prose["where"];
}

function completions({ text, where }: Prose): readonly Completion[] {
  return [...text.matchAll(COMPLETED)].map(
    ([, budget = "", unit = "", accounts = "", percent = ""]) => ({
      budget: `${budget}${unit}`,
      accounts,
      percent: `${percent}%`,
      where,
    }),
  );
}

const isZero = (printed: string): boolean => !/[1-9]/u.test(printed);

function doubt({ budget, accounts, percent, where }: Completion): readonly Finding[] {
  if (!isZero(budget) || isZero(accounts) || isZero(percent)) return [];
  return [finding(rule, { budget, accounts, percent }, { ...where, actual: percent })];
}
