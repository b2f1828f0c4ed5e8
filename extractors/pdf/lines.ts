import type { Box } from "./geometry.js";
import type { Word } from "./words.js";

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
}

/** Baselines closer than this share of the font size are one. Boxes are not asked: metrics may lie. */
const SAME_BASELINE = 0.4;

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
  return Math.abs(a.baseline - b.baseline) <= SAME_BASELINE * Math.min(a.size, b.size);
}

/** One line of these words. */
export function lineOf(words: readonly Word[]): Line {
  const sorted = words.toSorted((a, b) => a.left - b.left || a.right - b.right);
  const main = dominant(sorted);
  return {
    text: joined(sorted),
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
  return [left, baseline - 0.9 * size, right, baseline + 0.2 * size];
}

/** The word that stands for the type that most characters of a line are set in. */
export function dominant(words: readonly Word[]): Word {
  const weights = new Map<string, { word: Word; weight: number }>();
  for (const word of words) {
    const key = `${word.font} ${word.size.toFixed(1)} ${word.bold}`;
    const entry = weights.get(key) ?? { word, weight: 0 };
    weights.set(key, { ...entry, weight: entry.weight + word.text.length });
  }
  const [first] = [...weights.values()].toSorted((a, b) => b.weight - a.weight);
  if (first === undefined) throw new Error("A line has at least one word");
  return first.word;
}

function joined(words: readonly Word[]): string {
  const stretch = stretchOf(words);
  return words
    .map((word, i) => {
      const before = words[i - 1];
      return (before === undefined ? "" : blanks(before, word, stretch)) + word.text;
    })
    .join("");
}

const NUMBER_PART = /^[\d.,，．%]+$/u;
const WIDE = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;

function blanks(before: Word, word: Word, stretch: number): string {
  const gap = (word.left - before.right) / Math.min(before.size, word.size);
  if (gap <= leastGap(before.text, word.text) || gap <= stretch) return "";
  return gap > 1.2 ? "  " : " ";
}

/** From which gap on, in font sizes, a blank was meant. */
function leastGap(before: string, after: string): number {
  const isSpacedNumber =
    NUMBER_PART.test(before) &&
    NUMBER_PART.test(after) &&
    Math.min(before.length, after.length) === 1;
  if (isSpacedNumber) return 0.75;
  return WIDE.test(before.slice(-1)) || WIDE.test(after.slice(0, 1)) ? 0.35 : 0.15;
}

/** The gap that justification put between all characters of a line, in font sizes. */
function stretchOf(words: readonly Word[]): number {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (words.length < 6 || characters / words.length > 1.7) return 0;
  const gaps = words
    .slice(1)
    .map((word, i) => (word.left - (words[i]?.right ?? word.left)) / word.size)
    .toSorted((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return median > 0 && median < 1.2 ? 1.6 * median : 0;
}
