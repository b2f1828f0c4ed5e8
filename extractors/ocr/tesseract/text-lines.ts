import { around } from "../../page/geometry.js";
import { inkOf } from "../../raster/crop.js";
import type { Gray, PixelBox } from "../../raster/gray.js";
import { regions } from "../../raster/regions.js";
import { grouped } from "./grouped.js";
import { TESSERACT } from "./settings.js";

/**
 * Where lines of text stand in an upright page without rules, from the top down: strokes joined to
 * characters and these to lines, by their gaps. A lone sign is a line too, which Tesseract's own
 * analysis of layout leaves out; what stands further apart than a character is another line.
 */
export function textLines(page: Gray): readonly PixelBox[] {
  const strokes = regions(inkOf(page));
  const size = textSize(strokes);
  let lines = joined(strokes, (one, other) => inOneLine(one, other, size));
  for (let before = Infinity; lines.length < before;) {
    before = lines.length;
    lines = joined(
      lines,
      (one, other) => inOneLine(one, other, size) || inOneSign(one, other, size),
    );
  }
  return lines
    .filter((line) => !isSpeck(line, size))
    .toSorted((one, other) => one[1] - other[1] || one[0] - other[0]);
}

/** The height that half of the height of all strokes reaches: about that of a character. */
function textSize(strokes: readonly PixelBox[]): number {
  const heights = strokes.map((stroke) => heightOf(stroke)).toSorted((a, b) => a - b);
  const half = heights.reduce((sum, height) => sum + height, 0) / 2;
  let sum = 0;
  // Without strokes nothing is measured by it.
  return heights.find((height) => (sum += height) >= half) ?? 0;
}

type Joins = (one: PixelBox, other: PixelBox) => boolean;

function joined(boxes: readonly PixelBox[], joins: Joins): readonly PixelBox[] {
  const sorted = boxes.toSorted((one, other) => one[0] - other[0]);
  const groups = grouped(sorted.length, pairsOf(sorted, joins));
  const unions = new Map<number, PixelBox>();
  for (const [i, box] of sorted.entries()) {
    const group = groups[i] ?? i;
    const before = unions.get(group);
    unions.set(group, before === undefined ? box : around([before, box]));
  }
  return [...unions.values()];
}

/** Pairs of boxes, given from left to right, that are joined. */
function* pairsOf(boxes: readonly PixelBox[], joins: Joins): Iterable<readonly [number, number]> {
  const reach = Math.max(0, ...boxes.map((box) => heightOf(box)));
  for (const [i, box] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const other = boxes[j];
      if (other === undefined || other[0] > box[2] + reach) break;
      if (joins(box, other)) yield [i, j];
    }
  }
}

/** Whether two boxes stand side by side, less than a character apart. */
function inOneLine(one: PixelBox, other: PixelBox, size: number): boolean {
  const [low, high] = [heightOf(one), heightOf(other)].toSorted((a, b) => a - b);
  if (low === undefined || high === undefined) return false;
  if (overlap(one, other, 1) < TESSERACT.lines.overlap * low) return false;
  // A brace or a seal over several lines joins none of them.
  if (low > TESSERACT.lines.lowPiece * size && high > TESSERACT.lines.muchHigher * low)
    return false;
  return gap(one, other, 0) <= Math.max(high, TESSERACT.lines.gap * size);
}

/** Whether two boxes are the halves of one sign that stand one above the other: 二, =, ：. */
function inOneSign(one: PixelBox, other: PixelBox, size: number): boolean {
  const narrow = Math.min(one[2] - one[0], other[2] - other[0]);
  return (
    overlap(one, other, 0) >= TESSERACT.lines.overlap * narrow &&
    gap(one, other, 1) <= TESSERACT.lines.above * size &&
    heightOf(around([one, other])) <= TESSERACT.lines.stacked * size
  );
}

function isSpeck(box: PixelBox, size: number): boolean {
  return Math.max(box[2] - box[0], heightOf(box)) < TESSERACT.lines.speck * size;
}

function heightOf(box: PixelBox): number {
  return box[3] - box[1];
}

/** How far two boxes overlap along an axis (0 across, 1 down); negative where they stand apart. */
function overlap(one: PixelBox, other: PixelBox, axis: 0 | 1): number {
  return axis === 0
    ? Math.min(one[2], other[2]) - Math.max(one[0], other[0])
    : Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
}

function gap(one: PixelBox, other: PixelBox, axis: 0 | 1): number {
  return -overlap(one, other, axis);
}
