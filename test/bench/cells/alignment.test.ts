import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aligned, dividedOtherwise } from "../../../bench/cells/alignment.js";

const lists = fc.array(fc.constantFrom("甲", "乙", "丙"), { maxLength: 12 });

describe("aligned", () => {
  test("names what one list alone has, in order", () => {
    expect(aligned(["a", "b", "c", "d"], ["a", "x", "c", "d", "y"])).toEqual({
      equal: 3,
      missing: ["b"],
      extra: ["x", "y"],
    });
  });

  test("a list is equal to itself, and has nothing in common with none", () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(aligned(list, list)).toEqual({ equal: list.length, missing: [], extra: [] });
        expect(aligned(list, [])).toEqual({ equal: 0, missing: list, extra: [] });
      }),
    );
  });

  test("every text is equal, missing or more", () => {
    fc.assert(
      fc.property(lists, lists, (from, to) => {
        const { equal, missing, extra } = aligned(from, to);
        expect(equal + missing.length).toBe(from.length);
        expect(equal + extra.length).toBe(to.length);
      }),
    );
  });
});

test("a text in several parts is equal, another text is not", () => {
  const found = aligned(["编制部门：", "单位：元", "1.00"], ["编制部门：单位：元", "1.01"]);
  expect(dividedOtherwise(found)).toEqual({ equal: 2, missing: ["1.00"], extra: ["1.01"] });
});
