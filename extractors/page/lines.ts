import type { Recognized } from "../../pipeline/model/document.js";
import { joinedRead, type Read } from "../../pipeline/model/recognized.js";
import type { Box } from "./geometry.js";
import type { Word } from "./words.js";
import { PAGE } from "./settings.js";
import { median } from "./quantile.js";

/** Words on one baseline, read from left to right. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The dominant font size, face and weight. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly words: readonly Word[];
  /** Given where it was read from a picture. */
  readonly recognized?: Recognized;
}

/** Groups words by baseline, from the top down. */
export function lines(words: readonly Word[]): Line[] {
  const groups: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isSameBaseline(last, word)) group.push(word);
    else groups.push([word]);
  }
  return groups.map(lineOf);
}

function isSameBaseline(a: Word, b: Word): boolean {
  if (a.sideways || b.sideways) return false;
  return Math.abs(a.baseline - b.baseline) <= PAGE.lines.sameBaseline * Math.min(a.size, b.size);
}

/** One line of these words. */
function lineOf(words: readonly Word[]): Line {
  const [only] = words;
  if (only !== undefined && words.length === 1) return { ...only, words };
  const sorted = words.toSorted((a, b) => a.left - b.left || a.right - b.right);
  const main = dominant(sorted);
  return {
    ...joined(sorted),
    left: Math.min(...sorted.map(({ left }) => left)),
    right: Math.max(...sorted.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    bold: main.bold,
    words: sorted,
  };
}

/** The box of a line, drawn around its baseline: the glyphs' own boxes may be wrong. */
export function lineBox({ left, right, baseline, size }: Line): Box {
  return [left, baseline - PAGE.glyph.ascent * size, right, baseline + PAGE.glyph.descent * size];
}

/** The word that stands for the type that most characters of a line are set in. */
export function dominant(words: readonly Word[]): Word {
  const types: { readonly word: Word; weight: number }[] = [];
  for (const word of words) {
    const type = types.find((known) => isSameType(known.word, word));
    if (type === undefined) types.push({ word, weight: word.text.length });
    else type.weight += word.text.length;
  }
  const [first, ...others] = types;
  if (first === undefined) throw new Error("A line has at least one word");
  return others.reduce((most, type) => (type.weight > most.weight ? type : most), first).word;
}

function isSameType(a: Word, b: Word): boolean {
  return a.font === b.font && a.bold === b.bold && Math.abs(a.size - b.size) < PAGE.lines.sameSize;
}

function joined(words: readonly Word[]): Read {
  const gaps = { stretched: stretchOf(words), inNumbers: numberGap(words) };
  const parts = words.flatMap((word, i): Read[] => {
    const before = words[i - 1];
    return before === undefined ? [word] : [{ text: blanks(before, word, gaps) }, word];
  });
  return joinedRead(parts, "");
}

/** Gaps that were not meant as blanks, in font sizes. */
interface LayoutGaps {
  readonly stretched: number;
  readonly inNumbers: number;
}

const WIDE = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;

function blanks(before: Word, word: Word, gaps: LayoutGaps): string {
  const gap = gapBetween(before, word);
  const least =
    WIDE.test(before.text.slice(-1)) || WIDE.test(word.text.slice(0, 1))
      ? PAGE.lines.wideBlank
      : PAGE.lines.blank;
  if (gap <= Math.max(least, gaps.stretched)) return "";
  if (isPartOfNumber(before, word) && gap <= gaps.inNumbers) return "";
  return gap > PAGE.lines.twoBlanks ? "  " : " ";
}

/** In font sizes. */
function gapBetween(before: Word, word: Word): number {
  return (word.left - before.right) / Math.min(before.size, word.size);
}

const NUMBER_PART = /^[\d.,，．%]+$/u;

function isPartOfNumber(before: Word, word: Word): boolean {
  return (
    NUMBER_PART.test(before.text) &&
    NUMBER_PART.test(word.text) &&
    Math.min(before.text.length, word.text.length) <= PAGE.lines.brokenPart
  );
}

/** The widest gap that can stand inside a number: numbers are sometimes set with a gap after each figure. */
function numberGap(words: readonly Word[]): number {
  if (words.length < 3) return 0;
  const found = words.slice(1).flatMap((word, i) => {
    const before = words[i];
    return before !== undefined && isPartOfNumber(before, word) ? [gapBetween(before, word)] : [];
  });
  if (found.length < 2) return 0;
  const usual = median(found);
  return usual > PAGE.lines.numberGap
    ? Math.min(usual + PAGE.lines.numberSpread, PAGE.lines.widestNumberGap)
    : 0;
}

/** The gap that justification put between all characters of a line, in font sizes. */
function stretchOf(words: readonly Word[]): number {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (
    words.length < PAGE.lines.stretchedWords ||
    characters / words.length > PAGE.lines.stretchedLength
  )
    return 0;
  const gaps = words
    .slice(1)
    .map((word, i) => (word.left - (words[i]?.right ?? word.left)) / word.size);
  const usual = median(gaps);
  return usual > 0 && usual < PAGE.lines.stretch ? PAGE.lines.stretchSpread * usual : 0;
}
