import { Big } from "big.js";
import type { Where } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { arithmeticChecks } from "../checks/arithmetic-checks.js";
import { type Comparison, judge, type Sum, type Term } from "../evidence/comparison.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import { add, countOf } from "../../pipeline/model/tally.js";

/** A comparison of printed sums, with a name that stays the same when a number in it changes. */
export interface NamedComparison extends Comparison {
  readonly key: string;
  /** Its total, then its parts in any reading. */
  readonly terms: readonly Term[];
}

/** All that a document's arithmetic says of it: what fits exactly, and what contradicts. */
export interface Arithmetic {
  readonly fitting: readonly NamedComparison[];
  readonly broken: readonly NamedComparison[];
}

/** Judges every comparison of a reading; what only rounding explains neither fits nor contradicts. */
export const arithmeticOf = oncePer((reading: Reading): Arithmetic => {
  const all = arithmeticChecks.flatMap(({ rule, compare }) => withKeys(rule.id, compare(reading)));
  return {
    fitting: all.filter((one) => judge(one).kind === "equal"),
    broken: all.filter(isBroken),
  };
});

function isBroken(comparison: Comparison): boolean {
  const { kind } = judge(comparison);
  return kind === "differs" || kind === "unit";
}

function withKeys(rule: string, comparisons: readonly Comparison[]): readonly NamedComparison[] {
  const counts = new Map<string, number>();
  return comparisons.map((comparison) => {
    const { where, name } = comparison.stated;
    const place = [rule, ...placeOf(where), name].join(" ");
    add(counts, place, 1);
    const key = `${place} ${countOf(counts, place)}`;
    return { ...comparison, key, terms: termsOf(comparison) };
  });
}

const placeOf = ({ table_no, section_no, row, column, page }: Where) =>
  [table_no, section_no, row, column, page].map((part) => part ?? "");

function termsOf({ stated, readings }: Comparison): readonly Term[] {
  return [stated, ...new Set(readings.flat())];
}

/** The arithmetic that a table has a part in, or the prose where the table is null. */
export function arithmeticIn({ broken, fitting }: Arithmetic, table: number | null): Arithmetic {
  const isHere = ({ terms }: NamedComparison): boolean =>
    terms.some(({ where }) => (where.table_no ?? null) === table);
  return { broken: broken.filter(isHere), fitting: fitting.filter(isHere) };
}

/** The terms of a comparison that fits: its total, and the parts of the readings that make it. */
export function fittingTerms({ stated, readings }: Comparison): readonly Term[] {
  const fitting = readings.filter((parts) => judge({ stated, readings: [parts] }).kind === "equal");
  return [stated, ...fitting.flat()];
}

/** Whether a comparison fits exactly with another amount, in yuan, in the place of one of its terms. */
export function fitsWith(comparison: Comparison, term: Term, yuan: Big): boolean {
  const changed = (one: Term): Term => (one === term ? { ...one, yuan } : one);
  const { stated, readings } = comparison;
  const replaced = {
    stated: changed(stated),
    readings: readings.map((parts) => parts.map(changed)),
  };
  return judge(replaced).kind === "equal";
}

/** Whether an amount, in yuan, is what one of the readings of a comparison lacks. */
export function isLacking({ stated, readings }: Comparison, yuan: Big): boolean {
  return readings.some((parts) => stated.yuan.minus(totalOf(parts)).eq(yuan));
}

const totalOf = (parts: Sum["parts"]): Big =>
  parts.reduce((sum, part) => sum.plus(part.yuan), new Big(0));
