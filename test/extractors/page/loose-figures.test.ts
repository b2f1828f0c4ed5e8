import { describe, expect, test } from "vitest";
import { looseFigures } from "../../../extractors/page/loose-figures.js";
import type { Marks } from "../../../extractors/page/marks.js";
import { pageContent } from "../../../extractors/page/page-content.js";

/** Texts that begin at these places of a line, in points. */
type Printed = Readonly<Record<number, string>>;

const RUN = { size: 10, font: "", bold: false, turn: 0 as const };

/** A page of such lines, each character as wide as high. */
function pageOf(lines: readonly Printed[]) {
  const glyphs = lines.flatMap((line, row) =>
    Object.entries(line).flatMap(([left, text]) => {
      const run = { ...RUN };
      return Array.from(text, (character, i) => {
        const [x, y] = [Number(left) + 10 * i, 100 + 20 * row];
        return { text: character, x, y, endX: x + 10, endY: y, run };
      });
    }),
  );
  const marks: Marks = { width: 595, height: 842, glyphs, rules: [], pictures: [] };
  return pageContent(3, marks);
}

describe("columns of figures outside tables are told", () => {
  test.each<[string, readonly Printed[]]>([
    [
      "an amount beside each label",
      [
        { 50: "收入", 300: "12.50" },
        { 50: "支出", 300: "10.00" },
        { 50: "结余", 310: "2.50" },
      ],
    ],
    [
      "several whole numbers side by side, with other lines between",
      [
        { 50: "收入", 200: "12", 300: "13" },
        { 50: "其中" },
        { 50: "支出", 200: "10", 300: "9" },
        { 50: "结余", 200: "2", 300: "4" },
      ],
    ],
    [
      "figures without labels",
      [
        { 200: "1,200", 300: "13" },
        { 200: "1,000", 300: "9" },
        { 200: "200", 300: "4" },
      ],
    ],
  ])("%s", (_, lines) => {
    expect(looseFigures([pageOf(lines)])).toMatchObject([
      { rule: "figures_outside_tables", severity: "error", page: 3 },
    ]);
  });
});

describe("other lines with figures are no columns", () => {
  test.each<[string, readonly Printed[]]>([
    ["a table of contents", [1, 2, 3, 4].map((n) => ({ 50: "第一部分", 500: `${n}` }))],
    ["numbers of a list", [1, 2, 3, 4].map((n) => ({ 50: `1.${n}`, 100: "收支决算总表" }))],
    ["prose", [1, 2, 3, 4].map((n) => ({ 50: `收入${n}.50万元，支出1.20万元。` }))],
    ["fewer than three lines", [1, 2].map((n) => ({ 50: "收入", 300: `${n}.50` }))],
    [
      "figures that stand nowhere under one another",
      [1, 2, 3, 4].map((n) => ({ 50: "收入", [100 * n]: `${n}.50` })),
    ],
  ])("%s", (_, lines) => {
    expect(looseFigures([pageOf(lines)])).toEqual([]);
  });
});
