import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { ArithmeticCheck } from "../../evidence/arithmetic.js";
import { inUnitOf, judge, type Sum } from "../../evidence/comparison.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";

/** A total, and by how much its parts miss it. */
type Missed = NamedMoney & { readonly difference: string };

const rule: Rule<{ readonly sums: number; readonly largest: Missed }> = {
  id: "rounding",
  severity: "info",
  about: {
    en: "Sums that miss their total by no more than ±1 of the last printed digit for each addend are told once a table.",
    zh: "与总数相差不超过每个加数末位 ±1 的各个合计，每张表只说一次。",
  },
  say: {
    en: ({ sums, largest }) =>
      `${sums === 1 ? "One sum misses its total" : `${sums} sums miss their totals`} by rounding, “${largest.name}” by ${largest.difference}.`,
    zh: ({ sums, largest }) =>
      `${sums === 1 ? "一处合计" : `${sums}处合计`}因四舍五入与总数不符，其中“${largest.name}”相差${largest.difference}。`,
  },
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
      return {
        compared: comparisons.length,
        findings,
        unable: { en: "nothing could be summed", zh: "没有可以相加的金额" },
      };
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
  const facts = {
    sums: sums.length,
    largest: { ...moneyOf(stated), difference: inUnitOf(stated, missing(largest)) },
  };
  const others = sums.filter((sum) => sum !== largest).map((sum) => sum.stated);
  return [finding(rule, facts, { ...stated.where, ...sides, related: placesOf(others) })];
}

const missing = ({ stated, computed }: Sum) => computed.minus(stated.yuan).abs();
