import { grouped } from "../../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { exact } from "../../values/amount.js";
import type { ArithmeticCheck } from "../../evidence/arithmetic.js";
import { type Comparison, inUnitOf, judge, type Term } from "../../evidence/comparison.js";
import {
  inWords,
  moneyOf,
  type NamedMoney,
  placesOf,
  type SumFacts,
  sumFacts,
  totalInWords,
} from "../../evidence/sum-facts.js";

const TEN_THOUSAND = new Big(10_000);

const rule: Rule<{
  readonly culprit: NamedMoney & { readonly is_total: boolean };
  /** The culprit in the other unit. */
  readonly meant: string;
  readonly sum: SumFacts;
}> = {
  id: "unit_doubtful",
  severity: "error",
  about: {
    en: "An amount is not 10,000 times too little or too much for its sum or its table: 元 where 万元 is meant.",
    zh: "金额与其合计或所在的表相比，没有差一万倍：该写万元的写成了元。",
  },
  say: {
    en: ({ culprit, meant, sum }) =>
      `“${culprit.name}” ${culprit.text} fits ${culprit.is_total ? inWords.en(sum) : totalInWords.en(sum)} only as ${meant}.`,
    zh: ({ culprit, meant, sum }) =>
      `“${culprit.name}”${culprit.text}只有改作${meant}才与${culprit.is_total ? inWords.zh(sum) : totalInWords.zh(sum)}相符。`,
  },
};

/** The same digits in the other unit. */
function swapped({ unit, factor }: Term, meant: Big): string {
  const other = unit === "元" ? "万元" : "元";
  return exact(meant.div(unit === "元" ? TEN_THOUSAND : factor.div(TEN_THOUSAND))) + other;
}

/** The unit of one number is wrong where the sum holds with 10,000 times as much or as little. */
export function unitDoubtful(arithmetic: readonly ArithmeticCheck[]): Check {
  return {
    rule,
    compares: true,
    run: (reading) => {
      const comparisons = arithmetic.flatMap(({ compare }) => compare(reading));
      const doubts = comparisons.flatMap(doubt);
      const each = grouped(doubts, ({ actual, ...where }) =>
        [where.table_no, where.section_no, where.row, where.column, actual].join(" "),
      );
      return {
        compared: comparisons.length,
        findings: each.flatMap(([first]) => first ?? []),
        unable: { en: "nothing could be summed", zh: "没有可以相加的金额" },
      };
    },
  };
}

function doubt(comparison: Comparison): readonly Finding[] {
  const verdict = judge(comparison);
  if (verdict.kind !== "unit") return [];
  const { culprit, meant, sum } = verdict;
  const facts = {
    culprit: { ...moneyOf(culprit), is_total: culprit === sum.stated },
    meant: swapped(culprit, meant),
    sum: sumFacts(sum),
  };
  const sides = { expected: facts.meant, actual: inUnitOf(culprit, culprit.yuan) };
  const related = placesOf([sum.stated, ...sum.parts].filter((term) => term !== culprit));
  return [finding(rule, facts, { ...culprit.where, ...sides, related })];
}
