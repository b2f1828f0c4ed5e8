import { type Box, intersect, mapBox, type Matrix } from "../../page/geometry.js";
import type { Rule } from "../../page/marks.js";
import { boxRules } from "./paint-path.js";
import { PAINTED } from "./settings.js";

/** What painting a picture leaves on the page. */
interface PaintedPicture {
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
}

/** A picture fills the unit square of its space. */
const UNIT: Box = [0, 0, 1, 1];

/**
 * The place of a picture; a thin one is a rule: some programs stretch a pixel to a border. Only for
 * pictures of one pixel: strips of a scan are thin too.
 */
export function paintedPicture(matrix: Matrix, clip: Box): PaintedPicture {
  const box = mapBox(matrix, UNIT);
  const rules = boxRules(box, clip);
  return { rules, pictures: rules.length > 0 ? [] : [box] };
}

/** The place of a picture that is no rule, as far as it is seen; null where it is too small to tell of. */
export function largePicture(matrix: Matrix, clip: Box, page: Box): Box | null {
  const box = intersect(mapBox(matrix, UNIT), clip);
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const share = (width * height) / ((page[2] - page[0]) * (page[3] - page[1]));
  return width > 0 && height > 0 && share >= PAINTED.rules.picture ? box : null;
}
