import { around } from "../page/geometry.js";
import type { PixelBox } from "../raster/gray.js";
import { inkBox, inkRuns } from "../raster/crop.js";
import type { PixelRule } from "../raster/rules.js";
import type { PageInk } from "./page-ink.js";
import { uncoveredInk } from "./uncovered-ink.js";
import { SCAN } from "./settings.js";

/**
 * The pieces of text of a page, each in one line and one cell, around their ink: what the engine found,
 * parted at rules and wide gaps, and all other ink that may be text.
 */
export function segments(found: readonly PixelBox[], page: PageInk): PixelBox[] {
  const pieces = parted(found, page);
  return parted([...pieces, ...uncoveredInk(pieces, page)], page);
}

function parted(boxes: readonly PixelBox[], ink: PageInk): PixelBox[] {
  const pieces = boxes.flatMap((box) => atRules(box, ink)).map((piece) => wholeInk(piece, ink));
  return joined(pieces)
    .flatMap((piece) => atLineBreaks(piece, ink))
    .flatMap((piece) => atGaps(piece, ink));
}

/** Boxes that overlap along a line hold parts of one text: a character in both would be read twice. */
function joined(pieces: readonly PixelBox[]): PixelBox[] {
  const whole: PixelBox[] = [];
  for (const piece of pieces) {
    let box = piece;
    for (let i = whole.findIndex((other) => isOneLine(other, box)); i >= 0;) {
      const [other = box] = whole.splice(i, 1);
      box = around([box, other]);
      i = whole.findIndex((each) => isOneLine(each, box));
    }
    whole.push(box);
  }
  return whole;
}

function isOneLine(a: PixelBox, b: PixelBox): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height >= SCAN.pieces.oneLine * Math.min(a[3] - a[1], b[3] - b[1]);
}

function atRules(box: PixelBox, { rules }: PageInk): PixelBox[] {
  const [left, top, right, bottom] = box;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const stops = (axis: PixelRule["axis"]) => {
    const [low, high, across] =
      axis === "vertical" ? [left, right, middle.y] : [top, bottom, middle.x];
    return rules
      .filter((rule) => rule.axis === axis && rule.from <= across && rule.to >= across)
      .map(({ at }) => Math.round(at))
      .filter((at) => at > low + SCAN.pieces.within && at < high - SCAN.pieces.within)
      .toSorted((a, b) => a - b);
  };
  const xs = [left, ...stops("vertical"), right];
  const ys = [top, ...stops("horizontal"), bottom];
  return ys
    .slice(1)
    .flatMap((to, i) =>
      xs.slice(1).map((end, k): PixelBox => [xs[k] ?? left, ys[i] ?? top, end, to]),
    );
}

/** How far, in usual lines, ink may reach out of its box: at the ends of a line, and above and below it. */
const OUT = { x: 0.6, y: 0.15 } as const;

/** A box that cuts no character: as far as ink reaches from it without a gap. */
function wholeInk([left, top, right, bottom]: PixelBox, { page, usual }: PageInk): PixelBox {
  const [dx, dy] = [Math.round(OUT.x * usual), Math.round(OUT.y * usual)];
  const column = (x: number) => inkBox(page, [x, top, x + 1, bottom]) !== null;
  const row = (y: number) => inkBox(page, [left, y, right, y + 1]) !== null;
  return [
    reach(left, -dx, column),
    reach(top, -dy, row),
    reach(right, dx, column),
    reach(bottom, dy, row),
  ];
}

/** How far ink reaches without a gap from a place on, at most by so much. */
function reach(from: number, most: number, isInk: (at: number) => boolean): number {
  let at = from;
  while (at !== from + most && isInk(at)) at += Math.sign(most);
  return at;
}

function atLineBreaks(box: PixelBox, { page, usual }: PageInk): PixelBox[] {
  const [left, top, right, bottom] = box;
  if (bottom - top <= SCAN.pieces.severalLines * usual) return [box];
  const runs = inkRuns(page, box, "y");
  const isSlice = ([from, to]: readonly [number, number]) =>
    to - from < SCAN.pieces.slice * usual && (from === top || to === bottom) && runs.length > 1;
  const lines: [number, number][] = [];
  for (const [from, to] of runs.filter((run) => !isSlice(run))) {
    const last = lines.at(-1);
    const isPart = (other: readonly [number, number]) =>
      Math.min(to - from, other[1] - other[0]) < SCAN.pieces.leastLine * usual;
    if (last !== undefined && isPart(last) && to - last[0] <= usual) last[1] = to;
    else lines.push([from, to]);
  }
  return lines.map(([from, to]): PixelBox => [left, from, right, to]);
}

function atGaps(box: PixelBox, { page, usual }: PageInk): PixelBox[] {
  const [, top, , bottom] = box;
  const widest = SCAN.pieces.columnGap * Math.min(usual, bottom - top);
  const columns: [number, number][] = [];
  for (const [from, to] of inkRuns(page, box, "x")) {
    const last = columns.at(-1);
    if (last !== undefined && from - last[1] <= widest) last[1] = to;
    else columns.push([from, to]);
  }
  return columns.flatMap(([from, to]) => {
    const own = inkBox(page, [from, top, to, bottom]);
    return own === null ? [] : [own];
  });
}
