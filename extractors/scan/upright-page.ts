import type { OcrEngine, ReadCharacter } from "../ocr/engine/engine.js";
import { type CleanPage, cleanPage } from "../raster/clean-page.js";
import { crop } from "../raster/crop.js";
import type { Gray, Picture, PixelBox } from "../raster/gray.js";
import { pixelRules } from "../raster/rules.js";
import { spreadHalves } from "../raster/two-page-split.js";
import { turned } from "../raster/straighten.js";
import { withoutUnderlines } from "../raster/underlines.js";
import { type PageInk, pageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";

/** A page as it is to be held, and how it lay. */
interface UprightPage extends Seen {
  readonly quarters: number;
  readonly degrees: number;
  readonly bend: number;
}

/**
 * The picture of a page, straight and on its feet, with its rules and where its lines are. Where lines seem to
 * run up or down what is read of some decides: a cover or a table of lone figures may look so.
 */
export async function uprightPage(picture: Picture, engine: OcrEngine): Promise<UprightPage> {
  const first = await onItsFeet(cleanPage(picture), engine);
  if (first.quarters % 2 === 0) return first;
  const asItIs = await onItsFeet(cleanPage(picture, 0), engine);
  return (await legibility(asItIs, engine)) > (await legibility(first, engine)) ? asItIs : first;
}

async function onItsFeet(page: CleanPage, engine: OcrEngine): Promise<UprightPage> {
  const { gray, quarters, degrees, bend, dpi } = page;
  const seen = await look(gray, dpi, engine);
  if (!(await engine.isUpsideDown(sample(seen)))) return { ...seen, quarters, degrees, bend };
  const turnedOver = await look(turned(gray, 2), dpi, engine);
  return { ...turnedOver, quarters: quarters + 2, degrees, bend };
}

/** How surely some lines of a page are read, on the average of their characters. */
async function legibility(seen: Seen, engine: OcrEngine): Promise<number> {
  const read: ReadCharacter[] = [];
  for (const line of sample(seen)) read.push(...(await engine.read(line)));
  const written = read.filter(({ text }) => text.trim() !== "");
  const sum = written.reduce((total, { confidence }) => total + confidence, 0);
  return written.length === 0 ? 0 : sum / written.length;
}

/** What a page shows before its text is read. */
interface Seen {
  readonly ink: PageInk;
  /** Where the engine found lines. */
  readonly found: readonly PixelBox[];
  readonly gutter: number | null;
}

async function look(gray: Gray, dpi: number, engine: OcrEngine): Promise<Seen> {
  const { rules, without } = pixelRules(gray, dpi);
  const gutter = spreadHalves(gray);
  const found: PixelBox[] = [];
  for (const half of halves(without, gutter)) {
    const boxes = await engine.find(gutter === null ? without : crop(without, half));
    const [x] = half;
    found.push(...boxes.map(([l, t, r, b]): PixelBox => [l + x, t, r + x, b]));
  }
  const ink = pageInk(without, rules, found);
  return { ink: { ...ink, page: withoutUnderlines(without, ink.usual) }, found, gutter };
}

/** The pages on a sheet: engines look at pictures at one size, and see too little of two pages at once. */
function halves({ width, height }: Gray, gutter: number | null): PixelBox[] {
  if (gutter === null) return [[0, 0, width, height]];
  return [
    [0, 0, gutter, height],
    [gutter, 0, width, height],
  ];
}

function sample({ found, ink }: Seen): Gray[] {
  return found
    .toSorted((a, b) => b[2] - b[0] - (a[2] - a[0]))
    .slice(0, SCAN.reading.sample)
    .map((box) => crop(ink.page, box));
}
