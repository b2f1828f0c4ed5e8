import type { Gray, PixelBox } from "../../raster/gray.js";
import { elementAt } from "../../../pipeline/model/element-at.js";
import { floatAt, wholeAt } from "../../common/typed-arrays.js";

/** How a network wants its pixels: 0 to 1, less the mean, over the deviation, for each of three colours. */
interface Norm {
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

/** The size that a network takes a picture at. */
export interface Wanted {
  readonly width: number;
  readonly height: number;
  readonly norm: Norm;
}

/**
 * A part of a picture at another size, as a network takes it: three planes of numbers, one a colour.
 * What comes to lie between pixels is mixed of its neighbours; what becomes smaller, of all it covers.
 */
export function scaled(picture: Gray, box: PixelBox, wanted: Wanted): Float32Array {
  const { width, height, norm } = wanted;
  const values = shrunk(picture, box, wanted);
  const result = new Float32Array(3 * width * height);
  for (let colour = 0; colour < 3; colour += 1) {
    const mean = 255 * elementAt(norm.mean, colour);
    const deviation = 255 * elementAt(norm.deviation, colour);
    const start = colour * width * height;
    for (let i = 0; i < values.length; i += 1)
      result[start + i] = (floatAt(values, i) - mean) / deviation;
  }
  return result;
}

/** First each row at its new width, then each column at its new height. */
function shrunk(picture: Gray, box: PixelBox, { width, height }: Wanted): Float32Array {
  const [left, top, right, bottom] = box;
  const across = taps(right - left, width);
  const down = taps(bottom - top, height);
  const rows = new Float32Array((bottom - top) * width);
  for (let y = top; y < bottom; y += 1)
    mixAll(picture.data, across, {
      from: y * picture.width + left,
      step: 1,
      into: rows,
      at: (y - top) * width,
      stride: 1,
    });
  const result = new Float32Array(width * height);
  for (let x = 0; x < width; x += 1)
    mixAll(rows, down, { from: x, step: width, into: result, at: x, stride: width });
  return result;
}

/** For each place of the new size: the first old one that it is mixed of, how many, and their shares. */
interface Taps {
  readonly first: Int32Array;
  readonly count: number;
  readonly shares: Float32Array;
}

function taps(from: number, to: number): Taps {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  const count = Math.min(from, Math.ceil(2 * reach));
  const first = new Int32Array(to);
  const shares = new Float32Array(to * count);
  for (let i = 0; i < to; i += 1) {
    const middle = (i + 0.5) * ratio - 0.5;
    const start = Math.min(Math.max(0, Math.ceil(middle - reach)), from - count);
    first[i] = start;
    let sum = 0;
    for (let k = 0; k < count; k += 1) {
      const share = Math.max(0, 1 - Math.abs(start + k - middle) / reach);
      shares[i * count + k] = share;
      sum += share;
    }
    // At the edge a place may lie beyond the last pixel.
    if (sum === 0) shares[i * count + (middle < 0 ? 0 : count - 1)] = sum = 1;
    for (let k = 0; k < count; k += 1) shares[i * count + k] = floatAt(shares, i * count + k) / sum;
  }
  return { first, count, shares };
}

/** Where a row or column of pixels is read, and where its mixture is put. */
interface Way {
  readonly from: number;
  readonly step: number;
  readonly into: Float32Array;
  readonly at: number;
  readonly stride: number;
}

function mixAll(source: Uint8Array | Float32Array, { first, count, shares }: Taps, way: Way): void {
  const { from, step, into, at, stride } = way;
  for (let i = 0; i < first.length; i += 1) {
    let place = from + wholeAt(first, i) * step;
    let sum = 0;
    for (let k = i * count; k < (i + 1) * count; k += 1) {
      // Places are within both; functions that check it made the shrinking of a page a quarter slower.
      sum += (source[place] ?? 0) * (shares[k] ?? 0);
      place += step;
    }
    into[at + i * stride] = sum;
  }
}
