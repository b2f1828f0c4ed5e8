import type { OcrEngine, ReadCharacter } from "../ocr/engine.js";
import type { PixelBox } from "../raster/gray.js";
import { framed, type Shown } from "./frame.js";
import type { RecognizedLine } from "./recognized-page.js";
import type { PageInk } from "./segments.js";

/** How high, in usual lines, the picture of a line is at least, that small figures are not magnified. */
const LOWEST = [0.95, 1.25] as const;
/** Room around the ink, in heights of it: the networks learned from lines with a margin. */
const ROOM = [0.1, 0.2] as const;
/** A line that is read less surely is read again. */
export const SURE = 0.9;
/** Texts in which each character counts: they are read twice, however sure. */
const COUNTS = /[\d≥≤<>=＞＜＝%％〇○]/u;
/** Longer texts are prose, in which a character is judged by the others. */
const SHORT = 24;

/** Reads a piece of text; where each character counts, a second time with more room around it. */
export async function readSegment(
  box: PixelBox,
  ink: PageInk,
  engine: OcrEngine,
): Promise<RecognizedLine> {
  const once = await readShown(shown(box, ink, 0), engine);
  const text = textOf(once);
  const counts = text.length <= SHORT && COUNTS.test(text);
  if (sureness(once) >= SURE && !counts) return { box, characters: once };
  return better(box, once, await readShown(shown(box, ink, 1), engine));
}

function shown(box: PixelBox, ink: PageInk, time: 0 | 1): Shown {
  const own = (box[3] - box[1]) * (1 + 2 * ROOM[time]);
  const height = Math.round(Math.max(LOWEST[time] * ink.usualAt(box), own));
  return framed(ink.page, box, { height, margin: Math.round(height * ROOM[time]) });
}

/** The characters in a picture of a part of the page, placed on the page. */
export async function readShown(
  { picture, left }: Shown,
  engine: OcrEngine,
): Promise<ReadCharacter[]> {
  const characters = await engine.read(picture);
  return characters.map((read) => ({ ...read, left: read.left + left, right: read.right + left }));
}

/** Of two readings of a place the surer one, and the text of the other where it differs. */
export function better(
  box: PixelBox,
  one: readonly ReadCharacter[],
  other: readonly ReadCharacter[],
): RecognizedLine {
  const [best, worse] = sureness(other) > sureness(one) ? [other, one] : [one, other];
  const second = textOf(worse);
  return { box, characters: best, ...(isSame(second, textOf(best)) ? {} : { second }) };
}

/** Blanks are not read for sure, and mean nothing between Chinese characters and figures. */
export function isSame(one: string, other: string): boolean {
  return one.replaceAll(" ", "") === other.replaceAll(" ", "");
}

export function textOf(characters: readonly ReadCharacter[]): string {
  return characters
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** That of the least sure character; a line in which nothing was read is not sure at all. */
export function sureness(characters: readonly ReadCharacter[]): number {
  return textOf(characters) === ""
    ? 0
    : Math.min(...characters.map(({ confidence }) => confidence));
}
