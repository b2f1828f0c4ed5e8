import type { Table } from "../../../pipeline/model/document.js";
import { STRUCTURE } from "../settings.js";
import { elementAt } from "../../../pipeline/model/element-at.js";

/** Two parts of a table on the same columns. */
export interface OnSameColumns {
  readonly above: Table;
  readonly next: Table;
  /** Whether nearly all of the edges were the same before. */
  readonly close: boolean;
}

/** Puts two tables on one set of columns; null where their columns have too little in common. */
export function joinColumns(above: Table, below: Table): OnSameColumns | null {
  const a = above.columnEdges;
  if (a === undefined || below.columnEdges === undefined) return null;
  const b = inPlace(a, below.columnEdges);
  const next = { ...below, columnEdges: b };
  if (isShifted(a, b)) return { above, next: { ...next, columnEdges: a }, close: true };
  if (!hasSameFrame(a, b)) return null;
  const shared = b.filter((edge) => near(a, edge) !== undefined).length;
  const share = shared / Math.min(a.length, b.length);
  if (share < STRUCTURE.stitch.commonEdges) return null;
  const edges = [...a, ...b.filter((edge) => near(a, edge) === undefined)].toSorted(
    (x, y) => x - y,
  );
  return {
    above: regrid(above, edges),
    next: regrid(next, edges),
    close: share >= STRUCTURE.stitch.nearlyAllEdges,
  };
}

/** Edges that stand aside as a whole, moved back: on scanned pages the paper lay otherwise. */
function inPlace(a: readonly number[], b: readonly number[]): readonly number[] {
  const left = leftOf(a) - leftOf(b);
  const right = rightOf(a) - rightOf(b);
  const isMoved =
    Math.abs(left - right) <= STRUCTURE.stitch.sameEdge &&
    Math.abs(left) <= STRUCTURE.stitch.samePlace;
  return isMoved ? b.map((edge) => edge + (left + right) / 2) : b;
}

function isShifted(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length &&
    a.every((edge, i) => Math.abs(edge - (b[i] ?? Infinity)) <= STRUCTURE.stitch.samePlace)
  );
}

function hasSameFrame(a: readonly number[], b: readonly number[]): boolean {
  const left = Math.abs(leftOf(a) - leftOf(b));
  const right = Math.abs(rightOf(a) - rightOf(b));
  return left <= STRUCTURE.stitch.samePlace && right <= STRUCTURE.stitch.samePlace;
}

const leftOf = (edges: readonly number[]): number => elementAt(edges, 0);
const rightOf = (edges: readonly number[]): number => elementAt(edges, edges.length - 1);

function near(edges: readonly number[], edge: number): number | undefined {
  const outer =
    edge === edges[0] || edge === edges.at(-1)
      ? STRUCTURE.stitch.samePlace
      : STRUCTURE.stitch.sameEdge;
  return edges.find((other) => Math.abs(other - edge) <= outer);
}

function regrid(table: Table, edges: readonly number[]): Table {
  const places = (table.columnEdges ?? []).map((edge) => closest(edges, edge));
  return {
    ...table,
    columnCount: edges.length - 1,
    columnEdges: edges,
    cells: table.cells.map((cell) => {
      const column = places[cell.column] ?? cell.column;
      const end = places[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
      return { ...cell, column, columnSpan: Math.max(1, end - column) };
    }),
  };
}

function closest(edges: readonly number[], edge: number): number {
  let best = 0;
  edges.forEach((other, i) => {
    if (Math.abs(other - edge) < Math.abs((edges[best] ?? Infinity) - edge)) best = i;
  });
  return best;
}
