import { crop } from "./crop.js";
import type { Gray, PixelBox } from "./gray.js";
import { linesOf, skewOf } from "./skew.js";
import { transposed } from "./straighten.js";
import { RASTER } from "./settings.js";

/** How the lines of a level page run at its sides, as slopes: 0 wherever a sheet lies flat under the lens. */
interface Distortion {
  /** How far lines that were printed level fall to the right, at the top less at the foot. */
  readonly across: number;
  /** How far lines that were printed upright lean to the right, on the left side less on the right. */
  readonly upright: number;
  /** How far they lean on the average. */
  readonly shear: number;
}

/** The page as it looks from straight above, where it was photographed at an angle; else as it is. */
export function withoutPerspective(gray: Gray): Gray {
  const seen = distortionOf(gray);
  if (isFlat(seen)) return gray;
  const corrected = warped(gray, seen);
  return size(distortionOf(corrected)) < size(seen) / 2 ? corrected : gray;
}

/**
 * How differently the lines of a page fall on its left and on its right, in degrees: much where paper is bent.
 * None where a side has so few lines, as that of a cover, that the strokes of its characters decide.
 */
export function bendOf(gray: Gray): number {
  const { width, height } = gray;
  const [first, last] = strips(width);
  const left = linesOf(crop(gray, [first.from, 0, first.to, height]));
  const right = linesOf(crop(gray, [last.from, 0, last.to, height]));
  const { fewestLines } = RASTER.perspective;
  if (left.count < fewestLines || right.count < fewestLines) return 0;
  return Math.abs(left.degrees - right.degrees);
}

function distortionOf(gray: Gray): Distortion {
  const [top, foot] = slopes(gray);
  const [left, right] = slopes(transposed(gray));
  return { across: top - foot, upright: left - right, shear: (left + right) / 2 };
}

/** How the lines across a picture fall in its upper and in its lower strip. */
function slopes(gray: Gray): [number, number] {
  const [above, below] = strips(gray.height);
  const slope = ({ from, to }: Strip): number => {
    const box: PixelBox = [0, from, gray.width, to];
    return Math.tan((skewOf(crop(gray, box)) * Math.PI) / 180);
  };
  return [slope(above), slope(below)];
}

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** The first and the last strip of a page's width or height. */
function strips(length: number): readonly [Strip, Strip] {
  const strip = Math.round(RASTER.perspective.strip * length);
  return [
    { from: 0, to: strip },
    { from: length - strip, to: length },
  ];
}

function isFlat(distortion: Distortion): boolean {
  return size(distortion) < RASTER.perspective.flat;
}

function size({ across, upright, shear }: Distortion): number {
  return Math.max(Math.abs(across), Math.abs(upright), Math.abs(shear));
}

/**
 * Undoes the view of a plane at an angle: a point stands at its place divided by 1 + px + qy from the middle of the
 * picture, which gives level lines at y the slope −py, and upright ones at x the lean −qx.
 */
function warped({ width, height, data }: Gray, { across, upright, shear }: Distortion): Gray {
  const p = across / ((1 - RASTER.perspective.strip) * height);
  const q = upright / ((1 - RASTER.perspective.strip) * width);
  const result = new Uint8Array(data.length).fill(255);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const [x, y] = [column - width / 2, row - height / 2];
      const depth = 1 + p * x + q * y;
      const down = y / depth;
      const u = x / depth + shear * down + width / 2;
      const v = down + height / 2;
      if (u >= 0 && v >= 0 && u < width - 1 && v < height - 1)
        result[row * width + column] = between(data, width, [u, v]);
    }
  return { width, height, data: result };
}

/** The shade between four pixels. */
function between(data: Uint8Array, width: number, [u, v]: readonly [number, number]): number {
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const at = top * width + left;
  const [right, down] = [u - left, v - top];
  const above = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
  const below = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
  return Math.round(above * (1 - down) + below * down);
}
