import type { OcrEngine, ReadCharacter } from "../ocr/engine/engine.js";
import type { PixelBox } from "../raster/gray.js";
import { framedWith } from "./frame.js";
import { readShown, sureness, textOf } from "./read-segment.js";
import type { RecognizedLine } from "./recognized-page.js";
import type { PageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";

const CHINESE = /\p{sc=Han}/u;

/** Whether a piece of text is better read in company. */
export function isSign(line: RecognizedLine, ink: PageInk): boolean {
  const [left, , right] = line.box;
  if (right - left > SCAN.reading.narrow * ink.usualAt(line.box)) return false;
  const text = textOf(line.characters);
  return (
    text.length <= SCAN.reading.sign &&
    !(CHINESE.test(text) && sureness(line.characters) >= SCAN.reading.sure)
  );
}

/** A number that may stand beside a sign. */
const NUMBER = /^[\d.,]{3,8}$/u;

/** The number of the page next to a piece of text that is read for certain, or null where there is none. */
export function companyOf(
  line: RecognizedLine,
  lines: readonly RecognizedLine[],
): RecognizedLine | null {
  const distance = (other: RecognizedLine) => Math.abs(middle(other.box) - middle(line.box));
  const numbers = lines.filter(
    (other) =>
      other !== line &&
      other.second === undefined &&
      NUMBER.test(textOf(other.characters)) &&
      sureness(other.characters) >= SCAN.reading.certain,
  );
  return numbers.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function middle([, top, , bottom]: PixelBox): number {
  return (top + bottom) / 2;
}

function height([, top, , bottom]: PixelBox): number {
  return bottom - top;
}

/** Reads a sign in front of a number that is known, as signs stand in what the networks learned from. */
export async function readBeside(
  sign: PixelBox,
  company: RecognizedLine,
  { ink, engine }: { readonly ink: PageInk; readonly engine: OcrEngine },
): Promise<readonly ReadCharacter[]> {
  const usual = Math.max(ink.usualAt(sign), height(sign), height(company.box));
  const sheet = { height: Math.round(usual), margin: Math.round(usual / 6) };
  const read = await readShown(framedWith(ink.page, [sign, company.box], sheet), engine);
  const number = textOf(company.characters);
  if (!textOf(read).endsWith(number)) return [];
  const own = read.slice(0, lastIndexBefore(read, number.length));
  return own.filter(({ text, others }) => text.trim() !== "" || (text === "" && others.length > 0));
}

/** Where the last so many letters begin. */
function lastIndexBefore(read: readonly ReadCharacter[], letters: number): number {
  let left = letters;
  let at = read.length;
  while (left > 0 && at > 0) {
    at -= 1;
    left -= (read[at]?.text ?? "").trim().length;
  }
  return at;
}
