import type { Gray } from "./gray.js";
import type { Crossing } from "./rule-choice.js";
import type { StraightRun } from "./straight-runs.js";
import { transposed } from "./straighten.js";

/** Ink beside a rule is a stroke where it is darker than this; the blur of the rule is paler. */
const STROKE = 150;
/** How far the blur of a rule goes, in pixels. */
const BLUR = 2;

/** The page with its rules painted white; strokes that go through a rule keep what is under it. */
export function withoutRules(gray: Gray, { horizontal, vertical }: Crossing, dpi: number): Gray {
  const { width, height } = gray;
  const covered = new Uint8Array(gray.data.length);
  const bare = { width, height, data: gray.data.slice() };
  const mirrored = transposed(bare);
  cover({ ...gray, data: covered }, horizontal);
  const mirroredCover = transposed({ width, height, data: covered });
  cover(mirroredCover, vertical);
  const bothCovers = transposed(mirroredCover);
  for (const run of vertical) erase(mirrored, mirroredCover, { run, dpi });
  const upright = transposed(mirrored);
  for (const run of horizontal) erase(upright, bothCovers, { run, dpi });
  return upright;
}

/** Marks where rules are, so that no rule is taken for a stroke that crosses another. */
function cover({ width, height, data }: Gray, runs: readonly StraightRun[]): void {
  for (const run of runs) {
    for (let x = Math.max(0, run.from - BLUR); x < Math.min(width, run.to + BLUR); x += 1) {
      const [top, bottom] = band(run, x, height);
      for (let y = top; y <= bottom; y += 1) data[y * width + x] = 1;
    }
  }
}

/** The rows that a rule and its blur take at x. */
function band(run: StraightRun, x: number, height: number): [top: number, bottom: number] {
  const middle = run.start + run.slope * (x + 0.5);
  const half = run.thickness / 2 + BLUR - 0.5;
  return [Math.max(0, Math.round(middle - half)), Math.min(height - 1, Math.round(middle + half))];
}

interface Erased {
  readonly run: StraightRun;
  readonly dpi: number;
}

function erase(page: Gray, covered: Gray, { run, dpi }: Erased): void {
  const { width, height, data } = page;
  const beyond = Math.max(2, Math.round(0.01 * dpi));
  const goesOn = (x: number, from: number, step: number): boolean => {
    let dark = 0;
    for (let i = 1; i <= beyond; i += 1) {
      const y = from + i * step;
      if (y < 0 || y >= height) break;
      const at = y * width + x;
      if ((data[at] ?? 255) < STROKE && covered.data[at] === 0) dark += 1;
    }
    return dark === beyond;
  };
  for (let x = Math.max(0, run.from - BLUR); x < Math.min(width, run.to + BLUR); x += 1) {
    const [top, bottom] = band(run, x, height);
    if (goesOn(x, top, -1) && goesOn(x, bottom, 1)) continue;
    for (let y = top; y <= bottom; y += 1) data[y * width + x] = 255;
  }
}
