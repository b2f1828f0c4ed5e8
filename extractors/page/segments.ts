import { oncePer } from "../../pipeline/model/once-per.js";
import { type Line, lines as linesOf } from "./lines.js";
import type { Word } from "./words.js";
import { PAGE } from "./settings.js";

/** Text of a line between two wide gaps. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly baseline: number;
  readonly words: readonly Word[];
}

/** The parts of a line between wide gaps. */
export const segments = oncePer((line: Line): readonly Segment[] => {
  const groups: Word[][] = [];
  for (const word of line.words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && !isParted(last, word)) group.push(word);
    else groups.push([word]);
  }
  return joinSpread(groups).flatMap((group) => linesOf(group));
});

/** An amount with nothing missing of it. */
const WHOLE = /^[-−]?(\d{1,3}(,\d{3})+(\.\d{1,2})?|\d+\.\d{1,2})$/u;
const HAN_LAST = /\p{sc=Han}[）)]?$/u;

function isParted(last: Word, word: Word): boolean {
  const gap = word.left - last.right;
  if (gap >= PAGE.alignment.columnGap * word.size) return true;
  if (!WHOLE.test(word.text)) return false;
  return (
    WHOLE.test(last.text) ||
    (gap >= PAGE.alignment.amountGap * word.size && HAN_LAST.test(last.text))
  );
}

const ONE_CHARACTER = /^\p{sc=Han}$/u;

/** Joins single characters side by side: words of two characters are set over the width of four. */
function joinSpread(groups: readonly Word[][]): Word[][] {
  const joined: Word[][] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    if (before !== undefined && isSpread(before, group)) before.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

function isSpread(before: readonly Word[], group: readonly Word[]): boolean {
  const [last, next] = [before.at(-1), group[0]];
  if (last === undefined || next === undefined || group.length > 1) return false;
  return (
    before.every(({ text }) => ONE_CHARACTER.test(text)) &&
    ONE_CHARACTER.test(next.text) &&
    next.left - last.right <= PAGE.alignment.spread * next.size
  );
}
