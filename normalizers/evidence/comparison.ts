import { Big } from "big.js";
import type { Where } from "../../pipeline/model/finding.js";
import { exact } from "../values/amount.js";

/** One printed amount in a sum: what it is called, how much, how finely it is printed, where it stands. */
export interface Term {
  /** As printed, to be quoted. */
  readonly name: string;
  readonly yuan: Big;
  /** `万元`, and how many yuan that is. */
  readonly unit: string;
  readonly factor: Big;
  /** The smallest difference that its printing can show, in yuan. */
  readonly step: Big;
  readonly where: Where;
}

/** A printed total and the ways in which its parts may be taken; one that fits is enough. */
export interface Comparison {
  readonly stated: Term;
  readonly readings: readonly (readonly Term[])[];
  /** Where it is not certain that the two must agree: a contradiction is a doubt then. */
  readonly doubtful?: boolean;
}

/** What a comparison shows. `unit`: one of its numbers would fit if it were 10,000 times as much or as little. */
export type Verdict =
  | { readonly kind: "equal" }
  | { readonly kind: "rounding"; readonly sum: Sum }
  | { readonly kind: "unit"; readonly sum: Sum; readonly culprit: Term; readonly meant: Big }
  | { readonly kind: "differs"; readonly sum: Sum };

/** A total with one reading of its parts. */
export interface Sum {
  readonly stated: Term;
  readonly parts: readonly Term[];
  readonly computed: Big;
}

/** Judges a comparison by the reading that comes closest. */
export function judge({ stated, readings }: Comparison): Verdict {
  const sums = readings
    .map((parts): Sum => ({ stated, parts, computed: total(parts) }))
    .toSorted((a, b) => distance(a).cmp(distance(b)));
  const [closest] = sums;
  if (closest === undefined || distance(closest).lte(unseen(closest))) return { kind: "equal" };
  if (distance(closest).lte(tolerance(closest))) return { kind: "rounding", sum: closest };
  for (const sum of sums) {
    const culprit = wrongUnit(sum);
    if (culprit !== null) return { kind: "unit", sum, ...culprit };
  }
  return { kind: "differs", sum: closest };
}

/** Whether the parts come to less than the total in each reading: some of them may be left out. */
export function isLess({ stated, readings }: Comparison): boolean {
  return readings.every((parts) => total(parts).lt(stated.yuan));
}

/** An amount in the unit of a term that is printed with it: `198.01万元`. */
export function inUnitOf({ unit, factor }: Term, yuan: Big): string {
  return exact(yuan.div(factor)) + unit;
}

const total = (parts: readonly Term[]): Big =>
  parts.reduce((sum, { yuan }) => sum.plus(yuan), new Big(0));

const distance = ({ stated, computed }: Sum): Big => computed.minus(stated.yuan).abs();

/** ±1 of the last printed digit for each part that is not zero. */
function tolerance(sum: Sum): Big {
  const addends = sum.parts.filter(({ yuan }) => !yuan.eq(0)).length;
  return stepOf(sum).times(Math.max(1, addends));
}

/** What a change of unit hides by itself: half of the coarser one's last digit. */
function unseen(sum: Sum): Big {
  const units = new Set([sum.stated, ...sum.parts].map(({ unit }) => unit));
  return units.size > 1 && sum.parts.length === 1 ? stepOf(sum).div(2) : new Big(0);
}

/** The finest digit of each unit counts, as final zeros are often not printed; of these the coarsest. */
function stepOf({ stated, parts }: Sum): Big {
  const finest = new Map<string, Big>();
  for (const { unit, step, yuan } of [stated, ...parts]) {
    const known = finest.get(unit);
    if (!yuan.eq(0) && (known === undefined || step.lt(known))) finest.set(unit, step);
  }
  return [...finest.values()].reduce((most, step) => (step.gt(most) ? step : most), new Big(0));
}

/** 元 where 万元 is meant, and 万元 where 元 is meant. */
const MISTAKEN: ReadonlyMap<string, Big> = new Map([
  ["元", new Big(10_000)],
  ["万元", new Big("0.0001")],
]);

/** The one number that, in the other unit, makes the sum right; a prose figure before a table's. */
function wrongUnit(sum: Sum): { readonly culprit: Term; readonly meant: Big } | null {
  for (const culprit of [sum.stated, ...sum.parts]) {
    const meant = culprit.yuan.times(MISTAKEN.get(culprit.unit) ?? 1);
    const moved = meant.minus(culprit.yuan).times(culprit === sum.stated ? -1 : 1);
    const left = sum.computed.minus(sum.stated.yuan).plus(moved).abs();
    if (!moved.eq(0) && left.lte(tolerance(sum)) && left.lte(meant.abs().times(EXACT)))
      return { culprit, meant };
  }
  return null;
}

/** So much of the amount may be rounding. */
const EXACT = new Big("0.001");
