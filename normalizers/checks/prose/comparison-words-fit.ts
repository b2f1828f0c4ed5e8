import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { inUnitOf } from "../../evidence/comparison.js";
import { type Mention, mentions, paragraphs, type Prose } from "../../evidence/prose.js";
import { moneyOf, type NamedMoney } from "../../evidence/sum-facts.js";

const rule: Rule<{
  readonly budget: NamedMoney;
  readonly accounts: NamedMoney;
  readonly words: string;
}> = {
  id: "comparison_words_fit",
  severity: "error",
  about: {
    en: "The words 决算数大于, 小于 or 等于预算数 say what the two amounts before them show.",
    zh: "决算数大于、小于或等于预算数的说法与前面的两个金额相符。",
  },
  say: {
    en: ({ budget, accounts, words }) =>
      `“${words}”, but the accounts are ${accounts.text} and the budget is ${budget.text}.`,
    zh: ({ budget, accounts, words }) =>
      `写明“${words}”，但决算数为${accounts.text}，预算数为${budget.text}。`,
  },
};

const WORDS =
  /(?:支出)?决算数?(?<sign>大于|高于|小于|低于|等于|持平于|与)(?:年初|全年|调整)?预算数?(?<level>持平|一致|相同)?/gu;

/** 决算数大于预算数 against 年初预算 A, 支出决算 B. */
export const comparisonWordsFit: Check = {
  rule,
  run: (reading) => {
    const compared = paragraphs(reading).flatMap(comparisons);
    const findings = compared.flatMap(({ found }) => found ?? []);
    return {
      compared: compared.length,
      findings,
      unable: {
        en: "the prose compares no accounts with a budget in words",
        zh: "正文没有用文字比较决算数与预算数",
      },
    };
  },
};

function comparisons(paragraph: Prose): readonly { readonly found: Finding | null }[] {
  const pairs = pairsOf(mentions(paragraph));
  return [...paragraph.text.matchAll(WORDS)].flatMap((match) => {
    const before = pairs.filter(({ accounts }) => accounts.end <= match.index);
    const last = before.at(-1);
    if (last === undefined) return [];
    const sign = said(match.groups ?? {});
    const fits = before.some(({ budget, accounts }) => sign === accounts.yuan.cmp(budget.yuan));
    const { budget, accounts } = last;
    const sides = {
      expected: inUnitOf(accounts, budget.yuan),
      actual: inUnitOf(accounts, accounts.yuan),
    };
    const facts = { budget: moneyOf(budget), accounts: moneyOf(accounts), words: match[0] };
    return [{ found: fits ? null : finding(rule, facts, { ...paragraph.where, ...sides }) }];
  });
}

interface Pair {
  readonly budget: Mention;
  readonly accounts: Mention;
}

/** A budget and the accounts that follow it; a paragraph may state a total's before those of its parts. */
function pairsOf(all: readonly Mention[]): readonly Pair[] {
  return all.flatMap((accounts, index) => {
    const budget = all[index - 1];
    const isPair =
      budget !== undefined && /预算/u.test(budget.before) && /决算/u.test(accounts.before);
    return isPair ? [{ budget, accounts }] : [];
  });
}

function said({ sign = "" }: Readonly<Record<string, string | undefined>>): number {
  if (/大于|高于/u.test(sign)) return 1;
  return /小于|低于/u.test(sign) ? -1 : 0;
}
