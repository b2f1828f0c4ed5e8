import type { Gray } from "./gray.js";
import { PAPER, THIN } from "./thin-ink.js";
import { RASTER } from "./settings.js";

/** A long thin mark from left to right. Its middle at x is `start + slope * x`. */
export interface StraightRun {
  readonly from: number;
  readonly to: number;
  /** Its middle halfway. */
  readonly at: number;
  readonly start: number;
  readonly slope: number;
  readonly thickness: number;
}

/** A piece of one row that is ink almost without a gap. */
interface Piece {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Marks that go on for long in one row, or from one row to the next as lines do that slant a little. */
export function straightRuns(ink: Gray, dpi: number): StraightRun[] {
  const gap = Math.max(2, Math.round(RASTER.rules.gap * dpi));
  const runs = joinedPieces(pieces(ink, dpi), gap).map(fitted);
  const thin = runs.filter(({ thickness }) => thickness <= RASTER.rules.thickest * dpi);
  return mended(thin, ink, dpi);
}

/** Two rows are read as one: where a line steps from one to the other it has no gap. */
function pieces({ width, height, data }: Gray, dpi: number): Piece[] {
  const shortest = Math.round(RASTER.rules.shortest * dpi);
  const gap = Math.max(2, Math.round(RASTER.rules.gap * dpi));
  const crossed = Math.round(RASTER.rules.thickest * dpi);
  const found: Piece[] = [];
  for (let y = 0; y < height - 1; y += 1) {
    const row = y * width;
    if (!data.subarray(row, row + 2 * width).includes(THIN)) continue;
    let from = -1;
    let inked = 0;
    let thin = 0;
    for (let x = 0; x <= width; x += 1) {
      const above = x < width ? (data[row + x] ?? PAPER) : PAPER;
      const below = x < width ? (data[row + width + x] ?? PAPER) : PAPER;
      if (above === THIN || below === THIN) {
        if (from < 0) from = x;
        inked = x;
        thin = x;
      } else if (from >= 0 && (above | below) !== PAPER && x - thin <= crossed) {
        inked = x;
      } else if (from >= 0 && (x - inked > gap || x - thin > crossed || x === width)) {
        if (thin + 1 - from >= shortest) found.push({ y, from, to: thin + 1 });
        from = -1;
      }
    }
  }
  return found;
}

/** Pieces of neighbouring rows that touch, together. */
function joinedPieces(all: readonly Piece[], gap: number): Piece[][] {
  const groups: Piece[][] = [];
  let open: { piece: Piece; group: Piece[] }[] = [];
  let begun: { piece: Piece; group: Piece[] }[] = [];
  let row = -1;
  for (const piece of all) {
    if (piece.y !== row) {
      open = piece.y === row + 1 ? begun : [];
      begun = [];
      row = piece.y;
    }
    const touching = open.filter(
      (other) => other.piece.from <= piece.to + gap && other.piece.to + gap >= piece.from,
    );
    const group = touching[0]?.group ?? [];
    if (touching.length === 0) groups.push(group);
    group.push(piece);
    for (const other of touching) {
      if (other.group === group) continue;
      const absorbed = other.group;
      group.push(...absorbed.splice(0));
      for (const entry of [...open, ...begun]) if (entry.group === absorbed) entry.group = group;
    }
    begun.push({ piece, group });
  }
  return groups.filter((group) => group.length > 0);
}

/** The straight line through pieces, each as heavy as it is long. */
function fitted(group: readonly Piece[]): StraightRun {
  let [weight, sumX, sumY] = [0, 0, 0];
  let [from, to] = [Infinity, -Infinity];
  for (const piece of group) {
    const length = piece.to - piece.from;
    weight += length;
    sumX += (length * (piece.from + piece.to)) / 2;
    sumY += length * (piece.y + 0.5);
    from = Math.min(from, piece.from);
    to = Math.max(to, piece.to);
  }
  const [x, y] = [sumX / weight, sumY / weight];
  const slope = slopeOf(group, x, y);
  const start = y - slope * x;
  const at = start + (slope * (from + to)) / 2;
  // Two rows were read as one, which makes every line one row thicker.
  return { from, to, at, start, slope, thickness: Math.max(1, weight / (to - from) - 1) };
}

function slopeOf(group: readonly Piece[], x: number, y: number): number {
  let [across, along] = [0, 0];
  for (const piece of group) {
    const length = piece.to - piece.from;
    const right = (piece.from + piece.to) / 2 - x;
    across += length * right * (piece.y + 0.5 - y);
    along += length * (right * right + (length * length) / 12);
  }
  return Math.max(-RASTER.rules.steepest, Math.min(RASTER.rules.steepest, across / along));
}

/** Broken lines, whole again: pieces that follow each other on one line with a small gap. */
function mended(runs: readonly StraightRun[], ink: Gray, dpi: number): StraightRun[] {
  const done: StraightRun[] = [];
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const last = done.findLastIndex((other) => follows([other, run], ink, dpi));
    const before = done[last];
    if (before === undefined) done.push(run);
    else done[last] = together(before, run);
  }
  return done;
}

function follows(
  [before, run]: readonly [StraightRun, StraightRun],
  ink: Gray,
  dpi: number,
): boolean {
  const gap = run.from - before.to;
  const shorter = Math.min(before.to - before.from, run.to - run.from);
  if (gap < -shorter / 2 || gap > RASTER.rules.covered * dpi) return false;
  const middle = (before.to + run.from) / 2;
  const [y, next] = [before.start + before.slope * middle, run.start + run.slope * middle];
  if (Math.abs(next - y) > RASTER.rules.step * dpi) return false;
  const widest =
    shorter < RASTER.rules.piece * dpi ? RASTER.rules.strokeBreak * dpi : RASTER.rules.break * dpi;
  return gap <= widest || isInked(ink, [before.to, run.from], Math.round((y + next) / 2));
}

function isInked({ width, data }: Gray, [from, to]: readonly [number, number], y: number): boolean {
  return !data.subarray(y * width + from, y * width + to).includes(PAPER);
}

function together(a: StraightRun, b: StraightRun): StraightRun {
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  const [one, other] = [a.to - a.from, b.to - b.from];
  const middleA = (a.from + a.to) / 2;
  const middleB = (b.from + b.to) / 2;
  const rise = (b.at - a.at) / (middleB - middleA);
  const slope = Math.max(-RASTER.rules.steepest, Math.min(RASTER.rules.steepest, rise));
  const start = (one * (a.at - slope * middleA) + other * (b.at - slope * middleB)) / (one + other);
  const thickness = (one * a.thickness + other * b.thickness) / (one + other);
  return { from, to, slope, start, at: start + (slope * (from + to)) / 2, thickness };
}
