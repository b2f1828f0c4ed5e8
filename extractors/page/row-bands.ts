import { cellBox, type FilledCell, type FilledGrid } from "./cells.js";
import { headerOverRow } from "./header-over-row.js";
import type { Line } from "./lines.js";
import { PAGE } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";
import { median } from "./quantile.js";

/**
 * Splits the rows of a grid that hold several printed rows: many tables rule only their columns.
 * Amounts in several lines, each beside a line of the label, show it.
 */
export function splitRows(grid: FilledGrid): FilledGrid {
  let split = grid;
  for (let row = grid.ys.length - 2; row >= 0; row -= 1) split = splitRow(split, row);
  return split;
}

function splitRow(unsplit: FilledGrid, row: number): FilledGrid {
  const grid = withClosedHeader(unsplit, row);
  const band = grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const rows = printedRows(grid, band);
  if (rows === null) return grid;
  const spanning = new Set(band.filter((cell) => standsForAll(cell, rows)));
  const cuts = rows.slice(1).map((after, i) => cutBetween(rows[i] ?? after, after));
  const stops = [elementAt(grid.ys, row), ...cuts, elementAt(grid.ys, row + 1)];
  return {
    xs: grid.xs,
    ys: [...grid.ys.slice(0, row), ...stops, ...grid.ys.slice(row + 2)],
    cells: grid.cells
      .flatMap((cell) =>
        spanning.has(cell) ? [{ ...cell, rowSpan: rows.length }] : splitCell(cell, row, stops),
      )
      .toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

/**
 * Cuts the cells that come down from a header into a band of amounts where the rule below the header is left out:
 * each line of theirs in the band stands beside amounts.
 */
function withClosedHeader(grid: FilledGrid, row: number): FilledGrid {
  const top = elementAt(grid.ys, row);
  const numbers = grid.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1 && cell.lines.every(isAmount))
    .map((cell) => cell.lines);
  const most = Math.max(0, ...numbers.map(({ length }) => length));
  const isOpen = (cell: FilledCell): boolean => {
    if (cell.row >= row || cell.row + cell.rowSpan !== row + 1) return false;
    const below = cell.lines.filter(({ baseline }) => baseline > top);
    return (
      below.length >= most && below.every((line) => numbers.some((own) => isBeside(own, line)))
    );
  };
  if (most < PAGE.rows.fewestOpen || !grid.cells.some(isOpen)) return grid;
  const cells = grid.cells.flatMap((cell) => (isOpen(cell) ? cutAt(cell, row, top) : [cell]));
  return { ...grid, cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

function cutAt(cell: FilledCell, row: number, top: number): FilledCell[] {
  const [above, below] = [true, false].map((isAbove) =>
    cell.lines.filter(({ baseline }) => baseline <= top === isAbove),
  );
  return [
    { ...cell, rowSpan: row - cell.row, lines: above ?? [] },
    { ...cell, row, rowSpan: 1, lines: below ?? [] },
  ];
}

/** A label of one line in the middle of several rows belongs to all of them. */
function standsForAll({ lines }: FilledCell, rows: readonly PrintedRow[]): boolean {
  const [only] = lines;
  return only !== undefined && lines.length === 1 && !rows.some((row) => row.includes(only));
}

function splitCell(cell: FilledCell, row: number, stops: readonly number[]): FilledCell[] {
  const more = stops.length - 2;
  if (cell.row > row) return [{ ...cell, row: cell.row + more }];
  if (cell.row + cell.rowSpan <= row) return [cell];
  if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + more }];
  return stops.slice(1).map((stop, i) => ({
    ...cell,
    row: row + i,
    lines: cell.lines.filter(
      ({ baseline }) =>
        (i === 0 || baseline > elementAt(stops, i)) && (i === more || baseline <= stop),
    ),
  }));
}

/** The lines of one printed row, over all columns. */
type PrintedRow = readonly Line[];

const AMOUNT = /^[-−—–－+△▲(（]*\s*(\d[\d\s,，]*([.．]\s*[\d\s]+)?)?\s*[%％]?\s*[)）]?$/u;

/** Whether a line holds a number, or a dash in place of one, and nothing else. */
export function isAmount({ text }: Pick<Line, "text">): boolean {
  return AMOUNT.test(text);
}

/** Whether a line is a number, and no dash. */
export function isFigure(line: Pick<Line, "text">): boolean {
  return isAmount(line) && /\d/u.test(line.text);
}

function printedRows(grid: FilledGrid, band: readonly FilledCell[]): PrintedRow[] | null {
  const filled = band.filter((cell) => cell.lines.length > 0);
  const headed = headerOverRow(filled);
  if (headed !== null) return [...headed];
  const numbers = filled.filter((cell) => cell.lines.every(isAmount));
  const labels = filled.filter((cell) => !numbers.includes(cell));
  const anchors = rowsOf(numbers.flatMap((cell) => cell.lines));
  const most = Math.max(0, ...numbers.map((cell) => cell.lines.length));
  if (most < 2 || isWrapped(grid, numbers, anchors)) return null;
  if (labels.length === 0) return isEvenlySpaced(numbers, anchors) ? anchors : null;
  if (isSharedLabel(numbers, labels, anchors.length)) return anchors;
  if (matchedShare(anchors, labels) < PAGE.rows.labelled) return null;
  return labels.reduce<PrintedRow[]>(
    (rows, label) => withLabels(rows, label, cellBox(grid, label)[2]),
    anchors,
  );
}

/** Whether columns of nothing but whole numbers stand in rows of one height: a page of further columns, its labels on another. */
function isEvenlySpaced(numbers: readonly FilledCell[], anchors: readonly PrintedRow[]): boolean {
  const steps = anchors.slice(1).map((row, i) => topOf(row) - topOf(anchors[i] ?? row));
  const step = Math.min(...steps);
  const size = anchors[0]?.[0]?.size;
  return (
    size !== undefined &&
    numbers.length > 1 &&
    anchors.length >= PAGE.rows.fewestUnlabelled &&
    numbers.every((cell) => cell.lines.every(({ text }) => isWholeNumber(text))) &&
    steps.every((each) => {
      const rows = Math.round(each / step);
      return Math.abs(each - rows * step) <= PAGE.rows.even * size;
    })
  );
}

/** A number with its last digits, or a dash in place of one. */
const COMPLETE = /^(?:[-−(（]?(?:\d{1,3}(?:[,，]\d{3})*|\d+)(?:[.．]\d+)?[)）]?|[-—–－]+)$/u;

function isWholeNumber(text: string): boolean {
  return COMPLETE.test(text.trim());
}

/** Whether labels of one line stand beside several columns with equally many amounts each. */
function isSharedLabel(
  numbers: readonly FilledCell[],
  labels: readonly FilledCell[],
  rows: number,
): boolean {
  const equal = numbers.length >= 2 && numbers.every((cell) => cell.lines.length === rows);
  return equal && labels.every((cell) => cell.lines.length === 1);
}

/** Lines on one baseline, whatever column they stand in. */
function rowsOf(found: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of found.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row !== undefined && isBeside(row, line)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function isBeside(row: PrintedRow, line: Line): boolean {
  return row.some(
    ({ baseline, size }) =>
      Math.abs(baseline - line.baseline) <= PAGE.rows.beside * Math.min(size, line.size),
  );
}

/** A number that nothing is missing of. */
const WHOLE = /^[-−]?(\d{1,3}(,\d{3})+(\.\d{1,2})?|\d+\.\d{1,2})$/u;

/** A few lines that fill their narrow cell are one number, broken, not several. */
function isWrapped(
  grid: FilledGrid,
  numbers: readonly FilledCell[],
  anchors: readonly PrintedRow[],
): boolean {
  if (anchors.length > PAGE.rows.wrappedLines) return false;
  if (areCentred(numbers)) return true;
  return numbers.some((cell) => {
    const [left, , right] = cellBox(grid, cell);
    if (cell.lines.every(({ text }) => WHOLE.test(text))) return false;
    return cell.lines
      .slice(0, -1)
      .some((line) => line.right - line.left > PAGE.rows.wrappedFill * (right - left));
  });
}

/** Whether amounts of one line stand at half the height of those of several, beside none of their lines: all are of one row. */
function areCentred(numbers: readonly FilledCell[]): boolean {
  const [single, several] = [true, false].map((isSingle) =>
    numbers.filter(({ lines }) => (lines.length === 1) === isSingle),
  );
  const middles = (single ?? []).flatMap(({ lines }) => lines);
  return (
    middles.length > 0 &&
    several?.every(({ lines }) =>
      middles.every(
        (middle) =>
          !isBeside(lines, middle) &&
          Math.abs(middle.baseline - centreOf(lines)) <= PAGE.rows.even * middle.size,
      ),
    ) === true
  );
}

function centreOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { baseline }) => sum + baseline, 0) / lines.length;
}

