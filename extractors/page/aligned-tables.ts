import { fill, type FilledCell, type FilledGrid, type ReadGrid, readGrid } from "./cells.js";
import { type Lattice, outline } from "./lattice.js";
import { type Line, lines as linesOf } from "./lines.js";
import type { PageContent } from "./page-content.js";
import { isFigure, splitRows } from "./row-bands.js";
import type { Word } from "./words.js";
import { type Candidate, candidates } from "./aligned-candidates.js";
import { areAligned, columnsOf, edgesAround } from "./aligned-columns.js";
import { type Header, headerOf } from "./aligned-header.js";
import { segments } from "./segments.js";
import { PAGE } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

/** A page with its aligned tables, and the columns of the table that its last lines are. */
interface AlignedPage {
  readonly page: PageContent;
  readonly open: readonly number[] | null;
}

/**
 * Finds tables without column rules by their aligned columns, and takes their lines out of the text. What
 * cannot be told for certain stays text, and its figures are reported.
 */
export function alignedTables(page: PageContent, before: readonly number[] | null): AlignedPage {
  let rest = page.lines;
  let open: readonly number[] | null = null;
  const found: ReadGrid[] = [];
  for (const candidate of candidates(page)) {
    const grid = gridOf(candidate, candidate.isFirst ? before : null);
    if (grid === null) continue;
    found.push(readGrid(grid));
    const taken = new Set([...candidate.header, ...candidate.body]);
    rest = rest.filter((line) => !taken.has(line));
    open = candidate.body.at(-1) === page.lines.at(-1) ? grid.xs : null;
  }
  if (found.length === 0) return { page, open };
  const grids = [...page.grids, ...found].toSorted((a, b) => outline(a)[1] - outline(b)[1]);
  return { page: { ...page, lines: rest, grids }, open };
}

/** The grid that the alignment shows, or null where it shows none for certain. */
function gridOf(candidate: Candidate, before: readonly number[] | null): FilledGrid | null {
  const { header: above, body, rows, hasUnit, rules } = candidate;
  const words = [...above, ...body].flatMap((line) => line.words);
  const goesOn = before !== null && fits(words, before);
  if (goesOn && above.length === 0) return verified(bodyGrid(before, candidate), candidate);
  if (rows.length < PAGE.alignment.fewestRows) return null;
  const columns = columnsOf(rows);
  if (columns.length < 2 || !areAligned(rows, columns)) return null;
  if (!(hasUnit || above.length > 0 || rules.length >= 2)) return null;
  if (!hasUnit && isList(rows)) return null;
  if (above.length > PAGE.alignment.headerLines) return null;
  const header = above.length === 0 ? null : headerOf(above, columns, rules);
  if (above.length > 0 && header === null) return null;
  const xs =
    goesOn && before.length === columns.length + 1
      ? before
      : edgesAround(header?.columns ?? columns, words);
  if (!fits(words, xs)) return null;
  const grid = verified(bodyGrid(xs, candidate), candidate);
  return grid === null || header === null ? grid : withHeader(grid, header, candidate);
}

/** Whether no word reaches over an edge. */
function fits(words: readonly Word[], edges: readonly number[]): boolean {
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  return words.every(
    ({ left, right }) =>
      left >= first - PAGE.alignment.overEdge &&
      right <= last + PAGE.alignment.overEdge &&
      edges
        .slice(1, -1)
        .every(
          (edge) =>
            right <= edge + PAGE.alignment.overEdge || left >= edge - PAGE.alignment.overEdge,
        ),
  );
}

/** A table of contents: one rising whole number a line. */
function isList(rows: Candidate["rows"]): boolean {
  const found = rows.map((parts) => parts.slice(1).map(({ text }) => text));
  if (!found.every((own) => own.length === 1 && /^\d{1,4}$/u.test(own[0] ?? ""))) return false;
  const values = found.map(([text]) => Number(text));
  return values.every((value, i) => i === 0 || value >= elementAt(values, i - 1));
}

/** The body as the bands that rules part it into, each of them split into its printed rows. */
function bodyGrid(xs: readonly number[], { body, rules }: Candidate): FilledGrid {
  const top = topOf(body[0]);
  const bottom = Math.max(
    ...body.map(({ baseline, size }) => baseline + PAGE.alignment.foot * size),
  );
  const between = rules
    .map(({ at }) => at)
    .filter((at) => at > top + PAGE.alignment.edge && at < bottom - PAGE.alignment.edge);
  const ys = [top, ...between.toSorted((a, b) => a - b), bottom];
  const cells = ys.slice(1).flatMap((_, row) => rowCells(xs, row));
  const lattice: Lattice = { xs, ys, cells };
  return splitRows(
    fill(
      lattice,
      body.flatMap(({ words }) => words),
    ).grid,
  );
}

function rowCells(xs: readonly number[], row: number): Lattice["cells"][number][] {
  return xs.slice(1).map((_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 }));
}

/** A body whose rows hold a line of figures each, or null: then its rows were not told apart. */
function verified(grid: FilledGrid, { body }: Candidate): FilledGrid | null {
  const figures = body.filter((line) => segments(line).some(isFigure)).length;
  const rows = new Set<number>();
  for (const { row, lines } of grid.cells) {
    const own = lines.filter(isFigure);
    if (own.length > 1 || (own.length === 1 && lines.length > 1)) return null;
    if (own.length === 1) rows.add(row);
  }
  const hasRest = grid.cells.some(
    ({ row, column, lines }) =>
      column > 0 && lines.length > 0 && !rows.has(row) && !begins(grid, row),
  );
  return rows.size === figures && !hasRest ? grid : null;
}

/** Whether a row has a text in the first column. One without that and without figures may be the rest of another. */
function begins({ cells }: FilledGrid, row: number): boolean {
  return cells.some((cell) => cell.row === row && cell.column === 0 && cell.lines.length > 0);
}

function withHeader(grid: FilledGrid, { cells, rows }: Header, { header }: Candidate): FilledGrid {
  const top = topOf(header[0]);
  const start = grid.ys[0] ?? top;
  const heads = Array.from({ length: rows }, (_, i) => top + (i * (start - top)) / rows);
  const own = cells.map(({ parts, ...area }): FilledCell => ({
    ...area,
    lines: linesOf(parts.flatMap(({ words }) => words)),
  }));
  const below = grid.cells.map((cell) => ({ ...cell, row: cell.row + rows }));
  return {
    xs: grid.xs,
    ys: [...heads, ...grid.ys],
    cells: [...own, ...below].toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

function topOf(line: Line | undefined): number {
  return line === undefined ? 0 : line.baseline - line.size;
}
