import sharp, { type Sharp } from "sharp";
import type { Picture } from "../../extractors/raster/gray.js";
import type { Seeded } from "./seeded.js";

/** Turned clockwise by so many quarters. */
export function quarterTurned(picture: Picture, quarters: number): Promise<Picture> {
  return pictureOf(opened(picture).rotate(90 * quarters), picture.dpi);
}

/** Turned by a small angle on paper of the same size. */
export async function skewed(picture: Picture, degrees: number): Promise<Picture> {
  const { width, height } = picture;
  const larger = await pictureOf(opened(picture).rotate(degrees, { background: "white" }), null);
  const left = Math.floor((larger.width - width) / 2);
  const top = Math.floor((larger.height - height) / 2);
  return pictureOf(opened(larger).extract({ left, top, width, height }), picture.dpi);
}

/** Out of focus: a Gaussian blur of so many pixels. */
export function blurred(picture: Picture, sigma: number): Promise<Picture> {
  return pictureOf(opened(picture).blur(sigma), picture.dpi);
}

/** With a grain of this standard deviation, the same in all three colours. */
export function noisy(picture: Picture, deviation: number, seed: Seeded): Picture {
  // A pool of grains drawn once: a page has millions of pixels.
  const grains = Int16Array.from({ length: 65_536 }, () => Math.round(seed.normal() * deviation));
  const data = new Uint8ClampedArray(picture.data);
  for (let at = 0; at < data.length; at += 3) {
    const grain = grains[Math.floor(seed.even() * grains.length)] ?? 0;
    for (let channel = at; channel < at + 3; channel += 1)
      data[channel] = (data[channel] ?? 0) + grain;
  }
  return { ...picture, data: new Uint8Array(data.buffer) };
}

/** Darker towards the lower right corner, where only this share of the light is left. */
export function shaded(picture: Picture, least: number): Picture {
  const { width, height } = picture;
  const data = picture.data.map((value, at) => {
    const pixel = Math.floor(at / 3);
    const far = ((pixel % width) / width + Math.floor(pixel / width) / height) / 2;
    return value * (1 - (1 - least) * far);
  });
  return { ...picture, data };
}

/** Black where it is darker than the threshold, white elsewhere, as a fax sends it. */
export function oneBit(picture: Picture, threshold: number): Picture {
  const data = new Uint8Array(picture.data.length);
  for (let at = 0; at < data.length; at += 3)
    data.fill(lightness(picture.data, at) < threshold ? 0 : 255, at, at + 3);
  return { ...picture, data };
}

function lightness(data: Uint8Array, at: number): number {
  return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
}

/** Two pages side by side, the second on the right; white where there is none. */
export async function sideBySide(left: Picture, right: Picture | undefined): Promise<Picture> {
  const width = 2 * Math.max(left.width, right?.width ?? 0);
  const height = Math.max(left.height, right?.height ?? 0);
  const halves = [
    { input: Buffer.from(left.data), raw: rawOf(left), left: 0, top: 0 },
    ...(right === undefined
      ? []
      : [{ input: Buffer.from(right.data), raw: rawOf(right), left: width / 2, top: 0 }]),
  ];
  const paper = sharp({ create: { width, height, channels: 3, background: "white" } });
  return pictureOf(paper.composite(halves), left.dpi);
}

/** A picture for sharp to work on. */
export function opened(picture: Picture): Sharp {
  return sharp(picture.data, { raw: rawOf(picture) });
}

function rawOf({ width, height }: Picture): { width: number; height: number; channels: 3 } {
  return { width, height, channels: 3 };
}

/** What sharp made of a picture. */
export async function pictureOf(image: Sharp, dpi: number | null): Promise<Picture> {
  const colours = image.toColourspace("srgb").removeAlpha();
  const { data, info } = await colours.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data), dpi };
}
