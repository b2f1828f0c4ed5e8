import { expect, test } from "vitest";
import type { Gray } from "../../../extractors/raster/gray.js";
import { spreadHalves } from "../../../extractors/raster/two-page-split.js";
import { paint, paintLines, paper } from "./draw.js";

function twoPages(): Gray {
  const gray = paper(1600, 1100);
  for (const left of [100, 900]) paintLines(gray, { left, top: 120, width: 600, lines: 18 });
  return gray;
}

test("two pages side by side are parted in the gutter", () => {
  expect(Math.abs((spreadHalves(twoPages()) ?? 0) - 800)).toBeLessThan(20);
});

test("a fold between them does not hide it", () => {
  const gray = twoPages();
  paint(gray, [796, 0, 804, 1100], 60);
  expect(Math.abs((spreadHalves(gray) ?? 0) - 800)).toBeLessThan(20);
});

test("a wide table stays one page, and so does print under a title across the middle", () => {
  const wide = paper(1600, 1100);
  for (let y = 200; y <= 800; y += 60) paint(wide, [100, y, 1500, y + 2]);
  expect(spreadHalves(wide)).toBeNull();
  const titled = twoPages();
  paintLines(titled, { left: 600, top: 60, width: 400, lines: 1 });
  expect(spreadHalves(titled)).toBeNull();
});

test("a page that is higher than wide is one, and so is one half of print", () => {
  const high = paper(1100, 1600);
  for (const left of [100, 600]) paintLines(high, { left, top: 120, width: 400, lines: 18 });
  expect(spreadHalves(high)).toBeNull();
  const half = paper(1600, 1100);
  paintLines(half, { left: 100, top: 120, width: 600, lines: 18 });
  expect(spreadHalves(half)).toBeNull();
});
