import { expect, test } from "vitest";
import { sidewaysOf } from "../../../extractors/raster/sideways.js";
import { skewOf } from "../../../extractors/raster/skew.js";
import { straightened, turned } from "../../../extractors/raster/straighten.js";
import { paint, paintLines, paper } from "./draw.js";

const text = paper(800, 1100);
paintLines(text, { left: 120, top: 120, width: 560, lines: 18 });

const table = paper(800, 1100);
for (let y = 200; y <= 800; y += 60) paint(table, [100, y, 700, y + 2]);
for (const x of [100, 300, 500, 698]) paint(table, [x, 200, x + 2, 802]);
paintLines(table, { left: 120, top: 222, width: 120, lines: 1 });

test.each([-4.6, -1.3, -0.25, 0, 0.1, 0.7, 3.2])("a page at %f degrees is measured", (degrees) => {
  for (const page of [text, table]) {
    const crooked = straightened(page, -degrees);
    expect(Math.abs(skewOf(crooked) - degrees)).toBeLessThanOrEqual(0.05);
  }
});

test("an empty page is straight", () => {
  expect(skewOf(paper(400, 500))).toBe(0);
});

test("lines of text that run down the page are seen, in tables too", () => {
  for (const page of [text, table]) {
    expect(sidewaysOf(page)).toBe(false);
    expect(sidewaysOf(turned(page, 2))).toBe(false);
    expect(sidewaysOf(turned(page, 1))).toBe(true);
    expect(sidewaysOf(turned(page, 3))).toBe(true);
  }
  expect(sidewaysOf(paper(400, 500))).toBe(false);
});
