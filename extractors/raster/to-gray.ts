import type { Gray, Picture } from "./gray.js";
import { a4Resolution } from "./resolution.js";
import { sealTiles, TILE_INCHES } from "./seals.js";

/**
 * The picture in shades of grey. Seals (公章) fade to the paper and what is black under them stays black;
 * other coloured print is as dark as it would be in black.
 */
export function toGray(picture: Picture): Gray {
  const { width, height, data: colours } = picture;
  const data = new Uint8Array(width * height);
  for (let i = 0, from = 0; i < data.length; i += 1, from += 3) {
    const red = colours[from] ?? 255;
    const green = colours[from + 1] ?? 255;
    const blue = colours[from + 2] ?? 255;
    // Like what the eye sees, but a red or blue stroke is ink: green tells it from the paper.
    data[i] = (red * 54 + green * 183 + blue * 19) >> 8;
  }
  liftSeals({ width, height, data }, picture);
  return { width, height, data };
}

function liftSeals(gray: Gray, picture: Picture): void {
  const tile = Math.max(2, Math.round(TILE_INCHES * (picture.dpi ?? a4Resolution(picture))));
  for (const { left, top } of sealTiles(picture, tile)) {
    const bottom = Math.min(gray.height, top + tile);
    const right = Math.min(gray.width, left + tile);
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) {
        const at = y * gray.width + x;
        gray.data[at] = faded(picture.data, at * 3);
      }
  }
}

/** A pixel without its colour: the ink of a seal takes little of its own light away, black takes all. */
function faded(colours: Uint8Array, at: number): number {
  const red = colours[at] ?? 255;
  const green = colours[at + 1] ?? 255;
  const blue = colours[at + 2] ?? 255;
  const light = Math.max(red, green, blue);
  const chroma = light - Math.min(red, green, blue);
  const coloured = share(chroma, 24, 88);
  const bright = share(light, 80, 150);
  return Math.round(light + (255 - light) * coloured * bright);
}

/** How far a value is on its way: 0 to 1. */
function share(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}
