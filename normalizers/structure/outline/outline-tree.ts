import type { HeadingLine } from "./outline-line.js";
import { STRUCTURE } from "../settings.js";

/** Lines counted together: `一、二、三` under one heading. */
export interface Run {
  readonly items: Item[];
  /** Whether a run of the same style is open above: a list inside the text. */
  readonly nested: boolean;
}

/** A line with the runs that stand under it. */
export interface Item {
  readonly line: HeadingLine;
  readonly runs: Run[];
}

/** An open run: its style and how far it has counted. */
interface Frame {
  readonly style: HeadingLine["style"];
  readonly run: Run;
  value: number;
}

/**
 * Nests lines by how they count on: a line continues the innermost open run of its style whose next number
 * it is, and one that starts at 1 opens a run under the line before. The style alone says nothing of the level.
 */
export function nest(lines: readonly HeadingLine[]): readonly Run[] {
  const roots: Run[] = [];
  const frames: Frame[] = [];
  for (const [index, line] of lines.entries()) {
    const depth =
      line.style === "chapter" ? chapterDepth(frames, lines[index + 1]) : continued(frames, line);
    if (depth === null) open({ roots, frames, line });
    else continueRun({ frames, line, depth });
  }
  return roots;
}

/**
 * The run that a chapter title without number goes on: that of the chapters, else the outermost, unless that is
 * counted anew below the title.
 */
function chapterDepth(frames: readonly Frame[], next: HeadingLine | undefined): number | null {
  const depth = frames.findLastIndex(({ style }) => style === "chapter");
  if (depth >= 0) return depth;
  const [outermost] = frames;
  if (outermost === undefined) return null;
  return next?.style === outermost.style && next.value === 1 ? null : 0;
}

/** The depth of the open run that a line goes on, or null where it opens one. */
function continued(frames: readonly Frame[], line: HeadingLine): number | null {
  const next = depthsOf(frames, line, ({ value }) => line.value === value + 1);
  // Of two runs that count on alike, a list inside the text is the inner one; parts nest in earnest.
  const isOuter = line.style !== "part" && line.wording !== "prose";
  const outer = next.find((at) => !isAnnouncedRun(frames[at]) || line.announced);
  const depth = isOuter ? (outer ?? next.at(-1)) : next.at(-1);
  if (depth !== undefined) return depth;
  if (line.value === 1) return null;
  const near = ({ value }: Frame): boolean =>
    line.value >= value &&
    (line.announced || line.value <= value + 1 + STRUCTURE.outline.numbersMissing);
  return depthsOf(frames, line, near).at(-1) ?? null;
}

/** A run that the contents name goes on with lines that they name: any other is of a list inside it. */
function isAnnouncedRun(frame: Frame | undefined): boolean {
  return frame?.run.items.some(({ line }) => line.announced) ?? false;
}

function depthsOf(
  frames: readonly Frame[],
  line: HeadingLine,
  fits: (frame: Frame) => boolean,
): readonly number[] {
  return frames.flatMap((frame, depth) =>
    frame.style === line.style && fits(frame) ? [depth] : [],
  );
}

interface Opening {
  readonly roots: Run[];
  readonly frames: Frame[];
  readonly line: HeadingLine;
}

/** Opens a run; a second list of the same style inside the same text replaces the first. */
function open({ roots, frames, line }: Opening): void {
  // A part whose first one was not read stands under nothing, nor does a chapter.
  if (line.style === "chapter" || (line.style === "part" && line.value > 1)) frames.length = 0;
  const same = frames.filter(({ style }) => style === line.style);
  const innermost = same.at(-1);
  if (innermost !== undefined && (same.length > 1 || restarts(innermost, line)))
    frames.length = frames.indexOf(innermost);
  const nested = frames.some(({ style }) => style === line.style);
  const run: Run = { items: [{ line, runs: [] }], nested };
  const above = frames.at(-1)?.run.items.at(-1);
  (above?.runs ?? roots).push(run);
  frames.push({ style: line.style, run, value: line.value });
}

/** The same heading again: a second copy of the outline, not a list inside the first. */
function restarts({ run }: Frame, line: HeadingLine): boolean {
  return line.style !== "arabic" ? run.items[0]?.line.title === line.title : true;
}

function continueRun(place: {
  readonly frames: Frame[];
  readonly line: HeadingLine;
  readonly depth: number;
}): void {
  const { frames, line, depth } = place;
  const frame = frames[depth];
  frames.length = depth + 1;
  if (frame === undefined) return;
  frame.run.items.push({ line, runs: [] });
  if (line.style !== "chapter") frame.value = line.value;
}
