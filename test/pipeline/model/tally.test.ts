import { expect, test } from "vitest";
import { add, countOf, tally } from "../../../pipeline/model/tally.js";

test("values are counted in the order of first appearance", () => {
  expect([...tally(["b", "a", "b"])]).toEqual([
    ["b", 2],
    ["a", 1],
  ]);
});

test("a value that does not occur occurs 0 times", () => {
  expect(countOf(tally(["a"]), "b")).toBe(0);
});

test("amounts are summed by key", () => {
  const sums = tally(["a"]);
  add(sums, "a", 4);
  add(sums, "b", 2);
  expect(Object.fromEntries(sums)).toEqual({ a: 5, b: 2 });
});
