import type { Rule } from "../../../pipeline/model/finding.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { type Debt, debtGroups, debtTerm } from "../../evidence/debt-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "debt_kinds_add_up",
  severity: "error",
  about: {
    en: "The 一般债务 and 专项债务 of each measure of government debt add up to its total.",
    zh: "政府债务各项指标的一般债务与专项债务之和等于合计。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of its kinds: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于一般债务与专项债务之和：${inWords.zh(sum)}。`,
  },
};

/** 合计 = 一般债务 + 专项债务, in a row of a region or in a column of items. */
export const debtKindsAddUp = arithmetic(rule, {
  compare: (reading) => debtGroups(reading, keyOf).flatMap(comparisons),
  unable: {
    en: "no table of debt prints a total with both of its kinds",
    zh: "没有政府债务表同时印有合计、一般债务和专项债务",
  },
});

const keyOf = ({ table_no, row, column, region_raw, measure, fiscal_year, phase }: Debt) => [
  table_no,
  region_raw === null ? "column" : "row",
  region_raw === null ? column : row,
  measure,
  fiscal_year,
  phase,
];

/** Where one of them is printed twice it is not known which belong together. */
function comparisons(group: readonly Debt[]): readonly Comparison[] {
  const terms = (["total", "general", "special"] as const).map((kind) => {
    const [record, ...others] = group.filter((one) => one.debt_kind === kind);
    return record === undefined || others.length > 0 ? null : debtTerm(record);
  });
  const [stated, general, special] = terms;
  if (!stated || !general || !special) return [];
  return [{ stated, readings: [[general, special]] }];
}
