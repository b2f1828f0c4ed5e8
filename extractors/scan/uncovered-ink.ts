import { inkOf } from "../raster/crop.js";
import type { PixelBox } from "../raster/gray.js";
import { regions } from "../raster/regions.js";
import type { PageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";

/** The ink of a page that no box holds, in pieces as large as text. */
export function uncoveredInk(boxes: readonly PixelBox[], ink: PageInk): PixelBox[] {
  const { page, usual } = ink;
  const { width, height } = page;
  const { data: free } = inkOf(page);
  for (const [left, top, right, bottom] of boxes)
    for (let y = Math.max(0, top - 2); y < Math.min(height, bottom + 2); y += 1)
      free.fill(0, y * width + Math.max(0, left - 2), y * width + Math.min(width, right + 2));
  for (let y = 0; y < height; y += 1)
    closeGaps(free, { from: y * width, step: 1, count: width }, SCAN.uncovered.beside * usual);
  for (let x = 0; x < width; x += 1)
    closeGaps(free, { from: x, step: width, count: height }, SCAN.uncovered.above * usual);
  return regions({ width, height, data: free })
    .filter((box) => isText(box, usual) && !isRest(box, ink))
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, SCAN.uncovered.most);
}

function isText([left, top, right, bottom]: PixelBox, usual: number): boolean {
  const [w, h] = [right - left, bottom - top];
  return (
    Math.min(w, h) >= SCAN.uncovered.thinnest &&
    Math.max(w, h) > SCAN.uncovered.speck * usual &&
    h < SCAN.uncovered.picture * usual
  );
}

/** Whether a thin piece lies along a rule, so that it is what was left of it. */
function isRest([left, top, right, bottom]: PixelBox, { rules, usual }: PageInk): boolean {
  const [w, h] = [right - left, bottom - top];
  return rules.some(({ axis, at, from, to }) => {
    const [thickness, near, far, start, end] =
      axis === "vertical" ? [w, left, right, top, bottom] : [h, top, bottom, left, right];
    if (thickness > SCAN.uncovered.thin * usual || start > to || end < from) return false;
    return at > near - SCAN.uncovered.besideRule && at < far + SCAN.uncovered.besideRule;
  });
}

function size([left, top, right, bottom]: PixelBox): number {
  return (right - left) * (bottom - top);
}

/** A row or a column of pixels. */
interface Row {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

function closeGaps(ink: Uint8Array, { from, step, count }: Row, widest: number): void {
  let last = -Infinity;
  for (let i = 0; i < count; i += 1) {
    if (ink[from + i * step] !== 1) continue;
    if (i - last > 1 && i - last <= widest)
      for (let k = last + 1; k < i; k += 1) ink[from + k * step] = 1;
    last = i;
  }
}
