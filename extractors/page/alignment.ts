import { fill, type ReadGrid, readGrid } from "./cells.js";
import { type Lattice, outline } from "./lattice.js";
import { type Line, lines as linesOf } from "./lines.js";
import type { Rule } from "./marks.js";
import type { PageContent } from "./page-content.js";
import { isAmount, splitRows } from "./row-bands.js";
import type { Word } from "./words.js";
import { PAGE } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

/** Text of a line between two wide gaps. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** From where to where a column reaches. */
interface Span {
  readonly left: number;
  readonly right: number;
}

/** Consecutive lines of a page that may be a table: its header, if it has one, and its body. */
interface Candidate {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  readonly hasUnit: boolean;
  /** Rules above, between and below its lines. */
  readonly rules: readonly Rule[];
}

/** Finds tables without column rules by their aligned columns, and takes their lines out of the text. */
export function alignedTables(page: PageContent): PageContent {
  let rest = page.lines;
  const found: ReadGrid[] = [];
  for (const candidate of candidates(page)) {
    const lattice = latticeOf(candidate);
    if (lattice === null) continue;
    const taken = new Set([...candidate.header, ...candidate.body]);
    const words: Word[] = [...taken].flatMap((line) => line.words);
    const { grid, rest: outside } = fill(lattice, words);
    if (outside.length > 0) continue;
    found.push(readGrid(splitRows(grid)));
    rest = rest.filter((line) => !taken.has(line));
  }
  if (found.length === 0) return page;
  const grids = [...page.grids, ...found].toSorted((a, b) => outline(a)[1] - outline(b)[1]);
  return { ...page, lines: rest, grids };
}

function candidates(page: PageContent): Candidate[] {
  return stretches(page).flatMap((stretch) => {
    const rows = stretch.flatMap((line, i) => (isRow(line) ? [i] : []));
    const first = rows[0];
    const last = rows.at(-1);
    if (first === undefined || last === undefined || rows.length < PAGE.alignment.fewestRows)
      return [];
    const above = stretch.slice(0, first);
    const header = headerOf(above);
    const body = stretch.slice(first, last + 1);
    const hasUnit = above.slice(-PAGE.alignment.captionDepth).some(({ text }) => UNIT.test(text));
    const rules = loneRules(page, header[0] ?? body[0], body.at(-1));
    return [{ header, body, hasUnit, rules }];
  });
}

const UNIT = /单位\s*[:：]/u;

/** Lines with no table and no large gap between them. */
function stretches({ lines, grids }: PageContent): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const stretch = found.at(-1);
    const last = stretch?.at(-1);
    if (stretch !== undefined && last !== undefined && isNext(last, line, grids))
      stretch.push(line);
    else found.push([line]);
  }
  return found;
}

function isNext(last: Line, line: Line, grids: readonly ReadGrid[]): boolean {
  if (line.baseline - last.baseline > PAGE.alignment.largestStep * Math.max(last.size, line.size))
    return false;
  return !grids.some((grid) => {
    const [, top] = outline(grid);
    return top > last.baseline - last.size && top < line.baseline;
  });
}

/** The parts of a line between wide gaps. */
export function segments(line: Line): Segment[] {
  const groups: Word[][] = [];
  for (const word of line.words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (
      group !== undefined &&
      last !== undefined &&
      word.left - last.right < PAGE.alignment.columnGap * word.size
    )
      group.push(word);
    else groups.push([word]);
  }
  return groups.flatMap((group) =>
    linesOf(group).map(({ text, left, right, size }) => ({ text, left, right, size })),
  );
}

/** A label and at least one amount beside it. */
function isRow(line: Line): boolean {
  const [first, ...others] = segments(line);
  return first !== undefined && others.length > 0 && others.every(isAmount);
}

/** The lines over the first row that have a text over several columns. */
function headerOf(above: readonly Line[]): Line[] {
  const start = above.findLastIndex((line) => segments(line).length < 2 || UNIT.test(line.text));
  return above.slice(start + 1);
}

