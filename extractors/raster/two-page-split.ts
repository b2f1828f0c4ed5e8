import type { Gray } from "./gray.js";

/** Ink is darker than this. */
const INK = 150;
/** Two pages side by side are wider than high by this. */
const LANDSCAPE = 1.15;
/** The gutter lies this near the middle, as a share of the width. */
const OFF_MIDDLE = 0.08;
/** What the inner margins of two pages leave free together, as a share of the width. */
const GUTTER = 0.035;
/** The share of a column's height that may be ink where nothing is printed: dust. */
const DUST = 0.003;
/** The widest fold or shadow in a gutter, as a share of the width. */
const FOLD = 0.012;
/** The share of a column's height that a fold darkens: more than print does. */
const FOLDED = 0.5;

/** The x of the gutter where a picture shows two pages side by side, or null where it shows one. */
export function spreadHalves(gray: Gray): number | null {
  const { width, height } = gray;
  if (width < LANDSCAPE * height) return null;
  const inked = inkOfColumns(gray);
  const free = widestFree(inked, {
    from: Math.round((0.5 - OFF_MIDDLE) * width),
    to: Math.round((0.5 + OFF_MIDDLE) * width),
    dust: DUST * height,
    fold: FOLD * width,
    folded: FOLDED * height,
  });
  if (free === null || free.to - free.from < GUTTER * width) return null;
  const isPage = (from: number, to: number): boolean => isPrinted(inked.subarray(from, to), height);
  if (!isPage(0, free.from) || !isPage(free.to, width)) return null;
  return Math.round((free.from + free.to) / 2);
}

function inkOfColumns({ width, height, data }: Gray): Uint32Array {
  const inked = new Uint32Array(width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 255) < INK) inked[x] = (inked[x] ?? 0) + 1;
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
    if ((inked[x] ?? 0) > limits.dust) continue;
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
    const ink = inked[x] ?? 0;
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
  for (const ink of inked) if (ink > DUST * height) columns += 1;
  return columns > 0.4 * inked.length;
}