/** The share of amounts that have a line of a label beside them, or close around them. */
function matchedShare(anchors: readonly PrintedRow[], labels: readonly FilledCell[]): number {
  const lines = labels.flatMap((label) => label.lines);
  const matched = anchors.filter((anchor) => lines.some((line) => isNear(anchor, line)));
  return matched.length / anchors.length;
}

function isNear(row: PrintedRow, line: Line): boolean {
  return row.some(
    ({ baseline, size }) => Math.abs(baseline - line.baseline) <= PAGE.rows.near * size,
  );
}

/** Puts the lines of a label column to the rows: beside amounts, wrapped, or rows of their own. */
function withLabels(rows: readonly PrintedRow[], label: FilledCell, right: number): PrintedRow[] {
  const result: Line[][] = rows.map((row) => [...row]);
  const lonely = result.filter((row) => !label.lines.some((line) => isBeside(row, line)));
  const column = { lonely, pitch: medianPitch(rows), right };
  let last: { line: Line; row: Line[] } | undefined;
  for (const line of label.lines) {
    const wrapped =
      last !== undefined && isContinued(last.line, line, column) ? last.row : undefined;
    const row = besideAmount(result, line, label) ?? aroundAmount(column, line) ?? wrapped ?? [];
    if (row.length === 0) result.push(row);
    row.push(line);
    last = { line, row };
  }
  return result.toSorted((a, b) => topOf(a) - topOf(b));
}

