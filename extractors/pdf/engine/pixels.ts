import { byteAt } from "../../common/typed-arrays.js";

/** Where red, green and blue stand in the four bytes of a pixel. */
export type Order = readonly [number, number, number];
export const RGBA: Order = [0, 1, 2];
export const BGRA: Order = [2, 1, 0];

/** Pixels of four bytes as red, green and blue, without the alpha. */
export function opaque(
  pixels: Uint8Array | Uint8ClampedArray,
  [red, green, blue]: Order,
): Uint8Array {
  const result = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    result[to] = byteAt(pixels, from + red);
    result[to + 1] = byteAt(pixels, from + green);
    result[to + 2] = byteAt(pixels, from + blue);
  }
  return result;
}
