import { elementAt } from "../../pipeline/model/element-at.js";
import { edgesAround, joinedSpans, type Span } from "./aligned-columns.js";
import type { FilledCell, FilledGrid } from "./cells.js";
import { framedHeader } from "./framed-header.js";
import { type Line, lines as linesOf } from "./lines.js";
import type { Rule } from "./marks.js";
import { median } from "./quantile.js";
import { isFigure } from "./row-bands.js";
import { type Segment, segments } from "./segments.js";
import { PAGE } from "./settings.js";
import type { Word } from "./words.js";
import { wordsByColumn } from "./words-by-column.js";

/** The lines of a table: those of its header and those below. */
export interface Framed {
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  /** Rules that are shorter than those of its frame. */
  readonly rules: readonly Rule[];
}

/** A text and a figure beside it. */
export function isRow(parts: readonly Segment[]): boolean {
  return parts.length > 1 && parts.slice(1).some(holdsFigure);
}

/** Whether a text has a figure in it: those of narrow columns stand together. */
function holdsFigure({ text }: Segment): boolean {
  return text.split("  ").some((part) => isFigure({ text: part }));
}

/** Dots that lead from a label to its figures. */
const LEADER = /^[.…·]{3,}$/u;

/** The grid of a table by where its words stand, or null where that is not certain. */
export function framedGrid({ head, body, rules }: Framed): FilledGrid | null {
  const rows = rowsOf(body);
  const columns = columnsOf(body.filter((line) => segments(line).length > 1));
  const ofFigures = body.filter((line) => isRow(segments(line))).length;
  if (
    columns === null ||
    ofFigures < Math.max(PAGE.framed.fewestRows, PAGE.framed.rows * rows.length)
  )
    return null;
  const xs = edgesAround(columns, [...head, ...body]);
  const header = head.length === 0 ? [] : framedHeader(head, columns, rules);
  if (header === null) return null;
  const heads =
    header.length === 0 ? 0 : Math.max(...header.map(({ row, rowSpan }) => row + rowSpan));
  const cells = rows.flatMap((lines, row) => rowCells(lines, row + heads, xs));
  if (cells.some((cell) => cell === null)) return null;
  const tops = rows.map((lines) => topOf(lines));
  const start = elementAt(tops, 0);
  const top = head.length === 0 ? start : topOf(head);
  const foot = Math.max(...body.map(({ baseline, size }) => baseline + PAGE.alignment.foot * size));
  const above = Array.from({ length: heads }, (_, i) => top + (i * (start - top)) / heads);
  return {
    xs,
    ys: [...above, ...tops, foot],
    cells: [...header, ...cells.flatMap((cell) => cell ?? [])],
  };
}

/** The columns that the words of all rows fall into: between them nothing stands in any row; null where there is one. */
function columnsOf(rows: readonly Line[]): Span[] | null {
  const size = Math.max(0, ...rows.map((line) => line.size));
  const gap = rows.length < PAGE.framed.manyRows ? PAGE.framed.gap : PAGE.framed.commonGap;
  const columns = joinedSpans(rows.flatMap(wordsOf), gap * size);
  return columns.length > 1 ? columns : null;
}

/** The words of a line without the dots that lead from its label to its figures. */
function wordsOf(line: Line): readonly Word[] {
  return line.words.filter(({ text }) => !LEADER.test(text));
}

function topOf(lines: readonly Line[]): number {
  return Math.min(...lines.map(({ baseline, size }) => baseline - PAGE.glyph.ascent * size));
}

/** Lines of one row: the rest of a label stands closer to it than a row to the next. */
function rowsOf(body: readonly Line[]): Line[][] {
  const steps = body.slice(1).map((line, i) => line.baseline - elementAt(body, i).baseline);
  const usual = steps.length === 0 ? 0 : median(steps);
  const rows: Line[][] = [];
  for (const [i, line] of body.entries()) {
    const isClose = i > 0 && elementAt(steps, i - 1) < PAGE.framed.wrapStep * usual;
    const isLabel = segments(line).length === 1;
    const last = rows.at(-1);
    if (last !== undefined && isClose && isLabel) last.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The cells of a row, or null where a word reaches over an edge. A line of one text goes over the columns it covers. */
function rowCells(lines: readonly Line[], row: number, xs: readonly number[]): FilledCell[] | null {
  const words = lines.flatMap(wordsOf);
  const columns = xs.length - 1;
  if (lines.length === 1 && segments(elementAt(lines, 0)).length === 1) {
    const over = words.filter(({ right }) => right > elementAt(xs, 1) + 1);
    if (over.length > 0 && elementAt(words, 0).left < elementAt(xs, 1))
      return [{ row, column: 0, rowSpan: 1, columnSpan: columns, lines: linesOf(words) }];
  }
  const own = wordsByColumn(words, xs, PAGE.framed.overEdge);
  if (own === null) return null;
  const cells = own.map((each, column): FilledCell => {
    return { row, column, rowSpan: 1, columnSpan: 1, lines: linesOf(each) };
  });
  return cells.some(hasSeveral) ? null : cells;
}

/** Whether a line of a cell holds a figure beside something else: a column was not seen. */
function hasSeveral({ lines }: FilledCell): boolean {
  return lines.some((line) => {
    const parts = segments(line);
    return parts.length > 1 && parts.some(holdsFigure);
  });
}
