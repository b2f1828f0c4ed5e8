import { INK } from "../raster/crop.js";
import type { PixelBox } from "../raster/gray.js";
import { regions } from "../raster/regions.js";
import type { PageInk } from "./segments.js";

/** Ink closer than this, in usual heights, is one piece of text. */
const NEAR = 0.5;
/** Smaller pieces, in usual heights, are specks: both sides, and the longer one. */
const SPECK = 0.1;
const SPOT = 0.25;
/** Larger ones are pictures, seals and stains. */
const PICTURE = 2.5;

/** The ink of a page that no box holds, in pieces as large as text. */
export function leftOver(boxes: readonly PixelBox[], { page, usual }: PageInk): PixelBox[] {
  const { width, height } = page;
  const ink = Uint8Array.from(page.data, (value) => (value < INK ? 1 : 0));
  for (const [left, top, right, bottom] of boxes)
    for (let y = Math.max(0, top - 2); y < Math.min(height, bottom + 2); y += 1)
      ink.fill(0, y * width + Math.max(0, left - 2), y * width + Math.min(width, right + 2));
  smear(ink, width, Math.round(NEAR * usual));
  return regions({ width, height, data: ink }).filter(([left, top, right, bottom]) => {
    const [w, h] = [right - left, bottom - top];
    return Math.min(w, h) > SPECK * usual && Math.max(w, h) > SPOT * usual && h < PICTURE * usual;
  });
}

/** Closes the gaps in each row up to a width. */
function smear(ink: Uint8Array, width: number, gap: number): void {
  for (let row = 0; row < ink.length; row += width) {
    let last = -Infinity;
    for (let x = 0; x < width; x += 1) {
      if (ink[row + x] !== 1) continue;
      if (x - last > 1 && x - last <= gap) ink.fill(1, row + last + 1, row + x);
      last = x;
    }
  }
}
