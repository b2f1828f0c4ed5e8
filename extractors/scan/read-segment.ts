import type { OcrEngine, ReadCharacter } from "../ocr/engine.js";
import { crop } from "../raster/crop.js";
import type { Gray, PixelBox } from "../raster/gray.js";
import type { RecognizedLine } from "./recognized-page.js";
import type { PageInk } from "./segments.js";

/** How high, in usual lines, the picture of a line is at least, that signs and small figures are not magnified. */
const LOWEST = [0.95, 1.25] as const;
/** Flatter pieces, in usual lines, are signs, which need more room still. */
const FLAT = 0.5;
/** Room around the ink, in heights of the picture: the networks learned from lines with a margin. */
const ROOM = [0.1, 0.2] as const;
/** A line that is read less surely is read again. */
const SURE = 0.9;
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
  const [first, other] = pictures(box, ink);
  const once = await readPicture(first, engine);
  const text = textOf(once);
  const counts = text.length <= SHORT && (text.length < 2 || COUNTS.test(text));
  if (sureness(once) >= SURE && !counts) return { box, characters: once };
  const again = await readPicture(other, engine);
  const [better, worse] = sureness(again) > sureness(once) ? [again, once] : [once, again];
  const second = textOf(worse);
  return { box, characters: better, ...(second === textOf(better) ? {} : { second }) };
}

/** A line as it is shown to the engine, and where that picture begins on the page. */
interface Shown {
  readonly picture: Gray;
  readonly left: number;
}

function pictures(box: PixelBox, ink: PageInk): [Shown, Shown] {
  const usual = ink.usualAt(box);
  const isFlat = box[3] - box[1] < FLAT * usual;
  const shown = (i: 0 | 1) => framed(ink.page, box, { lowest: LOWEST[i] * usual * (isFlat ? 1.3 : 1), room: ROOM[i] });
  return [shown(0), shown(1)];
}

/** A box of the page in the middle of a sheet of paper. */
function framed(page: Gray, box: PixelBox, { lowest, room }: { lowest: number; room: number }): Shown {
  const [left, top, right, bottom] = box;
  const height = Math.round(Math.max(lowest, (bottom - top) * (1 + 2 * room)));
  const margin = Math.round(height * room);
  const above = Math.floor((height - (bottom - top)) / 2);
  const width = right - left + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  const part = crop(page, box);
  for (let y = 0; y < part.height; y += 1)
    data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (y + above) * width + margin);
  return { picture: { width, height, data }, left: left - margin };
}

async function readPicture({ picture, left }: Shown, engine: OcrEngine): Promise<ReadCharacter[]> {
  const characters = await engine.read(picture);
  return characters.map((read) => ({ ...read, left: read.left + left, right: read.right + left }));
}

function textOf(characters: readonly ReadCharacter[]): string {
  return characters.map(({ text }) => text).join("").trim();
}

/** That of the least sure character; a line in which nothing was read is not sure at all. */
function sureness(characters: readonly ReadCharacter[]): number {
  return characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence));
}
