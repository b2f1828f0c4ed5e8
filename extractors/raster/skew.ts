import type { Gray } from "./gray.js";
import { RASTER } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";
import { countAt, floatAt } from "../common/typed-arrays.js";

const { marks: INK } = RASTER.ink;

/** Where ink ends downward: the feet of characters and the lower edges of rules. */
interface Feet {
  readonly count: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly height: number;
}

/** How far the lines of a page fall to the right, in degrees: lines of text and rules alike. */
export function skewOf(gray: Gray): number {
  return fallOf(feetOf(gray));
}

function fallOf(feet: Feet): number {
  if (feet.count < RASTER.skew.fewestFeet) return 0;
  const near = best(feet, { around: 0, reach: RASTER.skew.most, step: 0.2, band: 6 });
  const nearer = best(feet, { around: near, reach: 0.3, step: 0.05, band: 3 });
  const degrees = best(feet, { around: nearer, reach: 0.075, step: 0.0125, band: 1 });
  return isLined(feet, degrees) ? Number(degrees.toFixed(3)) : 0;
}

/** How far the lines of a part of a page fall to the right, in degrees, and how many lines of text and rules it has. */
export function linesOf(gray: Gray): { readonly degrees: number; readonly count: number } {
  const feet = feetOf(gray);
  const degrees = fallOf(feet);
  const bands = bandsOf(feet, degrees, RASTER.skew.band);
  let count = 0;
  for (let at = 1; at < bands.length; at += 1)
    if (countAt(bands, at) >= RASTER.skew.lined && countAt(bands, at - 1) < RASTER.skew.lined)
      count += 1;
  return { degrees, count };
}

function feetOf({ width, height, data }: Gray): Feet {
  const step = Math.max(1, Math.floor(width / RASTER.skew.columns));
  const most = Math.ceil(width / step) * (height >> 1);
  const [xs, ys] = [new Float32Array(most), new Float32Array(most)];
  let count = 0;
  for (let y = 0; y < height - 1; y += 1)
    for (let x = step >> 1; x < width; x += step) {
      const here = data[y * width + x] ?? 255;
      const below = data[(y + 1) * width + x] ?? 255;
      if (here >= INK || below < INK || count === most) continue;
      xs[count] = x - width / 2;
      ys[count] = y + (INK - here) / (below - here);
      count += 1;
    }
  return { count, xs, ys, height };
}

interface Search {
  readonly around: number;
  readonly reach: number;
  readonly step: number;
  /** The height of the bands, in pixels, in which feet are counted. */
  readonly band: number;
}

/** The middle of the angles at which feet stand together most. */
function best(feet: Feet, { around, reach, step, band }: Search): number {
  const count = Math.round(reach / step);
  const angles = Array.from({ length: 2 * count + 1 }, (_, i) => around + (i - count) * step);
  const scores = angles.map((angle) => evenness(feet, angle, band));
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
  const top = scores.indexOf(most);
  let [first, last] = [top, top];
  const isAsGood = (at: number) => elementAt(scores, at) >= RASTER.skew.asGood * most;
  while (first > 0 && isAsGood(first - 1)) first -= 1;
  while (last < scores.length - 1 && isAsGood(last + 1)) last += 1;
  return (elementAt(angles, first) + elementAt(angles, last)) / 2;
}

/** How unevenly feet are spread over the bands of a page turned back by an angle: most where lines are level. */
function evenness(feet: Feet, degrees: number, band: number): number {
  let sum = 0;
  for (const count of bandsOf(feet, degrees, band)) sum += count * count;
  return sum;
}

/** How many feet stand in each band of a page turned back by an angle. */
function bandsOf({ count, xs, ys, height }: Feet, degrees: number, band: number): Uint32Array {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const room = Math.ceil(height / 2 / band);
  const bands = new Uint32Array(2 * room + Math.ceil(height / band) + 1);
  for (let i = 0; i < count; i += 1) {
    const at = room + Math.round((floatAt(ys, i) - floatAt(xs, i) * slope) / band);
    const feet = bands[at];
    // On a sheet much wider than high the outermost fall beyond the bands.
    if (feet !== undefined) bands[at] = feet + 1;
  }
  return bands;
}

/** Whether a page has lines at all: at their angle, feet are much less evenly spread than across it. */
function isLined(feet: Feet, degrees: number): boolean {
  return evenness(feet, degrees, 3) > RASTER.skew.clearly * evenness(feet, degrees + 3, 3);
}
