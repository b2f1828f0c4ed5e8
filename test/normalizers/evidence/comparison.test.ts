import { Big } from "big.js";
import { describe, expect, test } from "vitest";
import { judge, type Term } from "../../../normalizers/evidence/comparison.js";
import { inWords, sumFacts } from "../../../normalizers/evidence/sum-facts.js";

/** An amount in yuan that is printed in 万元 to two digits, or in 元 to none. */
function term(unit: "万元" | "元", yuan: number): Term {
  const [factor, step] = unit === "元" ? [1, 1] : [10_000, 100];
  return {
    name: "支出",
    yuan: new Big(yuan),
    unit,
    factor: new Big(factor),
    step: new Big(step),
    where: {},
  };
}

const verdict = (stated: Term, ...parts: readonly Term[]) => judge({ stated, readings: [parts] });

describe("a total of 12.35万元", () => {
  const total = term("万元", 123_500);

  test.each([
    [123_450, "equal"],
    [123_449, "rounding"],
    [123_400, "rounding"],
    [123_399, "differs"],
    [123_550, "equal"],
    [123_551, "rounding"],
    [123_601, "differs"],
  ])("beside one amount of %d元: %s", (yuan, kind) => {
    expect(verdict(total, term("元", yuan)).kind).toBe(kind);
  });

  test("beside two amounts in 元 is not taken for a mere change of unit", () => {
    expect(verdict(total, term("元", 123_449), term("元", 1)).kind).toBe("rounding");
  });
});

test.each([
  [100, "rounding"],
  [200, "differs"],
])("a total of %d yuan beside a zero: %s", (yuan, kind) => {
  expect(verdict(term("万元", yuan), term("万元", 0)).kind).toBe(kind);
});

test.each([
  ["元 was meant", term("万元", 50_000), term("元", 5)],
  ["万元 was meant", term("元", 5), term("万元", 50_000)],
])("a total of the other unit, where %s", (_, total, part) => {
  expect(verdict(total, part)).toMatchObject({ kind: "unit", culprit: total, meant: part.yuan });
});

test.each([
  [6, /^(?:“支出” 1万元 \+ ){5}“支出” 1万元 = 6万元$/u],
  [7, /^(?:“支出” 1万元 \+ ){6}1 more = 7万元$/u],
])("a sum of %d parts names six", (count, words) => {
  const parts = Array.from({ length: count }, () => term("万元", 10_000));
  const stated = term("万元", 0);
  const sum = sumFacts({ stated, parts, computed: new Big(count * 10_000) });
  expect(inWords.en(sum)).toMatch(words);
});