interface LabelColumn {
  /** The rows that have no line of this column beside their amounts. */
  readonly lonely: readonly Line[][];
  readonly pitch: number;
  readonly right: number;
}

function besideAmount(rows: readonly Line[][], line: Line, label: FilledCell): Line[] | undefined {
  return rows.find(
    (row) => isBeside(row, line) && !row.some((other) => label.lines.includes(other)),
  );
}

/** A label in two lines may stand above and below the middle, where its amount is. */
function aroundAmount({ lonely, pitch }: LabelColumn, line: Line): Line[] | undefined {
  const reach = Math.min(PAGE.rows.aroundPitch * pitch, PAGE.rows.around * line.size);
  return lonely.find((row) =>
    row.some(({ baseline }) => Math.abs(baseline - line.baseline) < reach),
  );
}

function isContinued(last: Line, line: Line, { pitch, right }: LabelColumn): boolean {
  const step = line.baseline - last.baseline;
  if (step > PAGE.rows.continuedStep * line.size) return false;
  return (
    step < PAGE.rows.continuedPitch * pitch ||
    last.right > right - PAGE.rows.continuedRoom * line.size
  );
}

/** The usual distance of rows; of one row 0, so that nothing is within a share of it. */
function medianPitch(rows: readonly PrintedRow[]): number {
  const steps = rows.slice(1).map((row, i) => topOf(row) - topOf(rows[i] ?? row));
  return steps.length === 0 ? 0 : median(steps);
}

function topOf(row: PrintedRow): number {
  return Math.min(...row.map(({ baseline }) => baseline));
}

function cutBetween(above: PrintedRow, below: PrintedRow): number {
  const bottom = Math.max(...above.map(({ baseline, size }) => baseline + PAGE.rows.foot * size));
  const top = Math.min(...below.map(({ baseline, size }) => baseline - PAGE.rows.top * size));
  return (bottom + top) / 2;
}
