import { expect, test } from "vitest";
import { at } from "../../../pipeline/model/at.js";

test("the element at a place", () => {
  expect(at([0, 5], 0)).toBe(0);
  expect(at(["a", "b"], 1)).toBe("b");
});

test("a place outside the list is a bug", () => {
  expect(() => at([1, 2], 2)).toThrow("no element 2 in a list of 2");
  expect(() => at([1, 2], -1)).toThrow(RangeError);
});
