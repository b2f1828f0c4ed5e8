import type { Recognized } from "../../pipeline/model/document.js";
import type { Box } from "./geometry.js";
import type { Glyph, Run } from "./marks.js";
import { recognizedWord } from "./recognized-word.js";
import { PAGE } from "./settings.js";

/** Text without a gap in it, painted by one operator: the smallest piece that stays together. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Text that runs down or up the page. */
  readonly sideways: boolean;
  /** Given where it was read from a picture. */
  readonly recognized?: Recognized;
}

const BLANK = /^[\s\u00a0\u3000\u200b\ufeff]*$/u;

/** The words of a page in the order in which they are painted. Text painted twice is taken once. */
export function words(glyphs: readonly Glyph[]): Word[] {
  const found: Word[] = [];
  let start = 0;
  glyphs.forEach((glyph, i) => {
    const last = glyphs[i - 1];
    const isBlank = isGap(glyph);
    const goesOn = i > start && last !== undefined && continues(last, glyph);
    if (goesOn && !isBlank) return;
    if (i > start) found.push(wordOf(glyphs.slice(start, i)));
    start = isBlank ? i + 1 : i;
  });
  if (start < glyphs.length) found.push(wordOf(glyphs.slice(start)));
  return withoutRepeats(found);
}

/** What parts words. Where a picture shows nothing for sure, something may stand all the same. */
function isGap({ text, recognized }: Glyph): boolean {
  return BLANK.test(text) && (text !== "" || recognized === undefined);
}

function continues(last: Glyph, next: Glyph): boolean {
  if (last.run !== next.run) return false;
  const { size, turn } = next.run;
  const [along, across] = [next.x - last.endX, next.y - last.endY];
  const [gap, shift] = turn === 0 ? [along, across] : sidewaysGap(turn, along, across);
  return (
    gap <= PAGE.words.gap * size &&
    gap >= -PAGE.words.backstep * size &&
    Math.abs(shift) <= PAGE.words.shift * size
  );
}

function sidewaysGap(turn: Run["turn"], dx: number, dy: number): [number, number] {
  if (turn === 1) return [dy, dx];
  return turn === 2 ? [-dx, dy] : [-dy, dx];
}

function wordOf(glyphs: readonly Glyph[]): Word {
  const [first] = glyphs;
  if (first === undefined) throw new Error("A word has at least one glyph");
  const [left, top, right, bottom] = extent(glyphs);
  const { size, font, bold, turn } = first.run;
  const sideways = turn === 1 || turn === 3;
  const half = sideways ? size * PAGE.glyph.middle : 0;
  const recognized = recognizedWord(glyphs);
  return {
    text: glyphs.map(({ text }) => text).join(""),
    left: left - half,
    right: right + half,
    baseline: sideways ? (top + bottom) / 2 + half : first.y,
    size,
    font,
    bold,
    sideways,
    ...(recognized === undefined ? {} : { recognized }),
  };
}

function extent(glyphs: readonly Glyph[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, endX, endY } of glyphs) {
    left = Math.min(left, x, endX);
    top = Math.min(top, y, endY);
    right = Math.max(right, x, endX);
    bottom = Math.max(bottom, y, endY);
  }
  return [left, top, right, bottom];
}

/** A bold face is sometimes faked by painting the text again, a hair's breadth aside. */
function withoutRepeats(painted: readonly Word[]): Word[] {
  const kept: Word[] = [];
  const places = new Map<string, number[]>();
  for (const word of painted) {
    const at = earliest(
      squaresNear(word).flatMap((square) => places.get(square) ?? []),
      (i) => isRepeat(word, kept[i]),
    );
    const first = at === undefined ? undefined : kept[at];
    if (at !== undefined && first !== undefined) kept[at] = { ...first, bold: true };
    else {
      const square = squareOf(
        word.text,
        word.left / PAGE.words.square,
        word.baseline / PAGE.words.square,
      );
      const same = places.get(square);
      if (same === undefined) places.set(square, [kept.length]);
      else same.push(kept.length);
      kept.push(word);
    }
  }
  return kept;
}

function earliest(
  indices: readonly number[],
  isWanted: (index: number) => boolean,
): number | undefined {
  let least: number | undefined;
  for (const i of indices) if ((least === undefined || i < least) && isWanted(i)) least = i;
  return least;
}

const asideOf = ({ size }: Word): number =>
  Math.min(PAGE.words.aside * size, PAGE.words.farthestAside);

function squareOf(text: string, column: number, row: number): string {
  return `${Math.floor(column)} ${Math.floor(row)} ${text}`;
}

/** The squares in which a word may stand that this one repeats: mostly one. */
function squaresNear(word: Word): string[] {
  const near = asideOf(word);
  const found: string[] = [];
  const lastRow = Math.floor((word.baseline + near) / PAGE.words.square);
  const lastColumn = Math.floor((word.left + near) / PAGE.words.square);
  for (let row = Math.floor((word.baseline - near) / PAGE.words.square); row <= lastRow; row += 1)
    for (
      let column = Math.floor((word.left - near) / PAGE.words.square);
      column <= lastColumn;
      column += 1
    )
      found.push(squareOf(word.text, column, row));
  return found;
}

function isRepeat(word: Word, other: Word | undefined): boolean {
  const near = asideOf(word);
  return (
    other !== undefined &&
    Math.abs(word.baseline - other.baseline) <= near &&
    Math.abs(word.left - other.left) <= near &&
    Math.abs(word.size - other.size) < PAGE.words.sameSize
  );
}
