import type { Gray } from "./gray.js";
import type { Crossing } from "./rule-choice.js";
import type { StraightRun } from "./straight-runs.js";
import { RASTER } from "./settings.js";

const { stroke: STROKE } = RASTER.ink;
const { blur: BLUR } = RASTER.rules;

/** The page with its rules painted white; strokes that go through a rule keep what is under it. */
export function withoutRules(gray: Gray, { horizontal, vertical }: Crossing, dpi: number): Gray {
  const { width, height } = gray;
  const page = { width, height, data: gray.data.slice() };
  const across: Way = { length: width, depth: height, along: 1, aside: width };
  const down: Way = { length: height, depth: width, along: width, aside: 1 };
  // No rule is to be taken for a stroke that crosses another.
  const covered = new Uint8Array(gray.data.length);
  for (const run of horizontal) cover(covered, run, across);
  for (const run of vertical) cover(covered, run, down);
  const beyond = Math.max(2, Math.round(RASTER.rules.strokeBeyond * dpi));
  for (const run of vertical) erase(page.data, run, { ...down, covered, beyond });
  for (const run of horizontal) erase(page.data, run, { ...across, covered, beyond });
  return page;
}

/** How to walk over the pixels of a page along rules of one axis, and aside from them. */
interface Way {
  readonly length: number;
  readonly depth: number;
  readonly along: number;
  readonly aside: number;
}

function cover(covered: Uint8Array, run: StraightRun, way: Way): void {
  for (let x = Math.max(0, run.from - BLUR); x < Math.min(way.length, run.to + BLUR); x += 1) {
    const [top, bottom] = band(run, x, way.depth);
    for (let y = top; y <= bottom; y += 1) covered[x * way.along + y * way.aside] = 1;
  }
}

/** The rows that a rule and its blur take at x. */
function band(run: StraightRun, x: number, depth: number): [top: number, bottom: number] {
  const middle = run.start + run.slope * (x + 0.5);
  const half = run.thickness / 2 + BLUR - 0.5;
  return [Math.max(0, Math.round(middle - half)), Math.min(depth - 1, Math.round(middle + half))];
}

interface Erasing extends Way {
  readonly covered: Uint8Array;
  /** How far a stroke goes on at least, in pixels. */
  readonly beyond: number;
}

function erase(data: Uint8Array, run: StraightRun, way: Erasing): void {
  const { length, depth, along, aside, covered, beyond } = way;
  const goesOn = (x: number, from: number, step: number): boolean => {
    for (let y = from + step; y !== from + (beyond + 1) * step; y += step) {
      const at = x * along + y * aside;
      if (y < 0 || y >= depth || (data[at] ?? 255) >= STROKE || covered[at] === 1) return false;
    }
    return true;
  };
  for (let x = Math.max(0, run.from - BLUR); x < Math.min(length, run.to + BLUR); x += 1) {
    const [top, bottom] = band(run, x, depth);
    if (goesOn(x, top, -1) && goesOn(x, bottom, 1)) continue;
    for (let y = top; y <= bottom; y += 1) data[x * along + y * aside] = 255;
  }
}
