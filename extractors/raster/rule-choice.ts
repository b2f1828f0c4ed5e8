import type { Gray } from "./gray.js";
import type { StraightRun } from "./straight-runs.js";
import { PAPER } from "./thin-ink.js";
import { RASTER } from "./settings.js";

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

/** The marks that are rules: long ones, and short ones between others. */
export function acceptedRules(found: Crossing, ink: InkBothWays): Crossing {
  const { dpi } = ink;
  const choices = {
    horizontal: choicesOf(found.horizontal, ink.horizontal, dpi),
    vertical: choicesOf(found.vertical, ink.vertical, dpi),
  };
  let accepted: Crossing = {
    horizontal: choices.horizontal.filter(({ isLong }) => isLong).map(({ run }) => run),
    vertical: [],
  };
  for (;;) {
    const vertical = rulesAmong(choices.vertical, accepted.horizontal, {
      ink: ink.vertical,
      dpi,
    });
    const horizontal = rulesAmong(choices.horizontal, vertical, { ink: ink.horizontal, dpi });
    const before = accepted.horizontal.length + accepted.vertical.length;
    accepted = { horizontal, vertical };
    if (horizontal.length + vertical.length === before) return accepted;
  }
}

/** A mark that may be a rule. */
interface Choice {
  readonly run: StraightRun;
  readonly isLong: boolean;
  /** Whether nothing is close to it: a stroke of a character has others. */
  readonly isAlone: boolean;
  /** Whether it is short and nothing stands within half a character of it: the last stroke of 用 is alone, and not free. */
  readonly isFree: boolean;
}

function choicesOf(runs: readonly StraightRun[], ink: Gray, dpi: number): Choice[] {
  const choices: Choice[] = [];
  for (const run of runs) {
    const isLong = run.to - run.from >= RASTER.rules.long * dpi;
    const { drawn, above, below } = sidesOf(run, ink, dpi);
    const isClear = isLong
      ? Math.min(above, below) <= RASTER.rules.touched
      : above + below <= RASTER.rules.touchedShort;
    if (drawn < RASTER.rules.drawn || !isClear) continue;
    const isAlone = above + below <= RASTER.rules.touchedNowhere;
    const isFree = !isLong && isAlone && crowded(run, ink, dpi) <= RASTER.rules.free;
    choices.push({ run, isLong, isAlone, isFree });
  }
  return choices;
}

/** How far from the middle of a mark that is, in pixels. */
function offsetOf({ thickness }: StraightRun, dpi: number): number {
  return Math.ceil(thickness / 2 + Math.max(2, RASTER.rules.close * dpi));
}

/** The shares of a mark's length where it is drawn, and where something is close above and below it. */
function sidesOf(
  run: StraightRun,
  ink: Gray,
  dpi: number,
): { drawn: number; above: number; below: number } {
  const off = offsetOf(run, dpi);
  const near = Math.max(1, Math.ceil(run.thickness / 2));
  let [above, below, drawn] = [0, 0, 0];
  for (let x = run.from; x < run.to; x += 1) {
    const y = Math.round(run.start + run.slope * (x + 0.5));
    if (isInk(ink, x, y - off)) above += 1;
    if (isInk(ink, x, y + off)) below += 1;
    if (isInk(ink, x, y) || isInk(ink, x, y - near) || isInk(ink, x, y + near)) drawn += 1;
  }
  const length = run.to - run.from;
  return { drawn: drawn / length, above: above / length, below: below / length };
}

/** The share of a mark's length, but for its ends, where something stands within half a character, on the fuller side. */
function crowded(run: StraightRun, ink: Gray, dpi: number): number {
  const off = offsetOf(run, dpi);
  const far = Math.round(RASTER.rules.halfCharacter * dpi);
  const [from, to] = [
    run.from + Math.round(RASTER.rules.reach * dpi),
    run.to - Math.round(RASTER.rules.reach * dpi),
  ];
  const shares = [-1, 1].map((side) => {
    let inked = 0;
    for (let x = from; x < to; x += 1) {
      const y = Math.round(run.start + run.slope * (x + 0.5));
      for (let d = off; d <= far; d += 1)
        if (isInk(ink, x, y + side * d)) {
          inked += 1;
          break;
        }
    }
    return inked / Math.max(1, to - from);
  });
  return Math.max(...shares);
}

function isInk({ width, height, data }: Gray, x: number, y: number): boolean {
  return x >= 0 && x < width && y >= 0 && y < height && data[y * width + x] !== PAPER;
}

/** The long ones, and the short ones that end at one of these. */
function rulesAmong(
  choices: readonly Choice[],
  across: readonly StraightRun[],
  { ink, dpi }: { ink: Gray; dpi: number },
): StraightRun[] {
  return choices
    .filter(({ run, isLong, isAlone, isFree }) => {
      if (isLong) return true;
      const ends = [run.from, run.to - 1].map((end) => endsAt(run, end, { across, ink, dpi }));
      const isStub = run.to - run.from >= RASTER.rules.stub * dpi;
      const isMet = ends.includes("touches");
      if (isStub && isAlone && isMet) return true;
      return isFree || (isStub && isMet)
        ? !ends.includes("apart")
        : ends.every((meeting) => meeting === "touches");
    })
    .map(({ run }) => run);
}

interface Meeting {
  readonly across: readonly StraightRun[];
  readonly ink: Gray;
  readonly dpi: number;
}

/** Whether a mark ends in a rule, near one without ink between them, or apart from all. */
function endsAt(
  run: StraightRun,
  end: number,
  { across, ink, dpi }: Meeting,
): "touches" | "near" | "apart" {
  const reach = Math.max(3, RASTER.rules.reach * dpi);
  let found: "near" | "apart" = "apart";
  for (const other of across) {
    const place = other.start + other.slope * run.at;
    if (Math.abs(place - end) > reach + other.thickness / 2) continue;
    if (run.at < other.from - reach || run.at > other.to + reach) continue;
    if (isInked(run, ink, [end, place])) return "touches";
    found = "near";
  }
  return found;
}

/** Whether a mark goes on between two places along it. */
function isInked(run: StraightRun, ink: Gray, [a, b]: [number, number]): boolean {
  for (let x = Math.round(Math.min(a, b)); x <= Math.round(Math.max(a, b)); x += 1) {
    const y = Math.round(run.start + run.slope * (x + 0.5));
    if (!isInk(ink, x, y) && !isInk(ink, x, y - 1) && !isInk(ink, x, y + 1)) return false;
  }
  return true;
}
