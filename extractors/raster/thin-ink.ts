import type { Gray } from "./gray.js";
import { RASTER } from "./settings.js";
import { shortAt } from "../common/typed-arrays.js";

const { clean: CLEAN, palest: PALEST, contrast: CONTRAST } = RASTER.ink;

/** What a pixel shows: no ink, ink of a mark that is thin from top to bottom, or of one that is not. */
export const PAPER = 0;
export const THIN = 1;
const THICK = 2;

/** The ink of a picture, parted by how far each piece of it goes down. */
export function thinInk({ width, height, data }: Gray, dpi: number): Gray {
  const reach = Math.max(3, Math.round(RASTER.rules.paleReach * dpi));
  const most = Math.round(RASTER.rules.thickest * dpi);
  const ink = { width, height, data: new Uint8Array(data.length) };
  const lengths = new Uint16Array(width);
  for (let y = 0; y < height; y += 1) {
    const up = Math.max(0, y - reach) * width;
    const down = Math.min(height - 1, y + reach) * width;
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      const value = data[row + x] ?? 255;
      const length = shortAt(lengths, x);
      if (
        value < CLEAN ||
        (value <= PALEST && value + CONTRAST < Math.min(data[up + x] ?? 255, data[down + x] ?? 255))
      ) {
        ink.data[row + x] = THIN;
        lengths[x] = length + 1;
      } else if (length > 0) {
        if (length > most) thicken(ink, { x, bottom: y, length });
        lengths[x] = 0;
      }
    }
  }
  for (let x = 0; x < width; x += 1) {
    const length = shortAt(lengths, x);
    if (length > most) thicken(ink, { x, bottom: height, length });
  }
  return ink;
}

function thicken(
  { width, data }: Gray,
  { x, bottom, length }: { x: number; bottom: number; length: number },
): void {
  for (let y = bottom - length; y < bottom; y += 1) data[y * width + x] = THICK;
}
