import { grouped } from "../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Where } from "../../pipeline/model/finding.js";
import type { Placed } from "../../pipeline/model/records/registry.js";

export type Indicator = Placed<"indicators">;

/** Where a target stands. */
export function indicatorPlace({ table_no, row, page }: Indicator): Where {
  return { table_no, row, page };
}

/** What an indicator is called. */
export function indicatorName({ level3, description }: Indicator): string {
  return level3 ?? description ?? "";
}

const UNBOUNDED =
  /(?:增长|增加|提高|提升|下降|降低|减少|压减|节约|完成|执行|利用|回报|收益|周转|超额|增值)(?:比|成)?率$/u;

/** A share of a whole, which cannot pass 100 %: 及时率, 满意度, 覆盖面; growth and completion can. */
export function isBoundedRate(indicator: Indicator): boolean {
  const name = indicatorName(indicator);
  return /(?:率|满意度|覆盖面|比例)$/u.test(name) && !UNBOUNDED.test(name);
}

/** The grades of each graded indicator, 优 first. */
export function gradedIndicators(
  indicators: readonly Indicator[],
): readonly (readonly Indicator[])[] {
  const graded = indicators.filter(({ grade }) => grade !== null);
  return grouped(graded, (one) => [one.table_no, one.row, indicatorName(one)].join(" ")).filter(
    ({ length }) => length > 1,
  );
}

/** The numbers that meet a target; a bound of null has no end. */
export interface Interval {
  readonly low: Big | null;
  readonly lowIncluded: boolean;
  readonly high: Big | null;
  readonly highIncluded: boolean;
}

/** The numbers that meet a target, or null where it is no number. */
export function intervalOf({ operator, value, value_max }: Indicator): Interval | null {
  if (operator === null || value === null) return null;
  const number = new Big(value);
  const max = value_max === null ? null : new Big(value_max);
  return INTERVALS[operator](number, max);
}

const OPEN: Interval = { low: null, lowIncluded: false, high: null, highIncluded: false };

const INTERVALS: Readonly<
  Record<NonNullable<Indicator["operator"]>, (value: Big, max: Big | null) => Interval>
> = {
  gte: (low) => ({ ...OPEN, low, lowIncluded: true }),
  gt: (low) => ({ ...OPEN, low }),
  lte: (high) => ({ ...OPEN, high, highIncluded: true }),
  lt: (high) => ({ ...OPEN, high }),
  eq: (value) => ({ low: value, lowIncluded: true, high: value, highIncluded: true }),
  range: (low, high) => ({ low, lowIncluded: true, high, highIncluded: high !== null }),
};
