import { describe, expect, test } from "vitest";
import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";
import type { PixelRule } from "../../../extractors/raster/rules.js";
import { pageInk } from "../../../extractors/scan/page-ink.js";
import { segments } from "../../../extractors/scan/segments.js";
import { paint, paper } from "../raster/draw.js";

/** Blocks as high as print, side by side with small gaps, in a box. */
function paintWord(page: Gray, [left, top, right, bottom]: PixelBox): void {
  for (let x = left; x < right; x += 26) paint(page, [x, top, Math.min(right, x + 22), bottom]);
}

const vertical = (at: number, from: number, to: number): PixelRule => ({
  axis: "vertical",
  at,
  from,
  to,
  thickness: 2,
});

/** What is read of a page with these words of which the engine found these boxes. */
function pieces(
  words: readonly PixelBox[],
  found: readonly PixelBox[],
  rules: readonly PixelRule[] = [],
): PixelBox[] {
  const page = paper(900, 400);
  for (const word of words) paintWord(page, word);
  return segments(found, pageInk(page, rules, found)).toSorted(
    (a, b) => a[1] - b[1] || a[0] - b[0],
  );
}

/** The box that an engine finds around a word. */
const around = ([left, top, right, bottom]: PixelBox): PixelBox => [
  left - 6,
  top - 5,
  right + 6,
  bottom + 5,
];

const LEFT: PixelBox = [100, 100, 226, 128];
const RIGHT: PixelBox = [340, 100, 466, 128];

describe("boxes of the engine become pieces around their ink", () => {
  test("one for each line", () => {
    expect(pieces([LEFT, RIGHT], [LEFT, RIGHT].map(around))).toEqual([LEFT, RIGHT]);
  });

  test("two where a rule stands in a box, though the cells' texts are near", () => {
    const near: PixelBox = [250, 100, 376, 128];
    const found = around([100, 100, 376, 128]);
    expect(pieces([LEFT, near], [found])).toEqual([[100, 100, 376, 128]]);
    expect(pieces([LEFT, near], [found], [vertical(240, 60, 200)])).toEqual([LEFT, near]);
  });

  test("not where the rule ends above the line", () => {
    const near: PixelBox = [250, 100, 376, 128];
    const found = around([100, 100, 376, 128]);
    expect(pieces([LEFT, near], [found], [vertical(240, 0, 80)])).toHaveLength(1);
  });

  test("two where a gap is too wide for a line", () => {
    expect(pieces([LEFT, RIGHT], [around([100, 100, 466, 128])])).toEqual([LEFT, RIGHT]);
  });

  // The box around the ink of the words is 29 pixels high.
  test.each([
    [1, 43],
    [2, 44],
  ])("%d where a box has a gap of %d: one and a half heights are the widest", (count, gap) => {
    const next: PixelBox = [226 + gap, 100, 352 + gap, 128];
    expect(pieces([LEFT, next], [around([100, 100, 352 + gap, 128])])).toHaveLength(count);
  });

  test("two where a box holds two lines", () => {
    const below: PixelBox = [100, 150, 226, 178];
    const others: PixelBox[] = [
      [500, 100, 626, 128],
      [500, 150, 626, 178],
      [500, 200, 626, 228],
    ];
    const found = [around([100, 100, 226, 178]), ...others.map(around)];
    expect(pieces([LEFT, below, ...others], found)).toEqual(expect.arrayContaining([LEFT, below]));
  });

  test("whole where a box cuts a character", () => {
    const [left, top, right, bottom] = LEFT;
    const cut: PixelBox = [left + 8, top - 5, right - 8, bottom + 5];
    expect(pieces([LEFT], [cut])).toEqual([LEFT]);
  });

  test("once where the engine found a line twice", () => {
    expect(pieces([LEFT], [around(LEFT), around([100, 100, 178, 128])])).toEqual([LEFT]);
  });
});

describe("ink that the engine passed over", () => {
  test("is a piece, as large as a lone figure", () => {
    const figure: PixelBox = [340, 102, 352, 126];
    expect(pieces([LEFT, figure], [around(LEFT)])).toEqual([LEFT, figure]);
  });

  test("is none where it is a speck, or what is left of a rule", () => {
    const speck: PixelBox = [340, 110, 343, 113];
    const rest: PixelBox = [502, 90, 505, 150];
    expect(pieces([LEFT, speck, rest], [around(LEFT)], [vertical(500, 50, 300)])).toEqual([LEFT]);
  });

  test("is none where it is as high as a seal", () => {
    expect(pieces([LEFT, [500, 100, 522, 300]], [around(LEFT)])).toEqual([LEFT]);
  });
});
