import type { Rule } from "../../pipeline/finding.js";
import type { FigureMeasure } from "../../pipeline/vocabulary.js";
import { arithmetic } from "./arithmetic.js";
import { type Comparison, inUnitOf, type Sum } from "./comparison.js";
import { figureTerms, type Stated } from "./figure-terms.js";

const rule: Rule<Sum> = {
  id: "change_equals_difference",
  severity: "error",
  about:
    "A stated change is the difference of the two years' amounts where the prose states all three.",
  say: ({ stated, parts: [now, before], computed }) =>
    now === undefined || before === undefined
      ? `“${stated.name}” has no amounts to compare with.`
      : `The prose says “${stated.name}” ${inUnitOf(stated, stated.yuan)}, but ${inUnitOf(now, now.yuan)} after ${inUnitOf(before, before.yuan.neg())} is a change of ${inUnitOf(stated, computed)}.`,
};

const CHANGES: readonly { readonly level: FigureMeasure; readonly change: FigureMeasure }[] = [
  { level: "expenditure_total", change: "change_total" },
  { level: "expenditure_basic", change: "change_basic" },
  { level: "expenditure_project", change: "change_project" },
];

/** This year − last year = the change. */
export const changeEqualsDifference = arithmetic(rule, {
  compare: (reading) => {
    const year = reading.about.fiscal_year;
    const stated = figureTerms(reading);
    return year === null ? [] : CHANGES.flatMap((pair) => comparisons(pair, stated, year));
  },
  unable: "the prose states no change together with both years' amounts",
});

/** Any pair of the two years' amounts will do: a text may state totals of several kinds. */
function comparisons(
  { level, change }: (typeof CHANGES)[number],
  stated: readonly Stated[],
  year: number,
): readonly Comparison[] {
  const of = (measure: FigureMeasure, wanted: number): readonly Stated[] =>
    stated.filter(({ record }) => record.measure === measure && record.fiscal_year === wanted);
  const before = of(level, year - 1).map((term) => ({ ...term, yuan: term.yuan.neg() }));
  const pairs = of(level, year).flatMap((now) => before.map((then) => [now, then]));
  if (pairs.length === 0) return [];
  return of(change, year).map((term) => ({ stated: term, readings: pairs }));
}
