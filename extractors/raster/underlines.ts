import type { Gray, PixelBox } from "./gray.js";
import { RASTER } from "./settings.js";

const { print: INK } = RASTER.ink;

const PAPER = 255;

/** A page without the lines under its text: they are read as signs before and after it. */
export function withoutUnderlines(page: Gray, usual: number): Gray {
  const found = longStrokes(page, usual).filter((stroke) => isUnder(stroke, page, usual));
  if (found.length === 0) return page;
  const data = page.data.slice();
  for (const [left, top, right, bottom] of found)
    for (let y = Math.max(0, top - 1); y < Math.min(page.height, bottom + 1); y += 1)
      data.fill(PAPER, y * page.width + left, y * page.width + right);
  return { ...page, data };
}

/** Thin strokes across, by the rows in which they run on. */
function longStrokes(page: Gray, usual: number): PixelBox[] {
  const open: [number, number, number, number][] = [];
  for (let y = 0; y < page.height; y += 1)
    for (const [from, to] of longRuns(page, y, RASTER.underlines.longest * usual)) {
      const above = open.findLast((box) => box[3] === y && box[0] < to && box[2] > from);
      if (above === undefined) open.push([from, y, to, y + 1]);
      else {
        above[0] = Math.min(above[0], from);
        above[2] = Math.max(above[2], to);
        above[3] = y + 1;
      }
    }
  return open.filter(
    ([, top, , bottom]) => bottom - top <= Math.max(3, RASTER.underlines.thickest * usual),
  );
}

function longRuns({ width, data }: Gray, y: number, least: number): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let x = 0; x <= width; x += 1) {
    const isInk = x < width && (data[y * width + x] ?? PAPER) < INK;
    if (isInk && from < 0) from = x;
    if (isInk || from < 0) continue;
    if (x - from >= least) found.push([from, x]);
    from = -1;
  }
  return found;
}

/** Whether a stroke has text near above it and nothing right below, as the strokes of characters have. */
function isUnder(stroke: PixelBox, page: Gray, usual: number): boolean {
  const [left, top, right, bottom] = stroke;
  const above = inkedShare(page, [
    left,
    Math.round(top - RASTER.underlines.near * usual),
    right,
    top - 1,
  ]);
  const below = inkedShare(page, [left, bottom + 1, right, bottom + 4]);
  return above >= RASTER.underlines.written && below <= RASTER.underlines.stoodOn;
}

/** The share of a box's columns that have ink. */
function inkedShare({ width, height, data }: Gray, [left, top, right, bottom]: PixelBox): number {
  let inked = 0;
  for (let x = left; x < right; x += 1)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
      if ((data[y * width + x] ?? PAPER) < INK) {
        inked += 1;
        break;
      }
  return inked / (right - left);
}
