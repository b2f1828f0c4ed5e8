/**
 * Elements of typed arrays, which must be there. One function a type: loops over the pixels of a page are
 * as fast as with bare indices only where the compiler sees a single kind of array.
 */

/** A byte, such as a shade of a pixel. */
export function byteAt(bytes: Uint8Array | Uint8ClampedArray, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw outside(bytes, index);
  return byte;
}

/** A count of many. */
export function countAt(counts: Uint32Array, index: number): number {
  const count = counts[index];
  if (count === undefined) throw outside(counts, index);
  return count;
}

/** A small count, or a place on a page. */
export function shortAt(shorts: Uint16Array, index: number): number {
  const short = shorts[index];
  if (short === undefined) throw outside(shorts, index);
  return short;
}

/** A whole number with a sign, such as a place that may lie before a beginning. */
export function wholeAt(wholes: Int32Array, index: number): number {
  const whole = wholes[index];
  if (whole === undefined) throw outside(wholes, index);
  return whole;
}

/** A number that a network gave, or a coordinate. */
export function floatAt(floats: Float32Array, index: number): number {
  const float = floats[index];
  if (float === undefined) throw outside(floats, index);
  return float;
}

function outside({ length }: ArrayLike<number>, index: number): RangeError {
  return new RangeError(`no element ${index} in an array of ${length}`);
}
