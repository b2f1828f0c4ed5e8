import { UNREAD } from "../../pipeline/recognized.js";
import type { OcrEngine, ReadCharacter } from "../ocr/engine.js";
import { type CleanPage, cleanPage } from "../raster/clean-page.js";
import { crop, inkOutside } from "../raster/crop.js";
import type { Gray, Picture, PixelBox } from "../raster/gray.js";
import { type PixelRule, pixelRules } from "../raster/rules.js";
import { spreadHalves } from "../raster/spread.js";
import { turned } from "../raster/straighten.js";
import { withoutUnderlines } from "../raster/underlines.js";
import { companyOf, isSign, readBeside } from "./beside-number.js";
import { dashes, isDashes } from "./dashes.js";
import { better, isSame, readSegment, SURE, sureness, textOf } from "./read-segment.js";
import type { RecognizedLine, RecognizedPage } from "./recognized-page.js";
import { withRoundSigns } from "./round-signs.js";
import { withTypography } from "./typography.js";
import { withUnread } from "./unread-ink.js";
import { type PageInk, pageInk, segments } from "./segments.js";

/** Raised whenever what is done around the engine changes what is read. */
export const PAGE_READER = 14;

/** Reads the picture of a page: turned upright, straightened, its rules, and the text in its lines and cells. */
export async function readPage(picture: Picture, engine: OcrEngine): Promise<RecognizedPage> {
  const { ink, rules, found, gutter, quarters, degrees } = await uprightPage(picture, engine);
  const lines = await readLines(segments(found, ink), ink, engine);
  return {
    width: ink.page.width,
    height: ink.page.height,
    quarters,
    degrees,
    gutter,
    rules,
    lines,
    unread: inkOutside(
      lines.map(({ box }) => box),
      ink.page,
    ),
  };
}

/** A page as it is to be held, and how it lay. */
interface Upright extends Seen {
  readonly quarters: number;
  readonly degrees: number;
}

/** Where lines seem to run up or down, what is read of some decides: a cover or a table of lone figures may look so. */
async function uprightPage(picture: Picture, engine: OcrEngine): Promise<Upright> {
  const first = await onItsFeet(cleanPage(picture), engine);
  if (first.quarters % 2 === 0) return first;
  const asItIs = await onItsFeet(cleanPage(picture, 0), engine);
  return (await legibility(asItIs, engine)) > (await legibility(first, engine)) ? asItIs : first;
}

async function onItsFeet(page: CleanPage, engine: OcrEngine): Promise<Upright> {
  const { gray, quarters, degrees, dpi } = page;
  const seen = await look(gray, dpi, engine);
  if (!(await engine.isUpsideDown(sample(seen)))) return { ...seen, quarters, degrees };
  return { ...(await look(turned(gray, 2), dpi, engine)), quarters: quarters + 2, degrees };
}

/** How surely some lines of a page are read, on the average of their characters. */
async function legibility(seen: Seen, engine: OcrEngine): Promise<number> {
  const read: ReadCharacter[] = [];
  for (const line of sample(seen)) read.push(...(await engine.read(line)));
  const written = read.filter(({ text }) => text.trim() !== "");
  const sum = written.reduce((total, { confidence }) => total + confidence, 0);
  return written.length === 0 ? 0 : sum / written.length;
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
    .filter(({ characters }) => textOf(characters) !== "");
}

/** How likely a character must be that may stand where nothing was read. */
const PERHAPS = 0.1;

/** A line that was read, with what its ink and its wording say of it. */
function seenAgain({ box, characters, second }: RecognizedLine, ink: PageInk): RecognizedLine {
  if (textOf(characters) !== "" && isDashes(box, ink)) return { box, characters: dashes(box, ink) };
  if (textOf(characters) === "" && isCharacter(box, ink))
    return { box, characters: [unreadAt(box)] };
  const told = withRoundSigns(withTypography(characters), box, ink.page);
  const whole = withUnread(told, box, ink).filter(
    ({ text, others }) => text !== "" || (others[0]?.confidence ?? 0) >= PERHAPS,
  );
  const line = { box, characters: whole };
  return second === undefined || isSame(second, textOf(whole)) ? line : { ...line, second };
}

const FIGURES = /^\d+$/u;

/** Pieces as high and no wider than this, in usual lines, are characters, though none was seen in them. */
const HIGH = 0.4;
const WIDEST = 1.5;

function isCharacter([left, top, right, bottom]: PixelBox, ink: PageInk): boolean {
  const usual = ink.usualAt([left, top, right, bottom]);
  const [width, height] = [right - left, bottom - top];
  return height >= HIGH * usual && Math.max(width, height) <= WIDEST * usual;
}

function unreadAt([left, , right]: PixelBox): ReadCharacter {
  return { text: UNREAD, confidence: 0, left, right, others: [] };
}

/** A sign that is read for sure in company was not understood alone, unless a figure was as sure. */
function withCompany(line: RecognizedLine, beside: readonly ReadCharacter[]): RecognizedLine {
  if (beside.length === 0) return line;
  const alone = textOf(line.characters);
  const isTold = sureness(line.characters) >= SURE && FIGURES.test(alone);
  const second = isTold && !isSame(alone, textOf(beside)) ? { second: alone } : {};
  if (sureness(beside) >= SURE) return { box: line.box, characters: beside, ...second };
  return better(line.box, line.characters, beside);
}

/** What a page shows before its text is read. */
interface Seen {
  readonly ink: PageInk;
  readonly rules: readonly PixelRule[];
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
  const { usual } = pageInk(without, rules, found);
  const page = withoutUnderlines(without, usual);
  return { ink: pageInk(page, rules, found), rules, found, gutter };
}

/** The pages on a sheet: engines look at pictures at one size, and see too little of two pages at once. */
function halves({ width, height }: Gray, gutter: number | null): PixelBox[] {
  if (gutter === null) return [[0, 0, width, height]];
  return [
    [0, 0, gutter, height],
    [gutter, 0, width, height],
  ];
}

/** So many lines, the longest, tell whether a page stands on its head. */
const SAMPLE = 9;

function sample({ found, ink }: Seen): Gray[] {
  return found
    .toSorted((a, b) => b[2] - b[0] - (a[2] - a[0]))
    .slice(0, SAMPLE)
    .map((box) => crop(ink.page, box));
}
