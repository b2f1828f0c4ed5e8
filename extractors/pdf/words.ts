import type { Glyph } from "./marks.js";

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
}

/** A gap wider than this share of the font size parts words. */
const GAP = 0.3;
/** Glyphs that fall back farther than this share start a new word. */
const BACKSTEP = 0.6;
const BLANK = /^[\s\u00a0\u3000\u200b\ufeff]*$/u;

/** The words of a page in the order in which they are painted. Text painted twice is taken once. */
export function words(glyphs: readonly Glyph[]): Word[] {
  const found: Word[] = [];
  let word: Glyph[] = [];
  const finish = (): void => {
    if (word.length > 0) found.push(wordOf(word));
    word = [];
  };
  for (const glyph of glyphs) {
    const last = word.at(-1);
    if (last !== undefined && !continues(last, glyph)) finish();
    if (BLANK.test(glyph.text)) finish();
    else word.push(glyph);
  }
  finish();
  return withoutRepeats(found);
}

function continues(last: Glyph, next: Glyph): boolean {
  if (last.run !== next.run || last.turn !== next.turn) return false;
  const along = last.turn === 0 ? 0 : 1;
  const across = 1 - along;
  const sign = last.turn === 2 || last.turn === 3 ? -1 : 1;
  const gap = ((next.from[along] ?? 0) - (last.to[along] ?? 0)) * sign;
  const shift = Math.abs((next.from[across] ?? 0) - (last.from[across] ?? 0));
  return gap <= GAP * next.size && gap >= -BACKSTEP * next.size && shift <= 0.2 * next.size;
}

function wordOf(glyphs: readonly Glyph[]): Word {
  const [first] = glyphs;
  if (first === undefined) throw new Error("A word has at least one glyph");
  const xs = glyphs.flatMap(({ from, to }) => [from[0], to[0]]);
  const sideways = first.turn === 1 || first.turn === 3;
  const ys = glyphs.flatMap(({ from, to }) => [from[1], to[1]]);
  const half = sideways ? first.size * 0.35 : 0;
  return {
    text: glyphs.map(({ text }) => text).join(""),
    left: Math.min(...xs) - half,
    right: Math.max(...xs) + half,
    baseline: sideways ? (Math.min(...ys) + Math.max(...ys)) / 2 + half : first.from[1],
    size: first.size,
    font: first.font,
    bold: first.bold,
    sideways,
  };
}

/** A bold face is sometimes faked by painting the text again, a hair's breadth aside. */
function withoutRepeats(painted: readonly Word[]): Word[] {
  const places = new Map<string, number[]>();
  const kept: Word[] = [];
  for (const word of painted) {
    const same = places.get(word.text) ?? [];
    const at = same.find((i) => isRepeat(word, kept[i]));
    const first = at === undefined ? undefined : kept[at];
    if (at !== undefined && first !== undefined) kept[at] = { ...first, bold: true };
    else {
      places.set(word.text, [...same, kept.length]);
      kept.push(word);
    }
  }
  return kept;
}

function isRepeat(word: Word, other: Word | undefined): boolean {
  const near = 0.15 * word.size;
  return (
    other !== undefined &&
    Math.abs(word.size - other.size) < 0.5 &&
    Math.abs(word.left - other.left) <= near &&
    Math.abs(word.baseline - other.baseline) <= near
  );
}
