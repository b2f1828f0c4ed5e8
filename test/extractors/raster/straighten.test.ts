import { expect, test } from "vitest";
import { straightened, transposed, turned } from "../../../extractors/raster/straighten.js";
import { paint, paper, shade } from "./draw.js";

const picture = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

test.each([
  [0 as const, 3, [1, 2, 3, 4, 5, 6]],
  [1 as const, 2, [4, 1, 5, 2, 6, 3]],
  [2 as const, 3, [6, 5, 4, 3, 2, 1]],
  [3 as const, 2, [3, 6, 2, 5, 1, 4]],
])("%i quarters turn clockwise", (quarters, width, pixels) => {
  const result = turned(picture, quarters);
  expect(result.width).toBe(width);
  expect([...result.data]).toEqual(pixels);
});

test("rows become columns, in pictures larger than a tile too", () => {
  const gray = paper(70, 45);
  paint(gray, [66, 40, 67, 41]);
  const result = transposed(gray);
  expect([result.width, result.height]).toEqual([45, 70]);
  expect(shade(result, 40, 66)).toBe(0);
  expect(transposed(result).data).toEqual(gray.data);
});

test("a line that falls to the right becomes level, and the picture keeps its corners", () => {
  const gray = paper(400, 300);
  const slope = Math.tan((2 * Math.PI) / 180);
  for (let x = 0; x < 400; x += 1) {
    const y = Math.round(150 + (x - 200) * slope);
    paint(gray, [x, y - 1, x + 1, y + 2]);
  }
  const result = straightened(gray, 2);
  expect(result.width).toBeGreaterThan(400);
  const dark = [20, 200, 380].map((x) => {
    const rows = Array.from({ length: result.height }, (_, y) => y);
    return rows.filter((y) => shade(result, x + ((result.width - 400) >> 1), y) < 128);
  });
  expect(dark[0]?.length).toBeGreaterThan(0);
  expect(dark[1]).toEqual(dark[0]);
  expect(dark[2]).toEqual(dark[0]);
});

test("what is nearly straight stays as it is", () => {
  const gray = paper(40, 30);
  expect(straightened(gray, 0.04)).toBe(gray);
});
