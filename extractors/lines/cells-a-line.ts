import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { type FindTable, type NotFound, plainRow, tableOfRows, type TextRow } from "./grid.js";

/** When lines of one cell each are a table. */
const CELLS = {
  /** Cells: fewer may be a list. */
  fewest: 12,
  /** Characters of a cell: a longer line is prose. */
  longest: 40,
  /** The share of cells with figures. */
  figures: 0.3,
  fewestColumns: 3,
  /** Words before the first figure: no statutory form has as many columns. */
  mostColumns: 40,
} as const;

/** A run of short lines of which many are figures: a table whose cells were written below one another. */
export interface CellRun {
  /** The lines (from 0) that print something, and the first line after the run. */
  readonly lines: readonly number[];
  readonly end: number;
}

/** The run that starts at a line, or where a table may start otherwise. */
export function cellRun(lines: readonly string[], first: number): CellRun | NotFound {
  const cells: number[] = [];
  let line = first;
  for (; line < lines.length && isCellLine(lines, line); line += 1)
    if ((lines[line] ?? "").trim() !== "") cells.push(line);
  while (cells.length > 0 && !isFigure(lines, cells.at(-1))) cells.pop();
  const figures = cells.filter((each) => isFigure(lines, each));
  const words = cells.indexOf(figures[0] ?? -1);
  if (words > CELLS.mostColumns) return { next: cells[words - CELLS.mostColumns] ?? line };
  if (cells.length < CELLS.fewest || figures.length < cells.length * CELLS.figures)
    return { next: Math.max(line, first + 1) };
  return { lines: cells, end: (cells.at(-1) ?? first) + 1 };
}

const isFigure = (lines: readonly string[], line: number | undefined): boolean =>
  line !== undefined && isPrintedNumber((lines[line] ?? "").trim());

/** A short line without the marks of prose; blank ones part cells. Several figures in it are no cell. */
function isCellLine(lines: readonly string[], line: number): boolean {
  const text = (lines[line] ?? "").trim();
  return (
    text.length <= CELLS.longest &&
    !/[。；：:\t]|^[（(]?[一二三四五六七八九十]+[）)]?、/u.test(text)
  );
}

/**
 * The table of such a run, where no cell was left out: as many cells as its header has words make a row, and
 * every column holds figures alone or none. Null where that is not so, or another width would do too.
 */
export const findCellsALine: FindTable = (lines, first) => {
  const run = cellRun(lines, first);
  if ("next" in run) return run;
  const texts = run.lines.map((line) => (lines[line] ?? "").trim());
  const words = texts.findIndex((text) => isPrintedNumber(text));
  const widths = [];
  for (let width = CELLS.fewestColumns; width <= words; width += 1)
    if (isGrid(texts, width)) widths.push(width);
  const [width] = widths;
  if (width === undefined || widths.length > 1)
    return { next: words > CELLS.fewestColumns ? (run.lines[1] ?? run.end) : run.end };
  const rows: TextRow[] = [];
  for (let cell = 0; cell < texts.length; cell += width)
    rows.push(plainRow(run.lines[cell] ?? first, texts.slice(cell, cell + width)));
  return { table: tableOfRows(rows), end: run.end };
};

function isGrid(texts: readonly string[], width: number): boolean {
  if (texts.length % width !== 0 || texts.length < 3 * width) return false;
  const body = texts.slice(width);
  return Array.from({ length: width }, (_, column) => {
    const cells = body.filter((_text, index) => index % width === column);
    const figures = cells.filter((text) => isPrintedNumber(text) || isDash(text)).length;
    return figures === cells.length || cells.every((text) => !isPrintedNumber(text));
  }).every(Boolean);
}

const isDash = (text: string): boolean => /^[-—–－]+$/u.test(text);
