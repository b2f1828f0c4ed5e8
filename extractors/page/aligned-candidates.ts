import { outline } from "./lattice.js";
import type { Line } from "./lines.js";
import type { Rule } from "./marks.js";
import type { PageContent } from "./page-content.js";
import { isAmount, isFigure } from "./row-bands.js";
import { type Segment, segments } from "./segments.js";
import { PAGE } from "./settings.js";

/** Consecutive lines of a page that may be a table: its header, if it has one, and its body. */
export interface Candidate {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  /** The lines of the body that hold figures, but for one that numbers the columns. */
  readonly rows: readonly (readonly Segment[])[];
  readonly hasUnit: boolean;
  /** Rules above, between and below its lines. */
  readonly rules: readonly Rule[];
  /** Whether nothing but its header stands above it on the page. */
  readonly isFirst: boolean;
}

/** The lines of a page that may be tables. */
export function candidates(page: PageContent): Candidate[] {
  return stretches(page).flatMap((stretch) => {
    const parts = stretch.map(segments);
    const rows = parts.flatMap((part, i) => (isRow(part) ? [i] : []));
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return [];
    const above = stretch.slice(0, first);
    const body = stretch.slice(first, last + 1);
    if (parts.slice(first, last + 1).some(isProse)) return [];
    const rules = loneRules(page, above[0] ?? body[0], body.at(-1));
    const header = followsUnit(page, stretch[0]) ? above : headerLines(above, rules);
    if (header.some((line) => isProse(segments(line)))) return [];
    const [top] = [...header, ...body];
    const isFirst = top === page.lines[0] && page.grids.length === 0;
    const hasUnit = isUnder(page, top);
    const figures = rows.map((i) => parts[i] ?? []).filter((part) => !isNumbering(part));
    return [{ header, body, rows: figures, hasUnit, rules, isFirst }];
  });
}

const UNIT = /单位\s*[:：]/u;
/** A caption, or a unit, begins a table. */
const BEGINS = /单位\s*[:：]|表\s*([（(][^（）()]*[)）])?$/u;

function isUnder({ lines }: PageContent, top: Line | undefined): boolean {
  const at = top === undefined ? -1 : lines.indexOf(top);
  return lines
    .slice(Math.max(0, at - PAGE.alignment.captionDepth), at)
    .some(({ text }) => UNIT.test(text));
}

function followsUnit({ lines }: PageContent, first: Line | undefined): boolean {
  const at = first === undefined ? -1 : lines.indexOf(first);
  return at > 0 && UNIT.test(lines[at - 1]?.text ?? "");
}

/** The row that numbers the columns: 栏次, 1, 2, 3 and so on, set otherwise than the amounts below. */
function isNumbering(parts: readonly Segment[]): boolean {
  const own = parts.filter((part) => isAmount(part)).map(({ text }) => Number(text));
  const [first] = own;
  return own.length > 1 && (first === 1 || first === 2) && own.every((n, i) => n === first + i);
}

/** Lines with no table, caption or large gap between them. */
function stretches({ lines, grids }: PageContent): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const stretch = found.at(-1);
    const last = stretch?.at(-1);
    const isCaption = BEGINS.test(line.text.trim()) && segments(line).length === 1;
    if (isCaption || UNIT.test(line.text)) found.push([]);
    else if (stretch !== undefined && (last === undefined || isNext(last, line, grids)))
      stretch.push(line);
    else found.push([line]);
  }
  return found.filter(({ length }) => length > 0);
}

function isNext(last: Line, line: Line, grids: PageContent["grids"]): boolean {
  const step = line.baseline - last.baseline;
  if (step > PAGE.alignment.largestStep * Math.max(last.size, line.size)) return false;
  return !grids.some((grid) => {
    const [, top] = outline(grid);
    return top > last.baseline - last.size && top < line.baseline;
  });
}

const SENTENCE = /[，。；！？]/u;

/** Whether a part of a line is no cell. */
function isProse(parts: readonly Segment[]): boolean {
  return parts.some(({ text }) => SENTENCE.test(text) || text.length > PAGE.alignment.longestCell);
}

/** Years alone are names of columns. */
const YEAR = /^(?:19|20)\d{2}$/u;

/** A text or code and at least one figure beside it. */
function isRow(parts: readonly Segment[]): boolean {
  if (isProse(parts) || parts.every(({ text }) => YEAR.test(text))) return false;
  return parts.slice(1).some(isFigure);
}

/** The lines of a header: below the uppermost rule, else those over several columns. */
function headerLines(above: readonly Line[], rules: readonly Rule[]): Line[] {
  const top = Math.min(...rules.map(({ at }) => at));
  const start = above.findLastIndex((line) => {
    const parts = segments(line);
    return isProse(parts) || (parts.length < 2 && line.baseline < top);
  });
  return above.slice(start + 1);
}

/** Rules across, that belong to no other table, from above the first line to below the last. */
function loneRules(
  { rules }: PageContent,
  first: Line | undefined,
  last: Line | undefined,
): Rule[] {
  if (first === undefined || last === undefined) return [];
  const top = first.baseline - 3 * first.size;
  const bottom = last.baseline + 2 * last.size;
  return rules.filter(
    ({ axis, at, from, to }) =>
      axis === "horizontal" && at > top && at < bottom && from < last.right && to > last.left,
  );
}
