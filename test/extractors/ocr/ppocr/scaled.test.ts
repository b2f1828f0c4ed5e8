import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "../../../../extractors/ocr/ppocr/scaled.js";
import type { Gray } from "../../../../extractors/raster/gray.js";

const PLAIN = { mean: [0, 0, 0], deviation: [1, 1, 1] } as const;

/** A picture of these rows of shades. */
function picture(rows: readonly (readonly number[])[]): Gray {
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    data: Uint8Array.from(rows.flat()),
  };
}

/** The first of the three planes, as shades of 0 to 255. */
function shades(gray: Gray, width: number, height: number): number[] {
  const all = scaled(gray, [0, 0, gray.width, gray.height], { width, height, norm: PLAIN });
  return Array.from(all.subarray(0, width * height), (value) => Math.round(value * 255));
}

test("a picture at its own size is itself", () => {
  const rows = [
    [0, 50, 100],
    [150, 200, 250],
  ];
  expect(shades(picture(rows), 3, 2)).toEqual(rows.flat());
});

test("what becomes smaller is mixed of all it covers, so that thin strokes stay", () => {
  const stripes = Array.from({ length: 8 }, () => [0, 255, 255, 255, 0, 255, 255, 255]);
  for (const shade of shades(picture(stripes), 2, 2)) {
    expect(shade).toBeGreaterThan(170);
    expect(shade).toBeLessThan(215);
  }
});

test("what becomes larger is mixed of its neighbours", () => {
  const [left, ...between] = shades(picture([[0, 200]]), 6, 1);
  const right = between.pop();
  expect([left, right]).toEqual([0, 200]);
  expect(between).toEqual(between.toSorted((a, b) => a - b));
  expect(between.some((shade) => shade > 40 && shade < 160)).toBe(true);
});

test("only the part that is asked for is looked at", () => {
  const gray = picture([
    [0, 0, 0, 0],
    [0, 90, 90, 0],
    [0, 0, 0, 0],
  ]);
  const part = scaled(gray, [1, 1, 3, 2], { width: 5, height: 4, norm: PLAIN });
  expect(new Set(Array.from(part, (value) => Math.round(value * 255)))).toEqual(new Set([90]));
});

test("each colour has its own mean and deviation", () => {
  const norm = { mean: [0, 0.5, 1], deviation: [1, 0.5, 2] } as const;
  const values = scaled(picture([[255]]), [0, 0, 1, 1], { width: 1, height: 1, norm });
  expect([...values]).toEqual([1, 1, 0]);
});

test("plain paper stays plain at any size", () => {
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(
      fc.record({ w: side, h: side, width: side, height: side, shade: fc.nat(255) }),
      ({ w, h, width, height, shade }) => {
        const gray = { width: w, height: h, data: new Uint8Array(w * h).fill(shade) };
        expect(new Set(shades(gray, width, height))).toEqual(new Set([shade]));
      },
    ),
  );
});
