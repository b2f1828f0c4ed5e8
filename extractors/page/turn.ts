import type { Matrix } from "./geometry.js";
import type { Run } from "./marks.js";

/** How far from a quarter turn a line may be and still count as straight, radians. */
const SLANT = 0.12;

const QUARTERS = [0, 1, 2, 3] as const;

/** How text that a map places runs on the page; `sign` is -1 where the font is mirrored. */
export function turnOf(toPage: Matrix, sign = 1): Run["turn"] {
  const angle = Math.atan2(toPage[1] * sign, toPage[0] * sign);
  const quarters = Math.round(angle / (Math.PI / 2));
  if (Math.abs(angle - quarters * (Math.PI / 2)) > SLANT) return null;
  return QUARTERS[(quarters + 4) % 4] ?? null;
}
