import { compose, type Box, mapBox, type Matrix } from "../page/geometry.js";
import type { Rule } from "../page/marks.js";
import type { Graphics } from "./graphics.js";
import { boxRules } from "./paint-path.js";

/** What painting a picture leaves on the page. */
interface PaintedPicture {
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
}

/** A picture fills the unit square of its space. */
const UNIT: Box = [0, 0, 1, 1];

/**
 * The place of a picture; a thin one is a rule: some programs stretch a pixel to a border. Strips of a scan
 * are not painted here, as pdf.js is asked to leave out all pictures of more than one pixel.
 */
export function paintedPicture(graphics: Graphics, matrix: Matrix): PaintedPicture {
  const box = mapBox(matrix, UNIT);
  const rules = boxRules(box, graphics.clip);
  return { rules, pictures: rules.length > 0 ? [] : [box] };
}

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
