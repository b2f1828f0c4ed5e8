import type { Rule } from "../../../pipeline/model/finding.js";
import type { FigureMeasure } from "../../../pipeline/model/records/figure-vocabulary.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { figureTerms, type Stated } from "../../evidence/figure-terms.js";
import type { Money, SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "change_equals_difference",
  severity: "error",
  about: {
    en: "A stated change is the difference of the two years' amounts where the prose states all three.",
    zh: "正文同时写明两年金额和增减额时，增减额等于两年之差。",
  },
  say: {
    en: ({ stated, parts: [now, before], computed }) =>
      now === undefined || before === undefined
        ? `“${stated.name}” has no amounts to compare with.`
        : `The prose says “${stated.name}” ${stated.text}, but ${now.text} after ${negated(before)} is a change of ${computed.text}.`,
    zh: ({ stated, parts: [now, before], computed }) =>
      now === undefined || before === undefined
        ? `“${stated.name}”没有可以比较的金额。`
        : `正文写明“${stated.name}”${stated.text}，但本年${now.text}与上年${negated(before)}相差${computed.text}。`,
  },
};

/** The year before is a part that is taken off. */
const negated = ({ text }: Money): string => (text.startsWith("-") ? text.slice(1) : `-${text}`);

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
  unable: {
    en: "the prose states no change together with both years' amounts",
    zh: "正文没有同时写明增减额和两年的金额",
  },
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
