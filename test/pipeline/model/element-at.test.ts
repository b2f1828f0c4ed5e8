import { expect, test } from "vitest";
import { elementAt } from "../../../pipeline/model/element-at.js";

test("the element at a place", () => {
  expect(elementAt([0, 5], 0)).toBe(0);
  expect(elementAt(["a", "b"], 1)).toBe("b");
});

test("a place outside the list is a bug", () => {
  expect(() => elementAt([1, 2], 2)).toThrow("no element 2 in a list of 2");
  expect(() => elementAt([1, 2], -1)).toThrow(RangeError);
});
