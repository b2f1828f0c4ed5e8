import type { Picture } from "./gray.js";

/** The long side of A4, in inches. */
const A4 = 11.69;

/** Pixels to the inch of a picture that does not say: taken for a sheet of A4. */
export function a4Resolution({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height) / A4;
}

/** The least share of the resolution of A4: larger sheets than A2 are mostly scans that took a pixel for a point. */
const LEAST = 0.48;

/** How many pixels a character of a picture is to be thought of to the inch, whatever its size is said to be. */
export function resolutionOf(picture: Picture): number {
  const common = a4Resolution(picture);
  return picture.dpi === null || picture.dpi < LEAST * common ? common : picture.dpi;
}
