import { expect, test } from "vitest";
import type { Picture } from "../../../extractors/raster/gray.js";
import { toGray } from "../../../extractors/raster/to-gray.js";
import { inColour, isSame, paint, paintLines, paper, shade } from "./draw.js";

type Colour = readonly [number, number, number];
const RED: Colour = [215, 40, 45];
const BLUE: Colour = [50, 60, 190];

/** Prints in a colour over what is there: each channel takes away its part of the light. */
function print(picture: Picture, at: number, colour: Colour): void {
  colour.forEach((value, channel) => {
    const i = at * 3 + channel;
    picture.data[i] = Math.round(((picture.data[i] ?? 255) * value) / 255);
  });
}

/** A ring and a disc in it. */
function seal(picture: Picture, { x, y, colour }: { x: number; y: number; colour: Colour }): void {
  for (let row = y - 160; row < y + 160; row += 1)
    for (let column = x - 160; column < x + 160; column += 1) {
      const radius = Math.hypot(row - y, column - x);
      if ((radius > 148 && radius < 158) || radius < 40)
        print(picture, row * picture.width + column, colour);
    }
}

function page(): Picture {
  const gray = paper(1000, 800);
  paint(gray, [100, 300, 900, 303]);
  paint(gray, [498, 420, 502, 450]);
  return inColour(gray);
}

test.each([
  ["red", RED],
  ["blue", BLUE],
])("a %s seal fades to the paper, and what is black under it stays black", (_, colour) => {
  const picture = page();
  seal(picture, { x: 500, y: 300, colour });
  const gray = toGray(picture);
  expect(shade(gray, 500, 270)).toBeGreaterThan(235);
  expect(shade(gray, 500, 147)).toBeGreaterThan(235);
  for (let x = 100; x < 900; x += 1) expect(shade(gray, x, 301)).toBeLessThan(20);
  expect(shade(gray, 500, 440)).toBeLessThan(20);
});

test("a seal that the edge of the sheet cuts fades too", () => {
  const picture = page();
  for (let row = 340; row < 660; row += 1)
    for (let column = 900; column < 1000; column += 1) {
      const radius = Math.hypot(row - 500, column - 1050);
      if (radius > 138 && radius < 148) print(picture, row * 1000 + column, RED);
    }
  const gray = toGray(picture);
  expect(shade(gray, 907, 500)).toBeGreaterThan(235);
  expect(shade(gray, 500, 440)).toBeLessThan(20);
});

test("print in red or blue is ink, a title and a whole paragraph of it too", () => {
  for (const colour of [RED, BLUE]) {
    const ink = paper(1000, 800);
    paintLines(ink, { left: 100, top: 100, width: 700, lines: 8 });
    paint(ink, [100, 600, 160, 610]);
    const picture = inColour(paper(1000, 800));
    ink.data.forEach((value, i) => {
      if (value === 0) print(picture, i, colour);
    });
    const gray = toGray(picture);
    expect(shade(gray, 110, 117)).toBeLessThan(100);
    expect(shade(gray, 130, 605)).toBeLessThan(100);
  }
});

test("pale fills are paler than print on them", () => {
  const picture = inColour(paper(300, 200));
  for (let i = 0; i < 300 * 200; i += 1) print(picture, i, [189, 215, 238]);
  expect(shade(toGray(picture), 50, 50)).toBeGreaterThan(190);
});

test("a negative is inverted, a light sheet on a dark desk is not", () => {
  const positive = paper(400, 400);
  paintLines(positive, { left: 60, top: 60, width: 280, lines: 6 });
  const negative = { ...positive, data: positive.data.map((value) => 255 - value) };
  expect(isSame(toGray(inColour(negative)), toGray(inColour(positive)))).toBe(true);

  const desk = paper(400, 400);
  paint(desk, [0, 0, 400, 400], 20);
  paint(desk, [80, 40, 320, 360], 200);
  expect(isSame(toGray(inColour(desk)), desk)).toBe(true);
});
