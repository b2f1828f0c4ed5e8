import type { Cell } from "../../pipeline/model/document.js";
import type { Piece } from "./split-table.js";
import type { OpenTable, PlacedCell } from "./open-table.js";
import { DOCX } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

/** The columns that a reader sees: where each edge of the grid stands among them. */
interface Columns {
  readonly count: number;
  readonly edges: ReadonlyMap<number, number>;
}

/** The place of each edge of the grid, in twentieths of a point. */
type Positions = readonly number[];

/**
 * Moves the cells of a piece into the columns that a reader sees. Word's grid has more: an edge for
 * every row that was ever dragged aside, edges that no cell ends at, and those of rows without rules.
 *
 * @returns how many columns there are
 */
export function fitColumns({ cells }: Piece, { widths, rules }: OpenTable): number {
  const shared = rowsShared(cells);
  const isBare = ({ row }: PlacedCell) => rules[row] === "bare" && !shared.has(row);
  if (isPlain(cells, widths) && !cells.some(isBare)) return lastEdge(cells);
  const positions = widths.length < lastEdge(cells) ? undefined : positionsOf(widths);
  const ruled = cells.filter((cell) => !isBare(cell));
  const bareRows = rowsOf(cells.filter(isBare));
  const columns = visibleColumns(ruled, positions);
  if (positions && bareRows.every((row) => row.length <= columns.count)) {
    for (const row of bareRows) snapRow(row, columns, positions);
    return settle(ruled, columns);
  }
  return settle(cells, visibleColumns(cells, positions));
}

/** The rows in which a cell of several rows stands: it keeps its columns, and so do those beside it. */
function rowsShared(cells: readonly PlacedCell[]): ReadonlySet<number> {
  const shared = new Set<number>();
  for (const { row, rowSpan } of cells) {
    if (rowSpan > 1) for (let n = row; n < row + rowSpan; n += 1) shared.add(n);
  }
  return shared;
}

/** Most tables: every edge of the grid is one that a reader sees. */
function isPlain(cells: readonly PlacedCell[], widths: readonly number[]): boolean {
  const used = new Set<number>();
  for (const cell of cells) used.add(cell.column).add(endOf(cell));
  return used.size === lastEdge(cells) + 1 && widths.every((width) => width >= DOCX.table.sliver);
}

/** Whether two cells that start in one column seem to end in one. */
export function endTogether(one: Cell, other: Cell, widths: readonly number[]): boolean {
  if (endOf(one) === endOf(other)) return true;
  const first = Math.min(endOf(one), endOf(other));
  const last = Math.max(endOf(one), endOf(other));
  const between = widths.slice(first, last);
  return (
    between.length === last - first &&
    between.reduce((sum, each) => sum + each, 0) < DOCX.table.sliver
  );
}

function lastEdge(cells: readonly PlacedCell[]): number {
  let last = 0;
  for (const cell of cells) last = Math.max(last, endOf(cell));
  return last;
}

function settle(cells: readonly PlacedCell[], { edges, count }: Columns): number {
  for (const cell of cells) {
    const end = edges.get(endOf(cell)) ?? endOf(cell);
    cell.column = edges.get(cell.column) ?? cell.column;
    cell.columnSpan = end - cell.column;
  }
  return count;
}

function rowsOf(cells: readonly PlacedCell[]): PlacedCell[][] {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? [];
    row.push(cell);
    rows.set(cell.row, row);
  }
  return [...rows.values()];
}

function visibleColumns(cells: readonly PlacedCell[], positions: Positions | undefined): Columns {
  const used = new Set<number>();
  for (const cell of cells) used.add(cell.column).add(endOf(cell));
  const kept = positions ? narrowEnds(cells, positions) : used;
  const edges = new Map<number, number>();
  let first = Number.NEGATIVE_INFINITY;
  let count = -1;
  for (const edge of [...used].toSorted((a, b) => a - b)) {
    const position = positions?.[edge] ?? edge;
    if (kept.has(edge) || position - first >= DOCX.table.sliver) {
      first = position;
      count += 1;
    }
    edges.set(edge, count);
  }
  return { count: Math.max(0, count), edges };
}

/** The ends of cells so narrow that their two edges would become one. */
function narrowEnds(cells: readonly PlacedCell[], positions: Positions): ReadonlySet<number> {
  const width = (cell: PlacedCell) =>
    elementAt(positions, endOf(cell)) - elementAt(positions, cell.column);
  return new Set(cells.filter((cell) => width(cell) < DOCX.table.sliver).map(endOf));
}

/** A row without rules has no edges to be seen: its cells take the nearest columns. */
function snapRow(
  row: readonly PlacedCell[],
  { count, edges }: Columns,
  positions: Positions,
): void {
  const marks: number[] = [];
  for (const [edge, index] of edges) marks[index] ??= elementAt(positions, edge);
  let free = 0;
  let before = 0;
  for (const [index, cell] of row.entries()) {
    const last = count - (row.length - index - 1);
    const start =
      cell.column === before
        ? free
        : nearest(marks, elementAt(positions, cell.column), { first: free, last: last - 1 });
    before = endOf(cell);
    free = nearest(marks, elementAt(positions, before), { first: start + 1, last });
    cell.column = start;
    cell.columnSpan = free - start;
  }
}

/** The mark nearest to a position; marks rise. */
function nearest(
  marks: readonly number[],
  position: number,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const distance = (index: number) => Math.abs(elementAt(marks, index) - position);
  let best = first;
  while (best < last && distance(best + 1) <= distance(best)) best += 1;
  return best;
}

function endOf(cell: Cell): number {
  return cell.column + cell.columnSpan;
}

function positionsOf(widths: readonly number[]): Positions {
  const positions = [0];
  for (const width of widths) positions.push(elementAt(positions, positions.length - 1) + width);
  return positions;
}
