import { elementAt } from "../../pipeline/model/element-at.js";
import { around, type Box } from "./geometry.js";
import { outline } from "./lattice.js";
import { lineBox, lines as linesOf } from "./lines.js";
import type { PageContent } from "./page-content.js";
import { isFigure } from "./row-bands.js";
import { type Segment, segments } from "./segments.js";
import { PAGE } from "./settings.js";

/**
 * A page in the order it is read: two tables beside each other under a caption each, or two columns of prose, come
 * as pages of their own with the same number, after what stands above them and before what stands below.
 */
export function pageColumns(page: PageContent): readonly PageContent[] {
  const parts = page.lines.map(segments);
  // Most pages of tables have none: their lines are not gone through one by one.
  const mayBeProse = SIDES.every((side) => parts.some((own) => isSentenceAt(own, side)));
  for (const [i, line] of page.lines.entries()) {
    const own = elementAt(parts, i);
    if (own.length !== 2) continue;
    const isCaptions = areCaptions(own);
    if (!isCaptions && !mayBeProse) continue;
    const columns = isCaptions ? underCaptions(boxesOf(page), own) : ofProse(parts.slice(i));
    if (columns === null) continue;
    const { x, bottom } = columns;
    const top = lineBox(line)[1];
    const within = ([, y]: Box): boolean => y >= top && y < bottom;
    return [
      partOf(page, ([, y]) => y < top),
      withArea(partOf(page, (box) => within(box) && box[2] <= x)),
      withArea(partOf(page, (box) => within(box) && box[0] >= x)),
      ...pageColumns(partOf(page, ([, y]) => y >= bottom)),
    ].filter(({ lines, grids }) => lines.length + grids.length > 0);
  }
  return [page];
}

/** Where two columns part, and the height at which something goes across again. */
interface Columns {
  readonly x: number;
  readonly bottom: number;
}

/** What stands on a page: whether it is a figure of a table or a whole table. */
interface Placed {
  readonly box: Box;
  readonly hasFigure: boolean;
}

function boxesOf({ lines, grids }: PageContent): readonly Placed[] {
  const words = lines.flatMap((line) =>
    line.words.map((word) => ({
      box: lineBox({ ...line, left: word.left, right: word.right }),
      hasFigure: isFigure(word),
    })),
  );
  return [...words, ...grids.map((grid) => ({ box: outline(grid), hasFigure: true }))];
}

/** A title of a table, as it ends. */
const CAPTION = /表\s*(?:[（(][^（）()]*[)）])?$/u;

function areCaptions(parts: readonly Segment[]): boolean {
  return parts.every(({ text }) => CAPTION.test(text.trim()));
}

/** Two columns with figures, each under the middle or the left edge of its caption. */
function underCaptions(
  placed: readonly Placed[],
  [left, right]: readonly Segment[],
): Columns | null {
  if (left === undefined || right === undefined) return null;
  const top = left.baseline - PAGE.glyph.ascent * left.size;
  const below = placed.filter(({ box }) => box[1] >= top);
  const across = below.filter(({ box }) => box[0] < left.right && box[2] > right.left);
  const bottom = Math.min(Infinity, ...across.map(({ box }) => box[1]));
  const within = below.filter(({ box }) => box[1] < bottom);
  const offset = (x: number): number => offsetOf(within, x, left) + offsetOf(within, x, right);
  const gaps = gapsBetween(within, left.right, right.left);
  const [best] = gaps.toSorted((a, b) => offset(a) - offset(b));
  const most = PAGE.columns.captionOffset * left.size;
  return best === undefined || offset(best) > most ? null : { x: best, bottom };
}

/** How far a caption stands from the left edge or the middle of what is on its side; infinite where no figures are. */
function offsetOf(placed: readonly Placed[], x: number, { left, right }: Segment): number {
  const side = placed.filter(({ box }) => (right <= x ? box[2] <= x : box[0] >= x));
  if (!side.some(({ hasFigure }) => hasFigure)) return Infinity;
  const [from, , to] = around(side.map(({ box }) => box));
  return Math.min(Math.abs(left - from), Math.abs((left + right - from - to) / 2));
}

/** The middles of the gaps of a range into which nothing reaches. */
function gapsBetween(placed: readonly Placed[], from: number, to: number): readonly number[] {
  const gaps: number[] = [];
  let at = from;
  for (const { box } of placed.toSorted((a, b) => a.box[0] - b.box[0])) {
    if (box[0] > at && at < to) gaps.push((at + Math.min(box[0], to)) / 2);
    at = Math.max(at, box[2]);
  }
  return gaps;
}

const SENTENCE = /[，。；]/u;
const SIDES = [0, 1] as const;

/** Whether one text of a line of two reads as a sentence. */
function isSentenceAt(parts: readonly Segment[], side: (typeof SIDES)[number]): boolean {
  return parts.length === 2 && SENTENCE.test(parts[side]?.text ?? "");
}

/** Columns of prose from the first of these lines on, which has two texts: each line two with one gap between all. */
function ofProse(lines: readonly (readonly Segment[])[]): Columns | null {
  let [from, to] = [-Infinity, Infinity];
  const run: (readonly Segment[])[] = [];
  for (const parts of lines) {
    const [left, right] = parts;
    if (left === undefined || parts.length > 2) break;
    // A line of one column alone lies on its side of the gap.
    const [start, end] =
      right === undefined
        ? left.right < to
          ? [Math.min(left.right, to), to]
          : [from, Math.max(left.left, from)]
        : [left.right, right.left];
    if (Math.max(from, start) >= Math.min(to, end)) break;
    [from, to] = [Math.max(from, start), Math.min(to, end)];
    run.push(parts);
  }
  const pairs = run.filter(({ length }) => length === 2);
  const isProse = SIDES.every((side) => {
    const sentences = pairs.filter((parts) => isSentenceAt(parts, side));
    return sentences.length >= PAGE.columns.sentences * pairs.length;
  });
  const [next] = lines[run.length] ?? [];
  const bottom = next === undefined ? Infinity : next.baseline - PAGE.glyph.ascent * next.size;
  return pairs.length >= PAGE.columns.fewestLines && isProse
    ? { x: (from + to) / 2, bottom }
    : null;
}

/** A column whose lines run from its left edge to its right one. */
function withArea(page: PageContent): PageContent {
  const boxes = [...page.lines.map(lineBox), ...page.grids.map(outline)];
  const [left, , right] = around(boxes);
  return { ...page, area: { left, right } };
}

/** A page of the lines, grids and rules whose boxes are taken. */
function partOf(page: PageContent, takes: (box: Box) => boolean): PageContent {
  const words = page.lines.flatMap((line) =>
    line.words.filter((word) => takes(lineBox({ ...line, left: word.left, right: word.right }))),
  );
  const lines = linesOf(words);
  const grids = page.grids.filter((grid) => takes(outline(grid)));
  const rules = page.rules.filter(({ axis, at, from, to }) => {
    const middle = (from + to) / 2;
    return takes(axis === "horizontal" ? [from, at, to, at] : [at, middle, at, middle]);
  });
  return { ...page, lines, grids, rules };
}
