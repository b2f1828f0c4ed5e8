import { UNREAD } from "../../pipeline/model/recognized.js";
import type { OcrEngine, ReadCharacter } from "../ocr/engine/engine.js";
import { inkOutside } from "../raster/crop.js";
import type { Picture, PixelBox } from "../raster/gray.js";
import { companyOf, isSign, readBeside } from "./beside-number.js";
import { dashes, isDashes } from "./dashes.js";
import { better, isSame, readSegment, sureness, textOf } from "./read-segment.js";
import { isBent, type RecognizedLine, type RecognizedPage } from "./recognized-page.js";
import { withRoundSigns } from "./round-signs.js";
import { withTypography } from "./typography.js";
import { withUnread } from "./unread-ink.js";
import type { PageInk } from "./page-ink.js";
import { segments } from "./segments.js";
import { uprightPage } from "./upright-page.js";
import { SCAN } from "./settings.js";

/** Raised whenever what is done around the engine changes what is read. */
export const PAGE_READER = 21;

/**
 * Reads the picture of a page: turned upright, straightened, its rules, and the text in its lines and cells; nothing
 * of a page that is bent too much.
 */
export async function readPage(picture: Picture, engine: OcrEngine): Promise<RecognizedPage> {
  const { ink, found, gutter, quarters, degrees, bend } = await uprightPage(picture, engine);
  const isLegible = !isBent({ bend });
  const lines = isLegible ? await readLines(segments(found, ink), ink, engine) : [];
  return {
    width: ink.page.width,
    height: ink.page.height,
    quarters,
    degrees,
    bend,
    gutter,
    rules: isLegible ? ink.rules : [],
    lines,
    unread: inkOutside(
      lines.map(({ box }) => box),
      ink.page,
    ),
  };
}

async function readLines(
  boxes: readonly PixelBox[],
  ink: PageInk,
  engine: OcrEngine,
): Promise<RecognizedLine[]> {
  const lines: RecognizedLine[] = [];
  for (const box of boxes) lines.push(await readSegment(box, ink, engine));
  const whole: RecognizedLine[] = [];
  for (const line of lines) {
    const company = isSign(line, ink) ? companyOf(line, lines) : null;
    if (company === null) whole.push(line);
    else {
      const beside = await readBeside(line.box, company, { ink, engine });
      whole.push(withCompany(line, beside));
    }
  }
  return whole
    .map((line) => seenAgain(line, ink))
    .filter((line) => textOf(line.characters) !== "" && !isDust(line, ink));
}

/** Signs that are small by themselves: a dash, which says that there is nothing, and those of comparison. */
const SMALL = /^[-—–－―一/~=＝<>＜＞≥≤]+$/u;
/** What stands between words and figures, and says nothing alone. */
const MARKS = /^[.,:;'\x60"‘’“”·•。，、：；|~^\s]+$/u;

/** What a seal or dirt left on the paper: too small for a character, or read as nothing but marks. */
function isDust({ box, characters }: RecognizedLine, ink: PageInk): boolean {
  const [left, top, right, bottom] = box;
  const text = textOf(characters);
  const size = Math.max(right - left, bottom - top);
  return MARKS.test(text) || (size <= SCAN.reading.dust * ink.usualAt(box) && !SMALL.test(text));
}

/** A line that was read, with what its ink and its wording say of it. */
function seenAgain({ box, characters, second }: RecognizedLine, ink: PageInk): RecognizedLine {
  if (textOf(characters) !== "" && isDashes(box, ink)) return { box, characters: dashes(box, ink) };
  if (textOf(characters) === "" && isCharacter(box, ink))
    return { box, characters: [unreadAt(box)] };
  const told = withRoundSigns(withTypography(characters), box, ink.page);
  const whole = withUnread(told, box, ink).filter(
    ({ text, others: [likeliest] }) =>
      text !== "" || (likeliest !== undefined && likeliest.confidence >= SCAN.reading.perhaps),
  );
  const line = { box, characters: whole };
  return second === undefined || isSame(second, textOf(whole)) ? line : { ...line, second };
}

const FIGURES = /^\d+$/u;
const SIGNS = /^[≥≤<>=＞＜＝]+$/u;
const LETTERS = /^[A-Za-z]+$/u;

function isCharacter(box: PixelBox, ink: PageInk): boolean {
  const [left, top, right, bottom] = box;
  const usual = ink.usualAt(box);
  const [width, height] = [right - left, bottom - top];
  return (
    height >= SCAN.reading.high * usual && Math.max(width, height) <= SCAN.reading.widest * usual
  );
}

function unreadAt([left, , right]: PixelBox): ReadCharacter {
  return { text: UNREAD, confidence: 0, left, right, others: [] };
}

/** A sign that is read for sure in company was not understood alone, unless a figure was as sure. */
function withCompany(line: RecognizedLine, beside: readonly ReadCharacter[]): RecognizedLine {
  if (beside.length === 0) return line;
  const alone = textOf(line.characters);
  const isTold = sureness(line.characters) >= SCAN.reading.sure && FIGURES.test(alone);
  const second = isTold && !isSame(alone, textOf(beside)) ? { second: alone } : {};
  if (sureness(beside) >= SCAN.reading.sure)
    return { box: line.box, characters: beside, ...second };
  // Lying on its side or over a line, a sign looks like a letter: `Y`, `v`.
  if (SIGNS.test(textOf(beside)) && LETTERS.test(alone))
    return { box: line.box, characters: beside, second: alone };
  return better(line.box, line.characters, beside);
}
