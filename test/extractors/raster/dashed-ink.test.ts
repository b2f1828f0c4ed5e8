import { expect, test } from "vitest";
import type { Gray } from "../../../extractors/raster/gray.js";
import { pixelRules } from "../../../extractors/raster/rules.js";
import { paint, paintLines, paper } from "./draw.js";

const DPI = 200;
const [LEFT, TOP, RIGHT, BOTTOM] = [100, 200, 900, 600];

/** Dashes and gaps of so many pixels. */
interface Pen {
  readonly dash: number;
  readonly gap: number;
}

interface Border extends Pen {
  readonly axis: "across" | "down";
  readonly at: number;
}

function dashes(page: Gray, { axis, at, dash, gap }: Border): void {
  const [from, to] = axis === "across" ? [LEFT, RIGHT] : [TOP, BOTTOM];
  for (let start = from; start < to; start += dash + gap) {
    const end = Math.min(to, start + dash);
    paint(page, axis === "across" ? [start, at, end, at + 2] : [at, start, at + 2, end]);
  }
}

/** A table of two columns and four rows, with print in its cells. */
function table(pen: Pen): Gray {
  const page = paper(1000, 800);
  for (const y of [200, 300, 400, 500, 598]) dashes(page, { axis: "across", at: y, ...pen });
  for (const x of [100, 500, 898]) dashes(page, { axis: "down", at: x, ...pen });
  paintLines(page, { left: 150, top: 240, width: 200, lines: 1 });
  return page;
}

test.each([
  { dash: 10, gap: 6 },
  { dash: 6, gap: 4 },
])("dashes of $dash pixels with gaps of $gap are rules", (pen) => {
  const { rules } = pixelRules(table(pen), DPI);
  const count = (axis: string) => rules.filter((rule) => rule.axis === axis).length;
  expect([count("horizontal"), count("vertical")]).toEqual([5, 3]);
});

test("dots that lead to a page number are no rule, and a line of print is none", () => {
  const page = paper(1000, 800);
  dashes(page, { axis: "across", at: 300, dash: 2, gap: 8 });
  paintLines(page, { left: 100, top: 400, width: 700, lines: 3 });
  expect(pixelRules(page, DPI).rules).toEqual([]);
});
