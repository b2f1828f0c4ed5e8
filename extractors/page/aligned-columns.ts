import { isAmount } from "./row-bands.js";
import type { Segment } from "./segments.js";
import { PAGE } from "./settings.js";

/** From where to where a column reaches. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** A column of a body: its amounts end at one place, its texts begin at one. */
export interface Column extends Span {
  readonly isAmounts: boolean;
}

/** The columns that the texts of all rows fall into. */
export function columnsOf(rows: readonly (readonly Segment[])[]): Column[] {
  return spansOf(rows).map((span): Column => ({ ...span, isAmounts: endInside(rows, span) }));
}

function endInside(rows: readonly (readonly Segment[])[], span: Span): boolean {
  const own = rows.flat().filter(({ left, right }) => left >= span.left && right <= span.right);
  const lefts = own.map(({ left }) => left);
  const rights = own.map(({ right }) => right);
  const isRightAligned = spread(rights) <= spread(lefts);
  return own.every((segment) => isAmount(segment)) && isRightAligned;
}

function spread(places: readonly number[]): number {
  return Math.max(...places) - Math.min(...places);
}

function spansOf(rows: readonly (readonly Segment[])[]): Span[] {
  const columns: Span[] = [];
  for (const { left, right } of rows.flat().toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right)
      columns[columns.length - 1] = { left: last.left, right: Math.max(last.right, right) };
    else columns.push({ left, right });
  }
  return columns;
}

/** Whether the columns right of the first hold amounts that end, begin or centre at one place, or texts alone. */
export function areAligned(
  rows: readonly (readonly Segment[])[],
  columns: readonly Span[],
): boolean {
  return columns.slice(1).every((column) => {
    const own = rows
      .flat()
      .filter(({ left, right }) => left >= column.left && right <= column.right);
    const amounts = own.filter((segment) => isAmount(segment) || NOTHING.test(segment.text));
    if (amounts.length === 0) return true;
    return amounts.length === own.length && endAlike(amounts.filter(hasDigit));
  });
}

const NOTHING = /^[无—－/]$/u;

function hasDigit({ text }: Segment): boolean {
  return /\d/u.test(text);
}

function endAlike(own: readonly Segment[]): boolean {
  const size = Math.max(...own.map((segment) => segment.size));
  return [
    own.map(({ right }) => right),
    own.map(({ left }) => left),
    own.map(({ left, right }) => (left + right) / 2),
  ].some((places) => spread(places) < PAGE.alignment.aligned * size);
}

/** The edges of columns: in the middle between each and the next. */
export function edgesOf(columns: readonly Span[]): number[] {
  const [first] = columns;
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return [];
  const inner = columns.slice(1).map(({ left }, i) => ((columns[i]?.right ?? left) + left) / 2);
  return [first.left, ...inner, last.right];
}