function loneRules(
  { rules }: PageContent,
  first: Line | undefined,
  last: Line | undefined,
): Rule[] {
  if (first === undefined || last === undefined) return [];
  const top = first.baseline - 3 * first.size;
  const bottom = last.baseline + 2 * last.size;
  return rules.filter(
    (rule) =>
      rule.axis === "horizontal" && rule.at > top && rule.at < bottom && overlaps(rule, first),
  );
}

function overlaps(rule: Rule, line: Line): boolean {
  return rule.from < line.right && rule.to > line.left;
}

/** The grid that the alignment shows, or null where it shows none. */
function latticeOf(candidate: Candidate): Lattice | null {
  const { header, body, hasUnit, rules } = candidate;
  const rows = body.filter(isRow);
  const columns = columnsOf(rows);
  if (columns.length < 2 || !(hasUnit || header.length > 0 || rules.length >= 2)) return null;
  if (!areAligned(rows, columns) || (!hasUnit && isList(rows))) return null;
  const all = [...header, ...body];
  const edges = [
    Math.min(...all.map(({ left }) => left)),
    ...columns.slice(1).map((column, i) => ((columns[i]?.right ?? column.left) + column.left) / 2),
    Math.max(...all.map(({ right }) => right)),
  ];
  return bands(edges, candidate);
}

/** The columns that the segments of all rows fall into. */
function columnsOf(rows: readonly Line[]): Span[] {
  const columns: Span[] = [];
  for (const segment of rows.flatMap(segments).toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && segment.left < last.right)
      columns[columns.length - 1] = { left: last.left, right: Math.max(last.right, segment.right) };
    else columns.push({ left: segment.left, right: segment.right });
  }
  return columns;
}

/** Whether the amounts of each column end, begin or centre at one place. */
function areAligned(rows: readonly Line[], columns: readonly Span[]): boolean {
  const found = rows.flatMap(segments);
  return columns.slice(1).every((column) => {
    const own = found.filter(({ left, right }) => left >= column.left && right <= column.right);
    const size = Math.max(...own.map((segment) => segment.size));
    return [
      own.map(({ right }) => right),
      own.map(({ left }) => left),
      own.map(({ left, right }) => (left + right) / 2),
    ].some((places) => Math.max(...places) - Math.min(...places) < PAGE.alignment.aligned * size);
  });
}

/** A table of contents: one rising whole number a line. */
function isList(rows: readonly Line[]): boolean {
  const numbers = rows.map((row) =>
    segments(row)
      .slice(1)
      .map(({ text }) => text),
  );
  if (!numbers.every((found) => found.length === 1 && /^\d{1,4}$/u.test(found[0] ?? "")))
    return false;
  const values = numbers.map(([text]) => Number(text));
  return values.every((value, i) => i === 0 || value >= elementAt(values, i - 1));
}

/** A grid of a header row, if there is one, and the bands that the rules part the body into. */
function bands(xs: readonly number[], { header, body, rules }: Candidate): Lattice {
  const start = topOf(body[0]);
  const bottom = Math.max(
    ...body.map(({ baseline, size }) => baseline + PAGE.alignment.foot * size),
  );
  const between = rules
    .map(({ at }) => at)
    .filter((at) => at > start + PAGE.alignment.edge && at < bottom - PAGE.alignment.edge);
  const inside = [start, ...between.toSorted((a, b) => a - b), bottom];
  const ys = header.length > 0 ? [topOf(header[0]), ...inside] : inside;
  const cells = ys
    .slice(1)
    .flatMap((_, row) =>
      xs.slice(1).map((__, column) => ({ row, column, rowSpan: 1, columnSpan: 1 })),
    );
  return { xs, ys, cells };
}

function topOf(line: Line | undefined): number {
  return line === undefined ? 0 : line.baseline - line.size;
}
