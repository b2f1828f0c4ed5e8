import type { OcrEngine, ReadCharacter } from "../ocr/engine/engine.js";
import type { PixelBox } from "../raster/gray.js";
import { framed, type Shown } from "./frame.js";
import type { RecognizedLine } from "./recognized-page.js";
import type { PageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";

/** How high, in usual lines, the picture of a line is at least, that small figures are not magnified. */
const LOWEST = [0.95, 1.25] as const;
/** Room around the ink, in heights of it: the networks learned from lines with a margin. */
const ROOM = [0.1, 0.2] as const;
/** What of the page is shown around the ink: two readings of one and the same crop share its faults. */
const SURROUNDINGS = ["paper", "paleEnds"] as const;
/** Texts in which each character counts: they are read twice, however sure. */
const COUNTS = /[\d≥≤<>=＞＜＝%％〇○]/u;

/** Reads a piece of text; where each character counts, a second time from another crop and at another scale. */
export async function readSegment(
  box: PixelBox,
  ink: PageInk,
  engine: OcrEngine,
): Promise<RecognizedLine> {
  const once = await readShown(shown(box, ink, 0), engine);
  const text = textOf(once);
  const counts = text.length <= SCAN.reading.short && COUNTS.test(text);
  if (sureness(once) >= SCAN.reading.sure && !counts) return { box, characters: once };
  return better(box, once, await readShown(shown(box, ink, 1), engine));
}

function shown(box: PixelBox, ink: PageInk, time: 0 | 1): Shown {
  const own = (box[3] - box[1]) * (1 + 2 * ROOM[time]);
  const height = Math.round(Math.max(LOWEST[time] * ink.usualAt(box), own));
  const sheet = { height, margin: Math.round(height * ROOM[time]) };
  return framed(ink.page, box, { ...sheet, surroundings: SURROUNDINGS[time] });
}

/** The characters in a picture of a part of the page, placed on the page. */
export async function readShown(
  { picture, left }: Shown,
  engine: OcrEngine,
): Promise<ReadCharacter[]> {
  const characters = await engine.read(picture);
  return characters.map((read) => ({ ...read, left: read.left + left, right: read.right + left }));
}

/** Figures, and what stands between them in a number. */
const FIGURES = /^[\d.,]+$/u;
/** A number as it is printed: its thousands parted or not. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/** Of two readings of figures the one that is a number, else the surer one; and the text of the other where it differs. */
export function better(
  box: PixelBox,
  one: readonly ReadCharacter[],
  other: readonly ReadCharacter[],
): RecognizedLine {
  const isBetter = numberAmong(one, other) ?? sureness(other) > sureness(one);
  const [best, worse] = isBetter ? [other, one] : [one, other];
  const second = textOf(worse);
  return { box, characters: best, ...(isSame(second, textOf(best)) ? {} : { second }) };
}

/** Whether the second of two texts of figures alone is a number and the first is not; null where both are or neither. */
function numberAmong(
  one: readonly ReadCharacter[],
  other: readonly ReadCharacter[],
): boolean | null {
  const texts = [one, other].map((read) => textOf(read).replaceAll(" ", ""));
  if (!texts.every((text) => FIGURES.test(text))) return null;
  const [first = false, second = false] = texts.map((text) => NUMBER.test(text));
  return first === second ? null : second;
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
