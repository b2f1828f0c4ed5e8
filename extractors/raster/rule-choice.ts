import type { Gray } from "./gray.js";
import type { StraightRun } from "./straight-runs.js";
import { PAPER } from "./thin-ink.js";

/** Marks along both axes; the vertical ones as if the page were mirrored at its falling diagonal. */
export interface Crossing {
  readonly horizontal: readonly StraightRun[];
  readonly vertical: readonly StraightRun[];
}

/** The ink of a page and of its mirror. */
export interface InkBothWays {
  readonly horizontal: Gray;
  readonly vertical: Gray;
  readonly dpi: number;
}

/** Longer than what strokes of neighbouring characters draw together, in inches: a rule by itself. */
const LONG = 1.6;
/** A shorter mark that ends at one rule is another where it is longer than the strokes of small print. */
const STUB = 0.3;
/** How far from a rule, in inches, a mark may end that meets it. */
const REACH = 0.025;

/** The marks that are rules: long ones, and short ones between others. */
export function acceptedRules(found: Crossing, ink: InkBothWays): Crossing {
  const clear = {
    horizontal: found.horizontal.filter((run) => isClear(run, ink.horizontal, ink.dpi)),
    vertical: found.vertical.filter((run) => isClear(run, ink.vertical, ink.dpi)),
  };
  const isLong = ({ from, to }: StraightRun): boolean => to - from >= LONG * ink.dpi;
  let accepted: Crossing = {
    horizontal: clear.horizontal.filter(isLong),
    vertical: clear.vertical.filter(isLong),
  };
  for (;;) {
    const vertical = clear.vertical.filter(
      (run) => isLong(run) || isBetween(run, accepted.horizontal, ink.dpi),
    );
    const horizontal = clear.horizontal.filter(
      (run) => isLong(run) || isBetween(run, vertical, ink.dpi),
    );
    const before = accepted.horizontal.length + accepted.vertical.length;
    accepted = { horizontal, vertical };
    if (horizontal.length + vertical.length === before) return accepted;
  }
}

function isBetween(run: StraightRun, across: readonly StraightRun[], dpi: number): boolean {
  const reach = Math.max(3, REACH * dpi);
  const meets = (end: number): boolean =>
    across.some(
      (other) =>
        Math.abs(other.start + other.slope * run.at - end) <= reach + other.thickness / 2 &&
        run.at >= other.from - reach &&
        run.at <= other.to + reach,
    );
  const ends = [run.from, run.to].filter(meets).length;
  return ends === 2 || (ends === 1 && run.to - run.from >= STUB * dpi);
}

/** The share of a line of text that is ink is larger than that of what touches a rule. */
const TOUCHED = 0.4;
/** The share of a rule that is drawn. */
const DRAWN = 0.9;

/** Whether at least one side of a mark is mostly paper, and the mark itself is mostly ink. */
function isClear(run: StraightRun, { width, height, data }: Gray, dpi: number): boolean {
  const off = Math.ceil(run.thickness / 2 + Math.max(2, 0.012 * dpi));
  const near = Math.max(1, Math.ceil(run.thickness / 2));
  const isInk = (x: number, y: number): boolean =>
    y >= 0 && y < height && data[y * width + x] !== PAPER;
  let [above, below, drawn] = [0, 0, 0];
  for (let x = run.from; x < run.to; x += 1) {
    const y = Math.round(run.start + run.slope * (x + 0.5));
    if (isInk(x, y - off)) above += 1;
    if (isInk(x, y + off)) below += 1;
    if (isInk(x, y) || isInk(x, y - near) || isInk(x, y + near)) drawn += 1;
  }
  const length = run.to - run.from;
  return Math.min(above, below) <= TOUCHED * length && drawn >= DRAWN * length;
}
