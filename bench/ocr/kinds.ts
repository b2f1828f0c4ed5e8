import type { Picture } from "../../extractors/raster/gray.js";
import type { Seeded } from "./seeded.js";
import { blurred, noisy, oneBit, quarterTurned, shaded, skewed } from "./spoil.js";
import { stamped } from "./stamp.js";

/** What a page went through before it became a picture. */
export const KINDS = [
  "clean",
  "poor",
  "one-bit",
  "stamp",
  "photo",
  "sideways",
  "upside-down",
  "sheet",
] as const;
export type Kind = (typeof KINDS)[number];

/** How the pages of a kind are made. */
export interface Making {
  readonly spoil: (picture: Picture, seed: Seeded) => Promise<Picture>;
  /** Of the JPEG; none where a pixel has one bit. */
  readonly quality: number | null;
  /** How many pages stand side by side on one picture. */
  readonly perSheet: 1 | 2;
}

const GOOD = 90;
const asItIs = (picture: Picture): Promise<Picture> => Promise.resolve(picture);

/** What a flat-bed scanner gives, a hurried copy, a fax, a sealed page, what a telephone takes, and pages put in the wrong way. */
export const MAKINGS: Readonly<Record<Kind, Making>> = {
  clean: { spoil: asItIs, quality: GOOD, perSheet: 1 },
  poor: { spoil: poor, quality: 40, perSheet: 1 },
  "one-bit": { spoil: faxed, quality: null, perSheet: 1 },
  stamp: { spoil: stamped, quality: GOOD, perSheet: 1 },
  photo: { spoil: photographed, quality: 60, perSheet: 1 },
  sideways: { spoil: (picture) => quarterTurned(picture, 1), quality: GOOD, perSheet: 1 },
  "upside-down": { spoil: (picture) => quarterTurned(picture, 2), quality: GOOD, perSheet: 1 },
  sheet: { spoil: asItIs, quality: GOOD, perSheet: 2 },
};

/** Turned by 0.7 degrees to either side, out of focus, noisy. */
async function poor(picture: Picture, seed: Seeded): Promise<Picture> {
  const degrees = seed.even() < 0.5 ? 0.7 : -0.7;
  return noisy(await blurred(await skewed(picture, degrees), 0.7), 14, seed);
}

async function faxed(picture: Picture, seed: Seeded): Promise<Picture> {
  return oneBit(noisy(await blurred(picture, 0.5), 10, seed), 175);
}

/** Lit from one side, a little out of focus, with the grain of a small sensor. */
async function photographed(picture: Picture, seed: Seeded): Promise<Picture> {
  return noisy(await blurred(shaded(picture, 0.45), 0.8), 8, seed);
}
