import type { Check } from "../../pipeline/model/check.js";
import { type Bilingual, type Finding, finding, type Rule } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import { type Comparison, inUnitOf, judge } from "./comparison.js";
import { placesOf, type SumFacts, sumFacts } from "./sum-facts.js";

/** A check that sums and compares; its comparisons also serve the rules on rounding and on units. */
export interface ArithmeticCheck extends Check {
  readonly compare: (reading: Reading) => readonly Comparison[];
}

/** A check whose every comparison that fails, beyond rounding and mistaken units, is a finding. */
export function arithmetic(
  rule: Rule<SumFacts>,
  {
    compare: compute,
    unable,
  }: Pick<ArithmeticCheck, "compare"> & { readonly unable: Bilingual<string> },
): ArithmeticCheck {
  const compare = oncePer(compute);
  return {
    rule,
    compares: true,
    compare,
    run: (reading) => {
      const comparisons = compare(reading);
      const findings = comparisons.flatMap((comparison) => differing(rule, comparison));
      return { compared: comparisons.length, findings, unable };
    },
  };
}

function differing(rule: Rule<SumFacts>, comparison: Comparison): readonly Finding[] {
  const verdict = judge(comparison);
  if (verdict.kind !== "differs") return [];
  const { sum } = verdict;
  const { stated, parts, computed } = sum;
  const sides = { expected: inUnitOf(stated, computed), actual: inUnitOf(stated, stated.yuan) };
  const related = placesOf(parts);
  const found = finding(rule, sumFacts(sum), { ...stated.where, ...sides, related });
  return [comparison.doubtful === true ? { ...found, severity: "warning" } : found];
}
