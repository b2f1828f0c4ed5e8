import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { Reading } from "../../pipeline/reading.js";
import { perReading } from "./per-reading.js";
import { type Comparison, inUnitOf, judge, type Sum } from "./comparison.js";

/** A check that sums and compares; its comparisons also serve the rules on rounding and on units. */
export interface ArithmeticCheck extends Check {
  readonly compare: (reading: Reading) => readonly Comparison[];
}

/** A check whose every comparison that fails, beyond rounding and mistaken units, is a finding. */
export function arithmetic(
  rule: Rule<Sum>,
  { compare: compute, unable }: Pick<ArithmeticCheck, "compare"> & { readonly unable: string },
): ArithmeticCheck {
  const compare = perReading(compute);
  return {
    rule,
    compare,
    run: (reading) => {
      const comparisons = compare(reading);
      const findings = comparisons.flatMap((comparison) => differing(rule, comparison));
      return { compared: comparisons.length, findings, unable };
    },
  };
}

function differing(rule: Rule<Sum>, comparison: Comparison): readonly Finding[] {
  const verdict = judge(comparison);
  if (verdict.kind !== "differs") return [];
  const { sum } = verdict;
  const sides = {
    expected: inUnitOf(sum.stated, sum.computed),
    actual: inUnitOf(sum.stated, sum.stated.yuan),
  };
  const found = finding(rule, sum, { ...sum.stated.where, ...sides });
  return [comparison.doubtful === true ? { ...found, severity: "warning" } : found];
}

const SHOWN = 6;

/** The parts of a sum in words: `“基本支出” 10万元 + “项目支出” 5万元 = 15万元`. */
export function inWords({ stated, parts, computed }: Sum): string {
  const printed = parts.filter(({ yuan }) => !yuan.eq(0));
  const named = (printed.length === 0 ? parts : printed).map(
    (part) => `“${part.name}” ${inUnitOf(part, part.yuan)}`,
  );
  const rest = named.length > SHOWN ? [`${named.length - SHOWN} more`] : [];
  const [only] = named;
  if (named.length === 1 && only !== undefined) return only;
  return `${[...named.slice(0, SHOWN), ...rest].join(" + ")} = ${inUnitOf(stated, computed)}`;
}

/** The total of a sum in words: `“合计” 15万元`. */
export function totalInWords({ stated }: Sum): string {
  return `“${stated.name}” ${inUnitOf(stated, stated.yuan)}`;
}
