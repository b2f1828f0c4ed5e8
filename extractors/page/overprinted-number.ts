import type { Lattice } from "./lattice.js";
import { type Line, lines } from "./lines.js";
import { PAGE } from "./settings.js";
import type { Word } from "./words.js";

const NUMBER = /^(?:第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|[-—–－]\d{1,4}[-—–－])$/u;

/** Whether a line is a page number with its words or dashes, and nothing else (`第 66 页`). */
export function isDecoratedNumber({ text }: Line): boolean {
  return NUMBER.test(text.normalize("NFKC").replace(/\s/gu, ""));
}

/**
 * The words of a page number that is printed over the last rows of a table: it stands at the foot of the page on a
 * line of its own and crosses a border between columns, which the text of a cell does not.
 */
export function overprintedNumber(
  words: readonly Word[],
  frames: readonly Lattice[],
  height: number,
): readonly Word[] {
  const foot = words.filter(({ baseline }) => baseline > height * (1 - PAGE.furniture.margin));
  const number = lines(foot).find(
    (line) => isDecoratedNumber(line) && frames.some((frame) => isCrossed(line, frame)),
  );
  return number?.words ?? [];
}

function isCrossed({ left, right, baseline }: Line, { xs, ys }: Lattice): boolean {
  const [top = Infinity] = ys;
  const bottom = ys.at(-1) ?? -Infinity;
  return baseline > top && baseline < bottom && xs.some((x) => x > left && x < right);
}
