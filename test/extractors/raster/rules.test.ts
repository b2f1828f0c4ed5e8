import { expect, test } from "vitest";
import type { Gray } from "../../../extractors/raster/gray.js";
import { pixelRules, type PixelRule } from "../../../extractors/raster/rules.js";
import { isSame, paint, paper, shade } from "./draw.js";

const XS = [100, 300, 600, 900];
const YS = [200, 236, 300, 500];

/** A table of three columns and rows at 200 dpi, its borders one or more pixels thick. */
function grid(thickness = 2): Gray {
  const gray = paper(1000, 1400);
  for (const x of XS) paint(gray, [x, 200, x + thickness, 500 + thickness]);
  for (const y of YS) paint(gray, [100, y, 900 + thickness, y + thickness]);
  return gray;
}

function found(gray: Gray): { xs: number[]; ys: number[]; rules: PixelRule[] } {
  const { rules } = pixelRules(gray, 200);
  const places = (axis: PixelRule["axis"]): number[] =>
    rules
      .filter((rule) => rule.axis === axis)
      .map(({ at }) => Math.round(at))
      .toSorted((a, b) => a - b);
  return { xs: places("vertical"), ys: places("horizontal"), rules };
}

test.each([1, 2, 4, 7])("borders %i pixels thick are found where they are", (thickness) => {
  const middle = (thickness - 1) / 2;
  const { xs, ys, rules } = found(grid(thickness));
  expect(xs).toHaveLength(4);
  expect(ys).toHaveLength(4);
  xs.forEach((x, i) => expect(Math.abs(x - (XS[i] ?? 0) - middle)).toBeLessThanOrEqual(1));
  ys.forEach((y, i) => expect(Math.abs(y - (YS[i] ?? 0) - middle)).toBeLessThanOrEqual(1));
  for (const rule of rules) {
    expect(Math.abs(rule.thickness - thickness)).toBeLessThanOrEqual(1);
    const [from, to] = rule.axis === "horizontal" ? [100, 900] : [200, 500];
    expect(Math.abs(rule.from - from)).toBeLessThanOrEqual(thickness + 1);
    expect(Math.abs(rule.to - to)).toBeLessThanOrEqual(thickness + 1);
  }
});

test("a border of one row is found between the rules above and below it", () => {
  const gray = grid();
  paint(gray, [450, 200, 452, 236]);
  expect(found(gray).xs).toEqual([101, 301, 451, 601, 901]);
});

/** The strokes of 用 in a row that is hardly higher than it, its last one at x: 20 by 29 pixels. */
function paintCharacter(gray: Gray, x: number): void {
  for (const left of [x - 18, x - 9, x]) paint(gray, [left, 205, left + 2, 233]);
  for (const top of [206, 214, 223]) paint(gray, [x - 18, top, x + 2, top + 1]);
}

test("the strokes of a character that fills its row are no borders", () => {
  const gray = grid();
  for (const x of [150, 172, 194]) paintCharacter(gray, x);
  expect(found(gray).xs).toEqual([101, 301, 601, 901]);
});

test("a border of one row that ends short of its rules is found where nothing is near it", () => {
  const gray = grid();
  paint(gray, [450, 205, 452, 233]);
  expect(found(gray).xs).toEqual([101, 301, 451, 601, 901]);
});

test("broken and pale borders are found whole", () => {
  const gray = grid();
  for (let x = 110; x < 900; x += 40) paint(gray, [x, 236, x + 2, 238], 255);
  paint(gray, [500, 300, 510, 302], 255);
  paint(gray, [100, 236, 902, 238], 200);
  const { ys, rules } = found(gray);
  expect(ys).toHaveLength(4);
  expect(rules.filter(({ axis }) => axis === "horizontal")).toHaveLength(4);
});

test("a border that slants a little is one rule", () => {
  const gray = grid();
  for (let x = 100; x < 900; x += 1) {
    const y = 380 + Math.round((x - 100) / 270);
    paint(gray, [x, y, x + 1, y + 1]);
  }
  expect(found(gray).ys).toEqual([201, 237, 301, 381, 501]);
});

test("strokes of characters are no rules, large and in rows", () => {
  const gray = paper(1000, 1400);
  for (let x = 100; x < 800; x += 30)
    for (const y of [100, 108, 116, 124]) paint(gray, [x, y, x + 26, y + 3]);
  paint(gray, [100, 300, 170, 306]);
  paint(gray, [100, 300, 106, 370]);
  paint(gray, [164, 300, 170, 370]);
  paint(gray, [100, 364, 170, 370]);
  const { rules, without } = pixelRules(gray, 200);
  expect(rules).toEqual([]);
  expect(isSame(without, gray)).toBe(true);
});

test("filled boxes are no rules", () => {
  const gray = paper(1000, 1400);
  paint(gray, [100, 100, 900, 160]);
  expect(found(gray).rules).toEqual([]);
});

test("the page without its rules keeps the strokes that cross and touch them", () => {
  const gray = grid();
  paint(gray, [400, 290, 404, 312]);
  paint(gray, [450, 302, 454, 320]);
  const { without } = pixelRules(gray, 200);
  expect(shade(without, 500, 300)).toBe(255);
  expect(shade(without, 300, 400)).toBe(255);
  expect(shade(without, 300, 300)).toBe(255);
  expect(shade(without, 402, 301)).toBe(0);
  expect(shade(without, 402, 292)).toBe(0);
  expect(shade(without, 452, 310)).toBe(0);
});
