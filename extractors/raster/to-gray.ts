import type { Gray, Picture, PixelBox } from "./gray.js";
import { resolutionOf } from "./resolution.js";
import { sealBoxes } from "./seals.js";
import { RASTER } from "./settings.js";
import { byteAt, countAt } from "../common/typed-arrays.js";

const { coloured: COLOURED } = RASTER.seals;
const { darkPaper: DARK_PAPER, around: AROUND } = RASTER.light;

/**
 * The picture in shades of grey. Seals (公章) fade to the paper and what is black under them stays black;
 * other coloured print is as dark as it would be in black. A negative, light print on dark paper, is inverted.
 */
export function toGray(picture: Picture): Gray {
  const { width, height, data: colours } = picture;
  const data = new Uint8Array(width * height);
  for (let i = 0, from = 0; i < data.length; i += 1, from += 3) {
    const red = colours[from] ?? 255;
    const green = colours[from + 1] ?? 255;
    const blue = colours[from + 2] ?? 255;
    // As the eye sees it: red and blue print is dark, pale fills are not.
    data[i] = (red * 54 + green * 183 + blue * 19) >> 8;
  }
  const gray = { width, height, data };
  if (isNegative(gray)) return { width, height, data: data.map((value) => 255 - value) };
  liftSeals(gray, picture);
  return gray;
}

/** Whether most of the middle of a page is dark, and what is not is print that is light. */
function isNegative({ width, height, data }: Gray): boolean {
  let [dark, light, all] = [0, 0, 0];
  // Every fourth row and column tells as much.
  for (let y = Math.round(AROUND * height); y < (1 - AROUND) * height; y += 4)
    for (let x = Math.round(AROUND * width); x < (1 - AROUND) * width; x += 4) {
      const value = data[y * width + x] ?? 255;
      all += 1;
      if (value < DARK_PAPER) dark += 1;
      else if (value > 255 - DARK_PAPER) light += 1;
    }
  return dark > RASTER.light.negative * all && light > 0;
}

function liftSeals(gray: Gray, picture: Picture): void {
  const dpi = resolutionOf(picture);
  for (const seal of sealBoxes(picture, Math.max(2, Math.round(RASTER.seals.square * dpi)))) {
    const inkLight = lightOfInk(picture, seal);
    if (inkLight < RASTER.seals.bright) continue;
    const [left, top, right, bottom] = seal;
    for (let y = top; y < bottom; y += 1)
      for (let at = y * gray.width + left; at < y * gray.width + right; at += 1)
        gray.data[at] = faded(picture.data, at * 3, inkLight);
  }
}

/** How light the ink of a seal is in its own colour: the middle of its pixels. */
function lightOfInk({ width, data }: Picture, [left, top, right, bottom]: PixelBox): number {
  const counts = new Uint32Array(256);
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let at = (y * width + left) * 3; at < (y * width + right) * 3; at += 3) {
      const [red, green, blue] = [byteAt(data, at), byteAt(data, at + 1), byteAt(data, at + 2)];
      const light = Math.max(red, green, blue);
      if (light - Math.min(red, green, blue) < COLOURED) continue;
      counts[light] = countAt(counts, light) + 1;
      count += 1;
    }
  let seen = 0;
  return counts.findIndex((of) => (seen += of) > count / 2);
}

/** A pixel without its colour: the ink of a seal keeps the light of its own colour, black under it does not. */
function faded(colours: Uint8Array, at: number, inkLight: number): number {
  const red = colours[at] ?? 255;
  const green = colours[at + 1] ?? 255;
  const blue = colours[at + 2] ?? 255;
  const light = Math.max(red, green, blue);
  const chroma = light - Math.min(red, green, blue);
  const bright = share(light, RASTER.seals.fadesFrom * inkLight, RASTER.seals.fadesTo * inkLight);
  return Math.round(light + (255 - light) * share(chroma, 12, 44) * bright);
}

/** How far a value is on its way: 0 to 1. */
function share(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}
