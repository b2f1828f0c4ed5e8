import { compose, type Matrix } from "../../page/geometry.js";
import type { Graphics } from "./graphics.js";

/** The spaces of one picture painted at several places: its scale, then x and y of each place. */
export function repeatedSpaces(graphics: Graphics, scale: Matrix, places: unknown): Matrix[] {
  if (!(places instanceof Float32Array || Array.isArray(places))) return [];
  const numbers = Array.from(places, Number);
  return numbers.flatMap((x, i) => {
    const y = numbers[i + 1];
    if (i % 2 === 1 || y === undefined) return [];
    const [a, b, c, d] = scale;
    return [compose(graphics.matrix, [a, b, c, d, x, y])];
  });
}
