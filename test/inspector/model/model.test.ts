import { describe, expect, test } from "vitest";
import { drawn, wilson } from "../../../inspector/model/sample.js";
import { parseSpot, printSpot } from "../../../pipeline/model/spot.js";
import { difference, grouped } from "../../../inspector/shared/numbers.js";

describe("places", () => {
  test.each([
    ["#p12/t3/r4c5", { page: 12, table: 3, row: 4, column: 5 }],
    ["#t3/r4c5", { page: null, table: 3, row: 4, column: 5 }],
    ["#t3/r4", { page: null, table: 3, row: 4, column: null }],
    ["#p12", { page: 12, table: null, row: null, column: null }],
  ])("%s is read and printed", (hash, spot) => {
    expect(parseSpot(hash)).toEqual(spot);
    expect(printSpot(spot)).toBe(hash);
  });

  test.each(["", "#", "#x", "#p", "#t3/<img>", "#p1/t1/r1c1/"])("%j is none", (hash) => {
    expect(parseSpot(hash)).toBeNull();
  });
});

describe("exact decimals", () => {
  test.each([
    ["8546000", "8636000", "-90000"],
    ["0.3", "0.1", "0.2"],
    ["90071992547409.93", "90071992547409.92", "0.01"],
    ["-1.5", "0.25", "-1.75"],
    ["12.50", "12.5", "0"],
  ])("%s less %s is %s", (one, other, left) => {
    expect(difference(one, other)).toBe(left);
  });

  test.each([
    ["-1234567.5", "-1,234,567.5"],
    ["123", "123"],
    ["1234.5678", "1,234.5678"],
  ])("%s is shown as %s", (decimal, shown) => {
    expect(grouped(decimal)).toBe(shown);
  });
});

describe("samples", () => {
  test("Wilson's interval holds as the tables have it", () => {
    expect(wilson(0, 0)).toBeNull();
    const { low, high } = wilson(95, 100) ?? { low: 0, high: 0 };
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.8882", "0.9785"]);
    expect(wilson(10, 10)?.high).toBeCloseTo(1, 12);
  });

  test("draws are the same for a seed, and without putting back", () => {
    const things = Array.from({ length: 50 }, (_, i) => i);
    const one = drawn(things, { count: 10, seed: 7 });
    expect(drawn(things, { count: 10, seed: 7 })).toEqual(one);
    expect(drawn(things, { count: 10, seed: 8 })).not.toEqual(one);
    expect(new Set(drawn(things, { count: 50, seed: 7 })).size).toBe(50);
  });
});
