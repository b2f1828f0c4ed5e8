import type { OcrEngine } from "../ocr/engine.js";
import { cleanPage } from "../raster/clean-page.js";
import { crop } from "../raster/crop.js";
import type { Gray, Picture, PixelBox } from "../raster/gray.js";
import { type PixelRule, pixelRules } from "../raster/rules.js";
import { turned } from "../raster/straighten.js";
import { readSegment } from "./read-segment.js";
import type { RecognizedLine, RecognizedPage } from "./recognized-page.js";
import { type PageInk, pageInk, segments } from "./segments.js";

/** Raised whenever what is done around the engine changes what is read. */
export const PAGE_READER = 1;

/** Reads the picture of a page: turned upright, straightened, its rules, and the text in its lines and cells. */
export async function readPage(picture: Picture, engine: OcrEngine): Promise<RecognizedPage> {
  const { gray, quarters, degrees } = cleanPage(picture);
  const seen = await look(gray, engine);
  const isUpright = !(await engine.isUpsideDown(sample(seen)));
  const { ink, rules, found } = isUpright ? seen : await look(turned(gray, 2), engine);
  const lines: RecognizedLine[] = [];
  for (const box of segments(found, ink)) lines.push(await readSegment(box, ink, engine));
  return {
    width: ink.page.width,
    height: ink.page.height,
    quarters: isUpright ? quarters : (quarters + 2) % 4,
    degrees,
    rules,
    lines,
  };
}

/** What a page shows before its text is read. */
interface Seen {
  readonly ink: PageInk;
  readonly rules: readonly PixelRule[];
  /** Where the engine found lines. */
  readonly found: readonly PixelBox[];
}

async function look(gray: Gray, engine: OcrEngine): Promise<Seen> {
  const { rules, without } = pixelRules(gray);
  const found = await engine.find(without);
  return { ink: pageInk(without, rules, found), rules, found };
}

/** So many lines, the longest, tell whether a page stands on its head. */
const SAMPLE = 9;

function sample({ found, ink }: Seen): Gray[] {
  return found
    .toSorted((a, b) => b[2] - b[0] - (a[2] - a[0]))
    .slice(0, SAMPLE)
    .map((box) => crop(ink.page, box));
}
