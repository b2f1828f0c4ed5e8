import { describe, expect, test } from "vitest";
import { textLines } from "../../../../extractors/ocr/tesseract/text-lines.js";
import type { PixelBox } from "../../../../extractors/raster/gray.js";
import { paint, paper } from "../../raster/draw.js";

/** A page with these boxes of ink. */
function page(boxes: readonly PixelBox[]) {
  const picture = paper(400, 300);
  for (const box of boxes) paint(picture, box);
  return picture;
}

/** Characters of 20 × 24 pixels, 4 apart, from a place on. */
function characters(count: number, left: number, top: number): PixelBox[] {
  return Array.from({ length: count }, (_, i): PixelBox => {
    const at = left + 24 * i;
    return [at, top, at + 20, top + 24];
  });
}

describe("lines of text", () => {
  test("are found from the top down, around their ink", () => {
    const found = textLines(page([...characters(3, 30, 100), ...characters(5, 20, 40)]));
    expect(found).toEqual([
      [20, 40, 136, 64],
      [30, 100, 98, 124],
    ]);
  });

  test("end where more than a character is blank", () => {
    const found = textLines(page([...characters(2, 20, 40), ...characters(2, 120, 40)]));
    expect(found).toEqual([
      [20, 40, 64, 64],
      [120, 40, 164, 64],
    ]);
  });

  test("hold small marks beside characters: a decimal point, a comma", () => {
    const found = textLines(
      page([
        [20, 40, 32, 64],
        [36, 61, 39, 64],
        [43, 40, 55, 64],
      ]),
    );
    expect(found).toEqual([[20, 40, 55, 64]]);
  });

  test.each<readonly [string, PixelBox[], PixelBox]>([
    [
      "the bars of =",
      [
        [200, 110, 216, 113],
        [200, 118, 216, 121],
      ],
      [200, 110, 216, 121],
    ],
    [
      "the bars of 二",
      [
        [202, 103, 216, 106],
        [198, 119, 220, 122],
      ],
      [198, 103, 220, 122],
    ],
    ["a lone 一", [[198, 110, 220, 113]], [198, 110, 220, 113]],
  ])("keep %s, which stands alone in its cell, as one line", (_, sign, line) => {
    expect(textLines(page([...characters(5, 20, 40), ...sign]))).toEqual([[20, 40, 136, 64], line]);
  });

  test("stay apart where they stand close above each other", () => {
    const found = textLines(page([...characters(4, 20, 40), ...characters(4, 20, 67)]));
    expect(found).toEqual([
      [20, 40, 112, 64],
      [20, 67, 112, 91],
    ]);
  });

  test("stay apart beside a brace that spans them", () => {
    const brace: PixelBox = [10, 40, 14, 118];
    const found = textLines(
      page([brace, ...characters(4, 20, 40), ...characters(4, 20, 67), ...characters(4, 20, 94)]),
    );
    expect(found).toHaveLength(4);
  });

  test("are no specks", () => {
    expect(textLines(page([...characters(4, 20, 40), [300, 200, 303, 203]]))).toEqual([
      [20, 40, 112, 64],
    ]);
  });

  test("are not on white paper", () => {
    expect(textLines(page([]))).toEqual([]);
  });
});
