import type { Gray, PixelBox } from "./gray.js";
import { RASTER } from "./settings.js";
import { byteAt } from "../common/typed-arrays.js";

const { print: INK } = RASTER.ink;

const PAPER = 255;

/** A part of a picture; what lies outside of it is paper. */
export function crop({ width, height, data }: Gray, [left, top, right, bottom]: PixelBox): Gray {
  const size = { width: right - left, height: bottom - top };
  const part = new Uint8Array(size.width * size.height).fill(PAPER);
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    part.set(data.subarray(y * width + from, y * width + to), (y - top) * size.width + from - left);
  return { ...size, data: part };
}

/** The smallest box around the ink in a part of a picture, or null where there is none. */
export function inkBox(
  { width, data }: Gray,
  [left, top, right, bottom]: PixelBox,
): PixelBox | null {
  let [l, t, r, b] = [right, bottom, left, top];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      if ((data[y * width + x] ?? PAPER) >= INK) continue;
      if (x < l) l = x;
      if (x >= r) r = x + 1;
      if (y < t) t = y;
      b = y + 1;
    }
  return l < r ? [l, t, r, b] : null;
}

/** From where to where a part of a picture has ink, column by column (`x`) or row by row (`y`). */
export function inkRuns(picture: Gray, box: PixelBox, along: "x" | "y"): [number, number][] {
  const [left, top, right, bottom] = box;
  const [from, to] = along === "x" ? [left, right] : [top, bottom];
  const runs: [number, number][] = [];
  for (let i = from; i < to; i += 1) {
    const slice: PixelBox = along === "x" ? [i, top, i + 1, bottom] : [left, i, right, i + 1];
    if (!hasInk(picture, slice)) continue;
    const last = runs.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}

function hasInk({ width, data }: Gray, [left, top, right, bottom]: PixelBox): boolean {
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if ((data[y * width + x] ?? PAPER) < INK) return true;
  return false;
}

/** A picture of the same size in which ink is 1 and paper 0. */
export function inkOf({ width, height, data }: Gray): Gray {
  // A loop: a page has millions of pixels, and a call for each takes ten times as long.
  const ink = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) ink[i] = (data[i] ?? PAPER) < INK ? 1 : 0;
  return { width, height, data: ink };
}

/** The share of a picture that is inked outside of some boxes. */
export function inkOutside(boxes: readonly PixelBox[], picture: Gray): number {
  const { width, data } = inkOf(picture);
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y += 1) data.fill(0, y * width + left, y * width + right);
  let count = 0;
  for (let i = 0; i < data.length; i += 1) count += byteAt(data, i);
  return count / data.length;
}
