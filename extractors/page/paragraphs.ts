import { joinedRead, type Read } from "../../pipeline/model/recognized.js";
import type { Box } from "./geometry.js";
import { around } from "./geometry.js";
import { dominant, type Line, lineBox } from "./lines.js";
import type { TextArea } from "./page-content.js";
import { PAGE } from "./settings.js";
import { add } from "../../pipeline/model/tally.js";
import { median } from "./quantile.js";

/** A line and the page it stands on. */
export interface PlacedLine {
  readonly page: number;
  readonly line: Line;
  readonly area: TextArea;
}

/** The lines of one paragraph. */
export type Passage = readonly [PlacedLine, ...PlacedLine[]];

/** What is usual in a document, by which its headings and breaks stand out. */
export interface Custom {
  /** The distance of two lines of one paragraph, by rounded font size. */
  readonly pitches: ReadonlyMap<number, number>;
  /** The font size of most of the text. */
  readonly bodySize: number;
}

/** Measures what is usual. */
export function customOf(placed: readonly PlacedLine[]): Custom {
  return { pitches: linePitches(placed), bodySize: bodySize(placed) };
}

function bodySize(placed: readonly PlacedLine[]): number {
  const weights = new Map<number, number>();
  for (const one of placed) add(weights, sizeKey(one), one.line.text.length);
  const [first] = [...weights].toSorted(([, a], [, b]) => b - a);
  // Nothing is measured by the size of a document without lines.
  return first === undefined ? 0 : first[0];
}

/** The distance of lines where a full line is followed by another of its size. */
function linePitches(placed: readonly PlacedLine[]): Map<number, number> {
  const steps = new Map<number, number[]>();
  placed.forEach((next, i) => {
    const last = placed[i - 1];
    if (last === undefined || last.page !== next.page || sizeKey(last) !== sizeKey(next)) return;
    const step = next.line.baseline - last.line.baseline;
    if (!isFull(last, next.line) || step > PAGE.paragraphs.wrappedStep * last.line.size) return;
    steps.set(sizeKey(last), [...(steps.get(sizeKey(last)) ?? []), step]);
  });
  const known = [...steps].filter(([, found]) => found.length >= PAGE.paragraphs.wrappedLines);
  return new Map(known.map(([size, found]) => [size, median(found)]));
}

function sizeKey({ line }: PlacedLine): number {
  return Math.round(line.size);
}

/** Joins lines that run on, over page breaks too. */
export function passages(placed: readonly PlacedLine[], custom: Custom): Passage[] {
  const found: [PlacedLine, ...PlacedLine[]][] = [];
  for (const next of placed) {
    const passage = found.at(-1);
    if (passage !== undefined && runsOn(passage, next, custom)) passage.push(next);
    else found.push([next]);
  }
  return found;
}

/** The text of a passage: no blank between lines but where Latin words meet. */
export function passageText(passage: Passage): string {
  return passageRead(passage).text;
}

/** That text, with how it was read. */
export function passageRead(passage: Passage): Read {
  const parts = passage.flatMap(({ line }, i): Read[] => {
    const before = passage[i - 1]?.line.text ?? "";
    const isLatin = /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(line.text);
    return isLatin ? [{ text: " " }, line] : [line];
  });
  return joinedRead(parts, "");
}

/** The type that most of a passage is set in. */
export function passageType(passage: Passage): { size: number; font: string; bold: boolean } {
  const { size, font, bold } = dominant(passage.flatMap(({ line }) => line.words));
  return { size, font, bold };
}

/** The place of its lines on its first page. */
export function passageBox(passage: Passage): Box {
  const [first] = passage;
  return around(passage.filter(({ page }) => page === first.page).map(({ line }) => lineBox(line)));
}

/** Whether a line stands in the middle of the text area, well off both sides. */
export function isCentred({ line, area }: PlacedLine): boolean {
  const least = PAGE.paragraphs.centred * line.size;
  return (
    line.left - area.left > least && area.right - line.right > least && isBalanced({ line, area })
  );
}

