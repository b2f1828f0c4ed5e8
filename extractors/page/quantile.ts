import { elementAt } from "../../pipeline/model/element-at.js";

/** The value that a share of all values are below; there must be one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return elementAt(sorted, Math.min(sorted.length - 1, Math.floor(sorted.length * share)));
}

/** The middle value, of an even count the upper of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 1 / 2);
}
