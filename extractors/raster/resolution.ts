import type { Picture } from "./gray.js";
import { RASTER } from "./settings.js";

/** The long side of A4, in inches. */
const A4 = 11.69;

/** Pixels to the inch of a picture that does not say: taken for a sheet of A4. */
export function a4Resolution({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height) / A4;
}

/** How many pixels a character of a picture is to be thought of to the inch, whatever its size is said to be. */
export function resolutionOf(picture: Picture): number {
  const common = a4Resolution(picture);
  return picture.dpi === null || picture.dpi < RASTER.size.leastOfA4 * common
    ? common
    : picture.dpi;
}
