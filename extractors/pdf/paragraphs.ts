import type { Box } from "./geometry.js";
import { around } from "./geometry.js";
import { dominant, type Line, lineBox } from "./lines.js";

/** A line and the page it stands on. */
export interface PlacedLine {
  readonly page: number;
  readonly line: Line;
  readonly area: TextArea;
}

/** From where to where the lines of a page run. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** The lines of one paragraph. */
export type Passage = readonly [PlacedLine, ...PlacedLine[]];

/** The usual distance of two lines of one paragraph, by font size. */
export type Pitches = ReadonlyMap<number, number>;

/** How many wrapped lines of a size must be seen to tell their distance. */
const WRAPPED_LINES = 3;

/** Measures the distance of lines where a full line is followed by another of its size. */
export function linePitches(placed: readonly PlacedLine[]): Pitches {
  const steps = new Map<number, number[]>();
  placed.forEach((next, i) => {
    const last = placed[i - 1];
    if (last === undefined || last.page !== next.page || sizeKey(last) !== sizeKey(next)) return;
    const step = next.line.baseline - last.line.baseline;
    if (!isFull(last, next.line) || step > 3 * last.line.size) return;
    steps.set(sizeKey(last), [...(steps.get(sizeKey(last)) ?? []), step]);
  });
  return new Map(
    [...steps]
      .filter(([, found]) => found.length >= WRAPPED_LINES)
      .map(([size, found]) => [size, median(found)]),
  );
}

function sizeKey({ line }: PlacedLine): number {
  return Math.round(line.size);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Joins lines that run on, over page breaks too; `pitches` as `linePitches` gives them. */
export function passages(placed: readonly PlacedLine[], pitches: Pitches): Passage[] {
  const found: [PlacedLine, ...PlacedLine[]][] = [];
  for (const next of placed) {
    const passage = found.at(-1);
    if (passage !== undefined && runsOn(passage, next, pitches)) passage.push(next);
    else found.push([next]);
  }
  return found;
}

/** The text of a passage: no blank between lines but where Latin words meet. */
export function passageText(passage: Passage): string {
  return passage
    .map(({ line }) => line.text)
    .reduce((text, next) =>
      /[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(next) ? `${text} ${next}` : text + next,
    );
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
  const before = line.left - area.left;
  const after = area.right - line.right;
  return (
    before > 2.5 * line.size &&
    after > 2.5 * line.size &&
    Math.abs(before - after) < 2.5 * line.size
  );
}

const SENTENCE_END = /[。！？!?；;：:]["”’)）]?$/u;
const ORDINAL =
  /^\s*([（(]?[一二三四五六七八九十百]+[、)）.．]|第[一二三四五六七八九十百]+[部章节条]|[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳])/u;
/** Leaders or a wide gap, then a page number: an entry of a table of contents. */
export const LEADS_TO_PAGE = /([.．·•…‥—_-]{3,}|\s{2,})\s*[（(—-]?\s*\d{1,4}\s*[）)—-]?\s*$/u;
/** Punctuation that cannot begin a line of its own paragraph. */
const NEVER_FIRST = /^[，。、；：！？）》”’％%]/u;

function runsOn(passage: Passage, next: PlacedLine, pitches: Pitches): boolean {
  const last = passage.at(-1) ?? passage[0];
  if (isApart(last, next, pitches) || !isSameType(last.line, next.line)) return false;
  if (LEADS_TO_PAGE.test(last.line.text)) return false;
  if (!isFull(last, next.line)) return false;
  if (NEVER_FIRST.test(next.line.text)) return true;
  if (isCentred(last) || isCentred(next)) return bothCentred(last, next);
  const ended = SENTENCE_END.test(last.line.text);
  if (ended && ORDINAL.test(next.line.text)) return false;
  return isIndented(passage, next) ? !ended && !ORDINAL.test(next.line.text) : true;
}

/** Wider apart than lines of one paragraph are. */
function isApart(last: PlacedLine, next: PlacedLine, pitches: Pitches): boolean {
  if (last.page !== next.page) return next.page !== last.page + 1;
  const step = next.line.baseline - last.line.baseline;
  const pitch = pitches.get(sizeKey(last)) ?? 1.8 * last.line.size;
  return step > 1.35 * pitch || step < 0.5 * last.line.size;
}

function isSameType(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);
}

/** Whether the next line's first character would not have fitted on the last line. */
function isFull({ line, area }: PlacedLine, next: Line): boolean {
  return line.right + firstUnit(next) > area.right - 0.6 * line.size;
}

const UNBREAKABLE = /^[（(《“‘]*([\d.,，．%A-Za-z+×*/=()-]+|.)[，。、；：！？）》”’％%]*/u;

function firstUnit(next: Line): number {
  const [word] = next.words;
  if (word === undefined) return 0;
  const characters = UNBREAKABLE.exec(next.text)?.[0].length ?? 1;
  return Math.min(
    next.right - next.left,
    (characters * (word.right - word.left)) / word.text.length,
  );
}

function bothCentred(last: PlacedLine, next: PlacedLine): boolean {
  return isCentred(next) && (isCentred(last) || last.line.left >= last.area.left);
}

function isIndented(passage: Passage, next: PlacedLine): boolean {
  const [first, second] = passage;
  const offset = (placed: PlacedLine): number => placed.line.left - placed.area.left;
  const margin =
    second === undefined ? Math.min(offset(first), 0.5 * first.line.size) : offset(second);
  return offset(next) > margin + 0.8 * next.line.size;
}
