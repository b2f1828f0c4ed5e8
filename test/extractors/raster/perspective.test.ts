import { expect, test } from "vitest";
import { bendOf, withoutPerspective } from "../../../extractors/raster/perspective.js";
import type { Gray } from "../../../extractors/raster/gray.js";
import { pixelRules } from "../../../extractors/raster/rules.js";
import { isSame, paint, paintLines, paper } from "./draw.js";

const [WIDTH, HEIGHT, DPI] = [900, 1200, 110];
const [LEFT, TOP, RIGHT, BOTTOM, ROW] = [130, 170, 770, 1050, 44];

/** A ruled table with a line of print in each of its 20 rows. */
function sheet(): Gray {
  const page = paper(WIDTH, HEIGHT);
  for (let y = TOP; y <= BOTTOM; y += ROW) paint(page, [LEFT, y, RIGHT + 2, y + 2]);
  for (const x of [LEFT, 450, RIGHT]) paint(page, [x, TOP, x + 2, BOTTOM]);
  for (const left of [150, 470]) paintLines(page, { left, top: TOP + 12, width: 200, lines: 20 });
  return page;
}

/** Where a point of the picture, measured from its middle, lies on the sheet. */
type OnSheet = (x: number, y: number) => readonly [x: number, y: number];

function pictureOf(page: Gray, onSheet: OnSheet): Gray {
  const picture = paper(WIDTH, HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const [u, v] = onSheet(x - WIDTH / 2, y - HEIGHT / 2);
      const [column, row] = [Math.round(u + WIDTH / 2), Math.round(v + HEIGHT / 2)];
      const isInside = column >= 0 && row >= 0 && column < WIDTH && row < HEIGHT;
      if (isInside) picture.data[y * WIDTH + x] = page.data[row * WIDTH + column] ?? 255;
    }
  return picture;
}

/** Seen by a camera that is tilted: what is farther off is smaller. */
const tilted =
  (across: number, down: number): OnSheet =>
  (x, y) => {
    const depth = 1 - (across * x) / WIDTH - (down * y) / HEIGHT;
    return [x / depth, y / depth];
  };

/** On paper that rises in the middle by so many pixels. */
const bent =
  (rise: number): OnSheet =>
  (x, y) => [x, y + rise * Math.cos((Math.PI * x) / WIDTH)];

/** How many rules go through the whole table. */
function wholeRules(page: Gray): number {
  const length = 0.9 * (RIGHT - LEFT);
  return pixelRules(page, DPI).rules.filter(({ from, to }) => to - from > length).length;
}

const RULES = (BOTTOM - TOP) / ROW + 1 + 3;

test.each([
  ["from the side", tilted(0.08, 0)],
  ["from below", tilted(0, 0.08)],
  ["from a corner", tilted(0.06, -0.1)],
])("a sheet photographed %s is seen from above", (_, onSheet) => {
  const picture = pictureOf(sheet(), onSheet);
  expect(wholeRules(picture)).toBeLessThan(RULES);
  expect(wholeRules(withoutPerspective(picture))).toBe(RULES);
});

test("a flat sheet stays as it is, and a blank one", () => {
  for (const page of [sheet(), paper(WIDTH, HEIGHT)])
    expect(isSame(withoutPerspective(page), page)).toBe(true);
});

test("paper that is bent differs on both sides", () => {
  expect(bendOf(sheet())).toBeLessThan(1);
  expect(bendOf(pictureOf(sheet(), bent(8)))).toBeLessThan(3);
  expect(bendOf(pictureOf(sheet(), bent(30)))).toBeGreaterThan(3);
});

test("a cover is not bent, however the strokes of its few characters stand", () => {
  const cover = paper(WIDTH, HEIGHT);
  for (const top of [400, 480])
    for (let i = 0; i < 3; i += 1) {
      paint(cover, [120 + 50 * i, top + 4 * i, 160 + 50 * i, top + 40 + 4 * i]);
      paint(cover, [640 + 50 * i, top - 4 * i, 680 + 50 * i, top + 40 - 4 * i]);
    }
  expect(bendOf(cover)).toBe(0);
});
