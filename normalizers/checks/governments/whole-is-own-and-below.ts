import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { type Entry, entries } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import { CHECKS } from "../../evidence/check-settings.js";
import type { Comparison } from "../../evidence/comparison.js";
import { whereMostHold } from "../../evidence/majority.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "whole_is_own_and_below",
  severity: "error",
  about: {
    en: "What a government's tables print for the whole region is what they print for its own government and for those below, label by label.",
    zh: "政府各表中同一项目的全辖数等于本级数与下级数之和。",
  },
  say: {
    en: (sum) =>
      `${totalInWords.en(sum)} of the whole is not its own and what is below: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}（全辖）不等于本级与下级之和：${inWords.zh(sum)}。`,
  },
};

/** 全省 = 省本级 + 市县 of one label, year and phase, in columns of one table or in several tables. */
export const wholeIsOwnAndBelow = arithmetic(rule, {
  compare: (reading) => whereMostHold(byBudget(reading), CHECKS.governments.leastHeld),
  unable: {
    en: "no tables print one budget of the whole, of its own government and of those below",
    zh: "没有表同时印有同一预算的全辖、本级和下级",
  },
});

/** The comparisons of each budget, year and phase. */
function byBudget(reading: Reading): readonly (readonly Comparison[])[] {
  const totals = entries(reading).filter(
    ({ record }) => record.account !== null && record.measure === "total" && record.label !== null,
  );
  return grouped(totals, ({ record: one }) =>
    [one.account, one.side, one.region_name, one.fiscal_year, one.phase].join(" "),
  ).map((budget) =>
    grouped(budget, ({ record }) => `${record.label} ${record.code}`).flatMap(comparisonOf),
  );
}

/** A label that a coverage prints twice cannot be told apart. */
function comparisonOf(row: readonly Entry[]): readonly Comparison[] {
  const only = (coverage: string): Entry | undefined => {
    const [one, ...others] = row.filter(({ record }) => record.coverage === coverage);
    return others.length > 0 ? undefined : one;
  };
  const [stated, own, below] = [only("whole"), only("own"), only("subordinate")];
  return stated === undefined || own === undefined || below === undefined
    ? []
    : [{ stated, readings: [[own, below]] }];
}
