import { type Box, holds, widened } from "../../page/geometry.js";
import type { Glyph } from "../../page/marks.js";
import { PAGE } from "../../page/settings.js";
import { PAINTED } from "./settings.js";

/** A glyph is taken where its middle is inside the clip. */
export function isUnclipped({ x, y, endX, endY, run }: Glyph, clip: Box): boolean {
  const lift = run.size * PAGE.glyph.middle;
  // What runs aslant is clipped as if it were upright.
  const [dx, dy] = LIFT[run.turn === null ? 0 : run.turn];
  const middleX = (x + endX) / 2 + dx * lift;
  const middleY = (y + endY) / 2 + dy * lift;
  return holds(widened(clip, run.size * PAINTED.clipSlack), middleX, middleY);
}

/** Where "up" points on the page, by turn. */
const LIFT = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
