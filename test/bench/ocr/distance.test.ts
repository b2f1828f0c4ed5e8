import fc from "fast-check";
import { expect, test } from "vitest";
import { distance } from "../../../bench/ocr/distance.js";

test.each<[string, [string, string], number]>([
  ["nothing is lost of the same text", ["合计120.5", "合计120.5"], 0],
  ["a changed character is one", ["≥95%", "≤95%"], 1],
  ["a lost character is one", ["一级指标", "级指标"], 1],
  ["one that is not there is one", ["12", "1.2"], 1],
  ["all is lost where nothing was read", ["合计", ""], 2],
  ["a character beyond the basic plane is one", ["𠮷庆", "庆"], 1],
])("%s", (_, [a, b], expected) => {
  expect(distance(a, b)).toBe(expected);
});

test("a text with so many characters taken out is at most that far away", () => {
  const texts = fc.array(fc.tuple(fc.constantFrom("甲", "乙", "1", "."), fc.boolean()));
  fc.assert(
    fc.property(texts, (characters) => {
      const whole = characters.map(([character]) => character).join("");
      const rest = characters.filter(([, isLeft]) => isLeft).map(([character]) => character);
      expect(distance(whole, rest.join(""))).toBe(whole.length - rest.length);
      expect(distance(rest.join(""), whole)).toBe(whole.length - rest.length);
    }),
  );
});
