import { Big } from "big.js";

/** A number with the smallest difference that its printing can show. */
export interface Rounded {
  readonly value: Big;
  readonly step: Big;
}

/** `ratio`: A as a percentage of B; `change`: by how many percent A is more than B; `difference`: by how much. */
export type ComparisonKind = "ratio" | "change" | "difference";

/** What two printed numbers make, and between which it lies as both may be rounded. */
export interface Computed {
  /** Null where the base is zero. */
  readonly value: Big | null;
  readonly low: Big;
  /** Null where the base may be next to nothing. */
  readonly high: Big | null;
}

const HUNDRED = new Big(100);

/** What two numbers make, neither of them negative. */
export function comparisonOf(what: ComparisonKind, of: Rounded, base: Rounded): Computed {
  const [half, baseHalf] = [of.step.div(2), base.step.div(2)];
  if (what === "difference") {
    const value = of.value.minus(base.value);
    const slack = half.plus(baseHalf);
    return { value, low: value.minus(slack), high: value.plus(slack) };
  }
  const percent = (a: Big, b: Big): Big =>
    (what === "ratio" ? a : a.minus(b)).div(b).times(HUNDRED);
  const [least, most] = [positive(of.value.minus(half)), of.value.plus(half)];
  const smallest = base.value.minus(baseHalf);
  return {
    value: base.value.eq(0) ? null : percent(of.value, base.value),
    low: percent(least, base.value.plus(baseHalf)),
    high: smallest.lte(0) ? null : percent(most, smallest),
  };
}

const positive = (value: Big): Big => (value.lt(0) ? new Big(0) : value);

/** Whether a printed comparison is one that two numbers can make, its last digit cut, rounded or bent by one. */
export function fitsComparison({ low, high }: Computed, { value, step }: Rounded): boolean {
  return value.gte(low.minus(step)) && (high === null || value.lte(high.plus(step)));
}

/** The last digit of a printed number. */
export function lastDigit(printed: string): Big {
  const [, decimals = ""] = /[.．](\d+)/u.exec(printed) ?? [];
  return new Big(10).pow(-decimals.length);
}