/** Whether both sides of a line leave equally much room. */
function isBalanced({ line, area }: Pick<PlacedLine, "line" | "area">): boolean {
  return (
    Math.abs(line.left - area.left - (area.right - line.right)) <
    PAGE.paragraphs.centred * line.size
  );
}

const SENTENCE_END = /([。！？!?；;：:]|(?<=[\p{sc=Han}％%)）”])[.．])["”’)）]?$/u;
const ORDINAL =
  /^\s*([（(]?[一二三四五六七八九十百]+[、)）.．]|第[一二三四五六七八九十百]+[部章节条]|[（(]?\d{1,2}[)）、.．](?!\d)|\d{1,2}[.．]\d{1,2}\s+(?!万|亿|元|个|%)|[①-⑳])/u;
/** Where each gap is at most two blanks wide. */
const LEADS_TO_PAGE =
  /(?:(?<![.．·•…‥—_-])[.．·•…‥—_-]{3,}\s{0,2}|\s{2})[（(—-]?\s{0,2}\d{1,4}\s{0,2}[）)—-]?\s{0,2}$|(?<![.．·•…‥])[.．·•…‥]{6,}\s{0,2}$/u;
const WIDE_GAP = /\s{2,}/gu;
/** Punctuation that cannot begin a line of its own paragraph. */
const NEVER_FIRST = /^[，。、；：！？）》”’％%]/u;

/** Whether a text ends in leaders, or a wide gap, and a page number: an entry of a table of contents. */
export function leadsToPage(text: string): boolean {
  return LEADS_TO_PAGE.test(text.replace(WIDE_GAP, "  "));
}

/** The text of an entry of a table of contents: no leaders, no page number, no blanks. */
export function entryText(text: string): string {
  return text.replace(WIDE_GAP, "  ").replace(LEADS_TO_PAGE, "").replace(/\s/gu, "");
}

function runsOn(passage: Passage, next: PlacedLine, custom: Custom): boolean {
  const last = passage.at(-1) ?? passage[0];
  if (!isSameType(last.line, next.line) || leadsToPage(last.line.text)) return false;
  if (isCentred(last) && isCentred(next)) return isOneTitle(last, next, custom);
  if (isApart(last, next, custom) || !isFull(last, next.line)) return false;
  if (NEVER_FIRST.test(next.line.text)) return true;
  if (beginsAlike(passage, next)) return false;
  if (isCentred(last)) return false;
  if (isCentred(next)) return isBalanced(last) && !SENTENCE_END.test(last.line.text);
  if (ORDINAL.test(next.line.text)) return goesOnWithOrdinal(passage, last, next);
  if (!isIndented(passage, next)) return true;
  return reachesMargin(last) && !SENTENCE_END.test(last.line.text);
}

/** Whether a line is set in like the first line before it, so that it begins a paragraph too. */
function beginsAlike([first, ...others]: Passage, next: PlacedLine): boolean {
  const { line, area } = first;
  if (
    others.length > 0 ||
    Math.abs(next.line.left - line.left) > PAGE.paragraphs.sameIndent * line.size
  )
    return false;
  if (!isSameFace(line, next.line)) return true;
  if (isUnfinishedProse(line)) return false;
  const indent = (line.left - area.left) / line.size;
  const [least, most] = PAGE.paragraphs.firstIndent;
  return indent > least && indent < most;
}

/** A number and words without an end or a clause: a heading, if its line is not full. */
const HEADING =
  /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。；;，,：:]{2,}$/u;

/**
 * A list number at the head of a line begins a paragraph, but where the line before is full and unfinished and the
 * next one is no heading.
 */
