import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { pad, textTable } from "../../../cli/print/text-table.js";

test("columns stand at the same place whatever the characters", () => {
  expect(
    textTable(
      [
        ["合计", "1"],
        ["a", "1,000"],
      ],
      { right: [1], indent: " " },
    ),
  ).toEqual([" 合计      1", " a     1,000"]);
});

test("rows may be short, and no line ends in blanks", () => {
  expect(textTable([["a", "", "c"], ["aa"]])).toEqual(["a      c", "aa"]);
});

test("padding fills to the width and never cuts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, width) => {
      expect(stringWidth(pad(text, width))).toBe(Math.max(width, stringWidth(text)));
      expect(pad(text, width).startsWith(text)).toBe(true);
    }),
  );
});
