import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";

/** White paper. */
export function paper(width: number, height: number): Gray {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Paints a box in one shade, black unless it is said. */
export function paint(gray: Gray, [left, top, right, bottom]: PixelBox, value = 0): void {
  for (let y = top; y < bottom; y += 1)
    gray.data.fill(value, y * gray.width + left, y * gray.width + right);
}

/** The shade of a pixel. */
export function shade(gray: Gray, x: number, y: number): number {
  const value = gray.data[y * gray.width + x];
  if (value === undefined) throw new Error(`There is no pixel ${x}, ${y}.`);
  return value;
}
