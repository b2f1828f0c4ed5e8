import { joinedRead, type Read } from "../../pipeline/model/recognized.js";
import { firstWhere } from "./first-where.js";
import type { Box } from "./geometry.js";
import { type Area, type Lattice, outline } from "./lattice.js";
import { type Line, lines } from "./lines.js";
import type { Word } from "./words.js";
import { PAGE } from "./settings.js";

/** A cell of a page's grid with the lines that stand in it. */
export interface FilledCell extends Area {
  readonly lines: readonly Line[];
}

/** A grid of one page with its text. */
export interface FilledGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FilledCell[];
}

/** A grid of one page that is read: its words are let go, a large document has millions. */
export interface ReadGrid extends Lattice {
  readonly cells: readonly ReadCell[];
}

/** A cell with its text, the lines parted by line breaks. */
interface ReadCell extends Area, Read {
  /** How far words begin from the left edge of their column, in points. */
  readonly indent?: number;
}

/** The texts of a grid. */
export function readGrid({ xs, ys, cells }: FilledGrid): ReadGrid {
  return {
    xs,
    ys,
    cells: cells.map(({ row, column, rowSpan, columnSpan, lines: own }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      ...joinedRead(own, "\n"),
      ...indentOf(own, xs[column]),
    })),
  };
}

/** The indent of words; where numbers stand says nothing. */
function indentOf([first]: readonly Line[], left: number | undefined): Pick<ReadCell, "indent"> {
  if (first === undefined || left === undefined || !/\p{sc=Han}/u.test(first.text)) return {};
  return { indent: Math.round(10 * (first.left - left)) / 10 };
}

/**
 * Puts words into the cells in which their middle lies, and what runs over a cell's edge into the cell in which it
 * begins; gives back the others, and those of watermarks over them.
 */
export function fill(lattice: Lattice, words: readonly Word[]): { grid: FilledGrid; rest: Word[] } {
  const owner = owners(lattice);
  const inside = new Map<Area, Word[]>();
  const rest: Word[] = [];
  let last: Placed | undefined;
  for (const word of words) {
    const at = owner(...middle(word));
    const isOver: boolean =
      at !== undefined &&
      last !== undefined &&
      at !== last.cell &&
      runsOver(word, last, cellBox(lattice, last.cell)[2]);
    const cell = isOver ? last?.cell : at;
    const before = cell && inside.get(cell);
    if (cell === undefined || isOverSized(word, cellBox(lattice, cell))) rest.push(word);
    else if (before === undefined) inside.set(cell, [word]);
    else before.push(word);
    last = cell && { word, cell, isOver };
  }
  const cells = lattice.cells.map((cell) => ({ ...cell, lines: lines(inside.get(cell) ?? []) }));
  return { grid: { xs: lattice.xs, ys: lattice.ys, cells }, rest };
}

/** A word with the cell that it was put into. */
interface Placed {
  readonly word: Word;
  readonly cell: Area;
  /** Whether it runs over the right edge of its cell. */
  readonly isOver: boolean;
}

/**
 * Whether a word goes on with the one that was painted before it in another cell: it stands on the right edge of that
 * one, or follows one that does. A label that is too long for its column is cut at the edge, or painted over it.
 */
function runsOver(word: Word, { word: last, isOver }: Placed, edge: number): boolean {
  if (word.sideways || last.sideways) return false;
  const em = word.size;
  const follows =
    Math.abs(word.left - last.right) <= PAGE.lattice.runsOn * em &&
    Math.abs(word.baseline - last.baseline) <= PAGE.words.shift * em;
  const isOnEdge = word.left < edge - PAGE.lattice.runsOn * em && word.right > edge;
  return follows && (isOnEdge || isOver);
}

/** Whether a word is set in type that its cell cannot hold: a watermark. */
function isOverSized({ size, sideways }: Word, [, top, , bottom]: Box): boolean {
  return !sideways && size > PAGE.lattice.largestType * (bottom - top);
}

/** The middle of a word: a little above its baseline, whatever its font says of its height. */
function middle({ left, right, baseline, size }: Word): [number, number] {
  return [(left + right) / 2, baseline - PAGE.glyph.middle * size];
}

/** The box of a cell. */
export function cellBox({ xs, ys }: Pick<Lattice, "xs" | "ys">, cell: Area): Box {
  const [left, top, right, bottom] = outline({ xs, ys });
  return [
    xs[cell.column] ?? left,
    ys[cell.row] ?? top,
    xs[cell.column + cell.columnSpan] ?? right,
    ys[cell.row + cell.rowSpan] ?? bottom,
  ];
}

type Owner = (x: number, y: number) => Area | undefined;

function owners(lattice: Lattice): Owner {
  const columns = lattice.xs.length - 1;
  const covered = new Map<number, Area>();
  for (const cell of lattice.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        covered.set(row * columns + column, cell);
  return (x, y) => {
    const column = interval(lattice.xs, x);
    const row = interval(lattice.ys, y);
    return column === undefined || row === undefined
      ? undefined
      : covered.get(row * columns + column);
  };
}

function interval(stops: readonly number[], at: number): number | undefined {
  const last = stops.length - 1;
  if (
    at < (stops[0] ?? Infinity) - PAGE.lattice.slack ||
    at > (stops[last] ?? -Infinity) + PAGE.lattice.slack
  )
    return undefined;
  const next = firstWhere(stops, (stop) => stop > at);
  return next === stops.length ? last - 1 : Math.max(0, next - 1);
}
