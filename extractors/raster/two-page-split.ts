import type { Gray } from "./gray.js";
import { RASTER } from "./settings.js";
import { countAt } from "../common/typed-arrays.js";

const { marks: INK } = RASTER.ink;

/** The x of the gutter where a picture shows two pages side by side, or null where it shows one. */
export function spreadHalves(gray: Gray): number | null {
  const { width, height } = gray;
  if (width < RASTER.twoPages.landscape * height) return null;
  const inked = inkOfColumns(gray);
  const free = widestFree(inked, {
    from: Math.round((0.5 - RASTER.twoPages.offMiddle) * width),
    to: Math.round((0.5 + RASTER.twoPages.offMiddle) * width),
    dust: RASTER.twoPages.dust * height,
    fold: RASTER.twoPages.fold * width,
    folded: RASTER.twoPages.folded * height,
  });
  if (free === null || free.to - free.from < RASTER.twoPages.gutter * width) return null;
  const isPage = (from: number, to: number): boolean => isPrinted(inked.subarray(from, to), height);
  if (!isPage(0, free.from) || !isPage(free.to, width)) return null;
  return Math.round((free.from + free.to) / 2);
}

function inkOfColumns({ width, height, data }: Gray): Uint32Array {
  const inked = new Uint32Array(width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 255) < INK) inked[x] = countAt(inked, x) + 1;
  return inked;
}

/** How much ink, in pixels of a column, is none, and from how much on it is a fold, which is so wide at most. */
interface Limits {
  readonly dust: number;
  readonly fold: number;
  readonly folded: number;
}

interface Middle extends Limits {
  readonly from: number;
  readonly to: number;
}

/** The widest stretch without print that reaches into the middle; a fold in it does not end it. */
function widestFree(
  inked: Uint32Array,
  { from, to, ...limits }: Middle,
): { from: number; to: number } | null {
  let widest: { from: number; to: number } | null = null;
  for (let x = from; x < to; x += 1) {
    if (countAt(inked, x) > limits.dust) continue;
    const start = lastFree(inked, x, { step: -1, ...limits });
    const end = lastFree(inked, x, { step: 1, ...limits });
    if (widest === null || end - start > widest.to - widest.from)
      widest = { from: start, to: end + 1 };
    x = end;
  }
  return widest;
}

function lastFree(
  inked: Uint32Array,
  start: number,
  { step, dust, fold, folded }: Limits & { step: 1 | -1 },
): number {
  let [free, darkest] = [start, 0];
  for (let x = start; x >= 0 && x < inked.length && Math.abs(x - free) <= fold; x += step) {
    const ink = countAt(inked, x);
    if (ink > dust) {
      darkest = Math.max(darkest, ink);
      continue;
    }
    if (darkest > 0 && darkest < folded) break;
    [free, darkest] = [x, 0];
  }
  return free;
}

/** Whether a half shows as much print as a page does: over most of its width. */
function isPrinted(inked: Uint32Array, height: number): boolean {
  let columns = 0;
  for (const ink of inked) if (ink > RASTER.twoPages.dust * height) columns += 1;
  return columns > RASTER.twoPages.printed * inked.length;
}