function goesOnWithOrdinal([first]: Passage, last: PlacedLine, next: PlacedLine): boolean {
  if (HEADING.test(next.line.text) && !reachesMargin(next)) return false;
  if (Math.abs(next.line.size / last.line.size - 1) > PAGE.paragraphs.sameLevel) return false;
  const isUnindented =
    next.line.left < first.line.left - PAGE.paragraphs.unindented * first.line.size;
  return isUnindented && !SENTENCE_END.test(last.line.text) && reachesMargin(last);
}

const DATE = /^[\d一二三四五六七八九零〇○Oo\s]{2,}年[\d一二三四五六七八九十\s]+月/u;
const PUNCTUATION_END = /[，。、；：！？]$/u;

/** Centred lines are one title where they are set larger than the body, else where the first is full. */
function isOneTitle(last: PlacedLine, next: PlacedLine, { bodySize: usual }: Custom): boolean {
  const { line } = last;
  const step = next.line.baseline - line.baseline;
  if (
    last.page !== next.page ||
    step > PAGE.paragraphs.titleStep * line.size ||
    !isSameFace(line, next.line)
  )
    return false;
  if (ORDINAL.test(next.line.text) || DATE.test(next.line.text)) return false;
  return (
    reachesMargin(last) ||
    (line.size > PAGE.paragraphs.titleSize * usual && !PUNCTUATION_END.test(line.text))
  );
}

function reachesMargin({ line, area }: PlacedLine): boolean {
  return line.right > area.right - PAGE.paragraphs.atMargin * line.size;
}

/** Wider apart than lines of one paragraph are. */
function isApart(last: PlacedLine, next: PlacedLine, custom: Custom): boolean {
  if (last.page !== next.page) return next.page !== last.page + 1;
  const step = next.line.baseline - last.line.baseline;
  const pitch = custom.pitches.get(sizeKey(last)) ?? PAGE.paragraphs.usualPitch * last.line.size;
  return step > PAGE.paragraphs.apart * pitch || step < PAGE.paragraphs.closest * last.line.size;
}

function isSameType(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= PAGE.paragraphs.sameType * Math.max(a.size, b.size);
}

/** Whether two lines are set in one face; figures and Latin letters, often set in another, say nothing. */
function isSameFace(a: Line, b: Line): boolean {
  const [one, other] = [a, b].map((line) => line.words.filter(({ text }) => HAN.test(text)));
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0)
    return true;
  const [face, next] = [dominant(one), dominant(other)];
  return face.font === next.font && face.bold === next.bold;
}

const HAN = /\p{sc=Han}/u;

/** Whether the next line's first character would not have fitted on the last line. */
function isFull({ line, area }: PlacedLine, next: Line): boolean {
  if (isUnfinishedProse(line) && isSameFace(line, next)) return true;
  const slack = SENTENCE_END.test(line.text) ? PAGE.paragraphs.endedSlack : PAGE.paragraphs.slack;
  return line.right + firstUnit(next) > area.right - slack * line.size;
}

/** Notes under a table are wrapped at its width, not at the margin. */
function isUnfinishedProse({ text }: Line): boolean {
  return (
    text.length >= PAGE.paragraphs.prose && /[，。；,;]|：./u.test(text) && !SENTENCE_END.test(text)
  );
}

const UNBREAKABLE = /^[（(《“‘]*([\d.,，．%A-Za-z+×*/=()（）-]+|.)[，。、；：！？）》”’％%]*/u;

function firstUnit(next: Line): number {
  const [word] = next.words;
  if (word === undefined) return 0;
  const characters = UNBREAKABLE.exec(next.text)?.[0].length ?? 1;
  return Math.min(
    next.right - next.left,
    (characters * (word.right - word.left)) / word.text.length,
  );
}

function isIndented(passage: Passage, next: PlacedLine): boolean {
  const [first, second] = passage;
  const offset = (placed: PlacedLine): number => placed.line.left - placed.area.left;
  const margin =
    second === undefined
      ? Math.min(offset(first), PAGE.paragraphs.hanging * first.line.size)
      : offset(second);
  return offset(next) > margin + PAGE.paragraphs.indent * next.line.size;
}
