import type { Gray } from "./gray.js";

/** What a pixel shows: no ink, ink of a mark that is thin from top to bottom, or of one that is not. */
export const PAPER = 0;
export const THIN = 1;
export const THICK = 2;

/** Ink is darker than this on a clean page. */
const DARK = 176;
/** A pale line is this much darker than what is above and below it. */
const CONTRAST = 28;

/** The thickest rule, in inches: a border of three points and its blur. */
export const THICKEST = 0.05;

/** The ink of a picture, parted by how far each piece of it goes down. */
export function thinInk(gray: Gray, dpi: number): Gray {
  const data = ink(gray, Math.max(3, Math.round(0.022 * dpi)));
  markThick({ ...gray, data }, Math.round(THICKEST * dpi));
  return { width: gray.width, height: gray.height, data };
}

function ink({ width, height, data }: Gray, reach: number): Uint8Array {
  const marks = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const up = Math.max(0, y - reach) * width;
    const down = Math.min(height - 1, y + reach) * width;
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      const value = data[row + x] ?? 255;
      if (value > 240) continue;
      const limit = Math.min(data[up + x] ?? 255, data[down + x] ?? 255) - CONTRAST;
      if (value < DARK || value < limit) marks[row + x] = THIN;
    }
  }
  return marks;
}

/** Marks the ink of columns that go down farther than `most` pixels. */
function markThick({ width, height, data }: Gray, most: number): void {
  const lengths = new Uint16Array(width);
  for (let y = 0; y <= height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const length = lengths[x] ?? 0;
      if (y < height && data[y * width + x] !== PAPER) {
        lengths[x] = length + 1;
        continue;
      }
      if (length > most)
        for (let back = y - length; back < y; back += 1) data[back * width + x] = THICK;
      if (length > 0) lengths[x] = 0;
    }
}
