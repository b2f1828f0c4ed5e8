import { PAINTED } from "./settings.js";

export const POINTS_TO_THE_INCH = 72;

/**
 * At how many pixels to the inch a page is drawn: as if the largest of its pictures filled it, as scans do,
 * whole or in strips.
 * @param side the longest of the page, points
 * @param pictures the longest side of its pictures, pixels
 */
export function resolutionFor(side: number, pictures: number): number {
  const { longest, finest, coarsest } = PAINTED.render;
  const own = (pictures * POINTS_TO_THE_INCH) / side;
  const most = (longest * POINTS_TO_THE_INCH) / side;
  return Math.min(most, finest, Math.max(coarsest, own));
}
