/** The long side of A4, in inches. */
const A4 = 11.69;

/** Pixels to the inch of a picture that does not say: taken for a sheet of A4. */
export function a4Resolution({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height) / A4;
}
