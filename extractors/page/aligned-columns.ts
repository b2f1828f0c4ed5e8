import { elementAt } from "../../pipeline/model/element-at.js";
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
  return joinedSpans(rows.flat(), 0).map((span): Column => ({
    ...span,
    isAmounts: endInside(rows, span),
  }));
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

/** The spans that these make together: those with less than `gap` between them are one. */
export function joinedSpans(spans: readonly Span[], gap: number): Span[] {
  const joined: Span[] = [];
  for (const { left, right } of spans.toSorted((a, b) => a.left - b.left)) {
    const last = joined.at(-1);
    if (last !== undefined && left - last.right < gap)
      joined[joined.length - 1] = { left: last.left, right: Math.max(last.right, right) };
    else joined.push({ left, right });
  }
  return joined;
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

/** The edges of columns: in the middle between each and the next, and where the outermost of what is in them ends. */
export function edgesAround(columns: readonly Span[], spans: readonly Span[]): number[] {
  return [
    Math.min(...spans.map(({ left }) => left)),
    ...columns.slice(1).map(({ left }, i) => (elementAt(columns, i).right + left) / 2),
    Math.max(...spans.map(({ right }) => right)),
  ];
}
