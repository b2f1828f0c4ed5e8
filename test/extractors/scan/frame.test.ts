import { describe, expect, test } from "vitest";
import type { Gray } from "../../../extractors/raster/gray.js";
import { framed, framedWith, type Surroundings } from "../../../extractors/scan/frame.js";

/** A page of 40 × 20 pixels; each stroke fills columns, from the fifth row to the fifteenth. */
function page(strokes: readonly { from: number; to: number; shade: number }[]): Gray {
  const data = new Uint8Array(40 * 20).fill(255);
  for (const { from, to, shade } of strokes)
    for (let y = 5; y < 15; y += 1) data.fill(shade, y * 40 + from, y * 40 + to);
  return { width: 40, height: 20, data };
}

const INK = { from: 16, to: 20, shade: 40 };
const SHEET = { height: 14, margin: 2 };

const BOX = [16, 5, 20, 15] as const;

/** What a sheet shows of the sixth row of the ink, margins left out. */
function middleOf(drawn: Gray, surroundings: Surroundings) {
  const { picture, left } = framed(drawn, [...BOX], { ...SHEET, surroundings });
  const row = picture.data.subarray(7 * picture.width, 8 * picture.width);
  return { from: left + SHEET.margin, shades: [...row.subarray(SHEET.margin, -SHEET.margin)] };
}

describe("what is shown of a line", () => {
  test("has the pale ends of its strokes", () => {
    const drawn = page([{ from: 13, to: 16, shade: 190 }, INK, { from: 20, to: 21, shade: 170 }]);
    const shades = [190, 190, 190, 40, 40, 40, 40, 170];
    expect(middleOf(drawn, "paleEnds")).toEqual({ from: 13, shades });
  });

  test.each([
    ["paper around it", [{ from: 12, to: 16, shade: 245 }, INK]],
    ["ink of a neighbour that touches it", [{ from: 12, to: 16, shade: 40 }, INK]],
    ["pale ink that stands apart", [{ from: 12, to: 15, shade: 190 }, INK]],
  ])("has no %s", (_, strokes) => {
    expect(middleOf(page(strokes), "paleEnds")).toEqual({ from: 16, shades: [40, 40, 40, 40] });
  });

  test("takes in pale ink for 0.6 of its height, and no more", () => {
    expect(middleOf(page([{ from: 2, to: 16, shade: 190 }, INK]), "paleEnds").from).toBe(10);
  });

  test("may have its paper, as far as ink of a neighbour, with what is pale on it", () => {
    const drawn = page([{ from: 14, to: 15, shade: 190 }, INK, { from: 21, to: 24, shade: 40 }]);
    const shades = [190, 255, 40, 40, 40, 40, 255];
    expect(middleOf(drawn, "paper")).toEqual({ from: 14, shades });
  });

  test("has its pale ends beside another piece too", () => {
    const drawn = page([{ from: 13, to: 16, shade: 190 }, INK, { from: 30, to: 34, shade: 40 }]);
    const { left, picture } = framedWith(drawn, [[...BOX], [30, 5, 34, 15]], SHEET);
    expect(left).toBe(13 - SHEET.margin);
    expect(picture.data[7 * picture.width + SHEET.margin]).toBe(190);
  });
});
