import { Big } from "big.js";
import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import { exact } from "../amount.js";
import { grouped } from "./amount-terms.js";
import { type ArithmeticCheck, inWords, totalInWords } from "./arithmetic.js";
import { type Comparison, inUnitOf, judge, type Sum, type Term } from "./comparison.js";

const TEN_THOUSAND = new Big(10_000);

const rule: Rule<{ readonly culprit: Term; readonly meant: Big; readonly sum: Sum }> = {
  id: "unit_doubtful",
  severity: "error",
  about:
    "An amount is not 10,000 times too little or too much for its sum or its table: 元 where 万元 is meant.",
  say: ({ culprit, meant, sum }) =>
    `“${culprit.name}” ${inUnitOf(culprit, culprit.yuan)} fits ${culprit === sum.stated ? inWords(sum) : totalInWords(sum)} only as ${swapped(culprit, meant)}.`,
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
    run: (reading) => {
      const comparisons = arithmetic.flatMap(({ compare }) => compare(reading));
      const doubts = comparisons.flatMap(doubt);
      const each = grouped(doubts, ({ actual, ...where }) =>
        [where.table_no, where.section_no, where.row, where.column, actual].join(" "),
      );
      return {
        compared: comparisons.length,
        findings: each.flatMap(([first]) => first ?? []),
        unable: "nothing could be summed",
      };
    },
  };
}

function doubt(comparison: Comparison): readonly Finding[] {
  const verdict = judge(comparison);
  if (verdict.kind !== "unit") return [];
  const { culprit, meant, sum } = verdict;
  const sides = { expected: swapped(culprit, meant), actual: inUnitOf(culprit, culprit.yuan) };
  return [finding(rule, { culprit, meant, sum }, { ...culprit.where, ...sides })];
}
