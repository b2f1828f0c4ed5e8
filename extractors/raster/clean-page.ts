import { flattened } from "./flatten.js";
import type { Gray, Picture } from "./gray.js";
import { bendOf, withoutPerspective } from "./perspective.js";
import { resolutionOf } from "./resolution.js";
import { sidewaysOf } from "./sideways.js";
import { skewOf } from "./skew.js";
import { straightened, turned } from "./straighten.js";
import { toGray } from "./to-gray.js";

/** A page as it was printed: black on white, its lines level. */
export interface CleanPage {
  readonly gray: Gray;
  /** Quarter turns clockwise that made its lines run across; it may still stand on its head. */
  readonly quarters: 0 | 1;
  /** How far its lines fell to the right after that, in degrees. */
  readonly degrees: number;
  /** How differently its lines fall on its left and on its right, in degrees. */
  readonly bend: number;
  /** Pixels to the inch; a page that does not say is taken for A4. */
  readonly dpi: number;
}

/** Cleans the picture of a page and straightens it; turned where its lines run up or down, unless that is said. */
export function cleanPage(picture: Picture, turn?: 0 | 1): CleanPage {
  const dpi = resolutionOf(picture);
  const flat = flattened(toGray(picture), dpi);
  const quarters = turn ?? (sidewaysOf(flat) ? 1 : 0);
  const upright = turned(flat, quarters);
  const degrees = skewOf(upright);
  const gray = withoutPerspective(straightened(upright, degrees));
  return { gray, quarters, degrees, bend: bendOf(gray), dpi };
}
