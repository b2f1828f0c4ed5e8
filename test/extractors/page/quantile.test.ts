import { expect, test } from "vitest";
import { median, quantile } from "../../../extractors/page/quantile.js";

test("a quantile is one of the values, whatever their order", () => {
  expect(quantile([3, 1, 2, 4], 0.25)).toBe(2);
  expect(quantile([3, 1, 2, 4], 1)).toBe(4);
});

test("the median of an even count is the upper of the two", () => {
  expect(median([5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(3);
});

test("nothing has no median", () => {
  expect(() => median([])).toThrow(RangeError);
});
