import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { ArithmeticCheck } from "./arithmetic.js";
import { grouped } from "./amount-terms.js";
import { inUnitOf, judge, type Sum } from "./comparison.js";

const rule: Rule<{ readonly sums: readonly Sum[]; readonly largest: Sum }> = {
  id: "rounding",
  severity: "info",
  about:
    "Sums that miss their total by no more than ±1 of the last printed digit for each addend are told once a table.",
  say: ({ sums, largest }) =>
    `${sums.length === 1 ? "One sum misses its total" : `${sums.length} sums miss their totals`} by rounding, “${largest.stated.name}” by ${difference(largest)}.`,
};

/** One line a table, or a section of prose, for all that only rounding explains. */
export function rounding(arithmetic: readonly ArithmeticCheck[]): Check {
  return {
    rule,
    run: (reading) => {
      const comparisons = arithmetic.flatMap(({ compare }) => compare(reading));
      const sums = comparisons.flatMap((comparison) => {
        const verdict = judge(comparison);
        return verdict.kind === "rounding" ? [verdict.sum] : [];
      });
      const findings = grouped(sums, standsIn).flatMap(clustered);
      return { compared: comparisons.length, findings, unable: "nothing could be summed" };
    },
  };
}

const standsIn = ({ stated: { where } }: Sum): string =>
  where.table_no === undefined || where.table_no === null
    ? `section ${where.section_no ?? ""}`
    : `table ${where.table_no}`;

function clustered(sums: readonly Sum[]): readonly Finding[] {
  const [largest] = sums.toSorted((a, b) => missing(b).cmp(missing(a)));
  if (largest === undefined) return [];
  const { stated, computed } = largest;
  const sides = { expected: inUnitOf(stated, computed), actual: inUnitOf(stated, stated.yuan) };
  return [finding(rule, { sums, largest }, { ...stated.where, ...sides })];
}

const missing = ({ stated, computed }: Sum) => computed.minus(stated.yuan).abs();
const difference = (sum: Sum): string => inUnitOf(sum.stated, missing(sum));
