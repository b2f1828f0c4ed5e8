import { elementAt } from "../../pipeline/model/element-at.js";
import { type ReadGrid, readGrid } from "./cells.js";
import { type Framed, framedGrid, isRow } from "./framed-grid.js";
import { outline } from "./lattice.js";
import type { Line } from "./lines.js";
import type { Rule } from "./marks.js";
import type { PageContent } from "./page-content.js";
import { median } from "./quantile.js";
import { type Segment, segments } from "./segments.js";
import { PAGE } from "./settings.js";

/**
 * Finds tables that have rules across and none between their columns: at head and foot, or under the header alone. Takes
 * their lines out of the text. What does not fall into columns for certain stays text.
 */
export function framedTables(page: PageContent): PageContent {
  let rest = withTypedRules(page);
  const found: ReadGrid[] = [];
  const take = (table: Framed): void => {
    const grid = framedGrid(table);
    if (grid === null) return;
    found.push(readGrid(grid));
    const taken = new Set([...table.head, ...table.body]);
    rest = { ...rest, lines: rest.lines.filter((line) => !taken.has(line)) };
  };
  const long = longRules(rest);
  for (const frame of framesOf(long)) framed(frame, rest).forEach(take);
  for (const rule of long) headed(rule, long, rest).forEach(take);
  if (found.length === 0) return page;
  const grids = [...page.grids, ...found].toSorted((a, b) => outline(a)[1] - outline(b)[1]);
  return { ...rest, grids };
}

/** A rule that was typed: -----, =====. */
const TYPED = /^(?:[-—─_]{10,}|[=═]{10,})$/u;

function withTypedRules(page: PageContent): PageContent {
  const typed = page.lines.filter(({ text }) => TYPED.test(text));
  if (typed.length === 0) return page;
  const rules = typed.map(({ left, right, baseline, size }): Rule => ({
    axis: "horizontal",
    at: baseline - PAGE.glyph.middle * size,
    from: left,
    to: right,
  }));
  return {
    ...page,
    lines: page.lines.filter((line) => !typed.includes(line)),
    rules: [...page.rules, ...rules],
  };
}

function longRules({ rules, width }: PageContent): Rule[] {
  return rules
    .filter(
      ({ axis, from, to }) => axis === "horizontal" && to - from >= PAGE.framed.shortest * width,
    )
    .toSorted((a, b) => a.at - b.at);
}

/** Rules of one length below each other: those over a table, under its header and at its foot. */
interface Frame {
  readonly from: number;
  readonly to: number;
  readonly ats: readonly number[];
}

function framesOf(rules: readonly Rule[]): Frame[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const group = groups.find(([first]) => first !== undefined && isSameLength(first, rule));
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups
    .filter(({ length }) => length > 1)
    .map((group) => ({
      from: Math.min(...group.map(({ from }) => from)),
      to: Math.max(...group.map(({ to }) => to)),
      ats: group.map(({ at }) => at),
    }));
}

function isSameLength(a: Pick<Rule, "from" | "to">, b: Pick<Rule, "from" | "to">): boolean {
  const most = PAGE.framed.sameEnd;
  return Math.abs(a.from - b.from) <= most && Math.abs(a.to - b.to) <= most;
}

/** What stands between two rules of a frame. */
type Zone = "head" | "body" | "other";

/** The tables between the rules of a frame: zones of rows, with the zone above them that names their columns. */
function framed(frame: Frame, page: PageContent): Framed[] {
  const zones = frame.ats
    .slice(1)
    .map((foot, i) => linesWithin(page, frame, [elementAt(frame.ats, i), foot]));
  const kinds = zones.map((lines) => zoneOf(lines));
  const tables: { head: Line[]; body: Line[] }[] = [];
  for (const [i, lines] of zones.entries()) {
    const last = tables.at(-1);
    const isNext = i > 0 && kinds[i - 1] !== "other";
    if (kinds[i] === "head" && kinds[i + 1] === "body") tables.push({ head: [...lines], body: [] });
    else if (kinds[i] === "body" && isNext && last !== undefined) last.body.push(...lines);
    else if (kinds[i] === "body") tables.push(withoutHead(lines));
  }
  const rules = partialRules(page, frame);
  return tables.map((table) => ({ ...table, rules }));
}

/** The lines between two rules that do not reach over their ends; none where a grid stands there. */
function linesWithin(
  page: PageContent,
  { from, to }: Frame,
  [top, foot]: readonly [number, number],
): Line[] {
  const slack = PAGE.framed.sameEnd;
  const hasGrid = page.grids.some((grid) => outline(grid)[1] < foot && outline(grid)[3] > top);
  const within = page.lines.filter(({ baseline }) => baseline > top && baseline < foot + slack / 2);
  const isInside = within.every(({ left, right }) => left >= from - slack && right <= to + slack);
  return hasGrid || !isInside ? [] : within;
}

/** The table whose header stands over a rule, and its rows below, where no rule is at their foot. */
function headed(rule: Rule, rules: readonly Rule[], page: PageContent): Framed[] {
  const top = rules.findLast(({ at }) => at < rule.at)?.at ?? -Infinity;
  const foot = rules.find(({ at }) => at > rule.at)?.at ?? Infinity;
  const above = page.lines.filter(({ baseline }) => baseline > top && baseline < rule.at);
  const below = page.lines.filter(({ baseline }) => baseline > rule.at && baseline < foot);
  const rows = untilGap(lineRun(below, rule, () => true));
  const body = rows.slice(0, rows.findLastIndex((line) => isRow(segments(line))) + 1);
  if (body.filter((line) => isRow(segments(line))).length < PAGE.framed.fewestRows) return [];
  const label = Math.min(...body.map(({ left }) => left));
  const isHead = (line: Line): boolean =>
    segments(line).length > 1 || line.left > label + PAGE.framed.indented * line.size;
  const head = lineRun(above.toReversed(), rule, isHead).toReversed();
  if (head.length === 0 || head.length > PAGE.framed.headerLines) return [];
  // Names of columns may be numbers; more than one line of them are rows.
  const ofFigures = head.map(segments).filter((parts) => isRow(parts) && !parts.every(isName));
  return ofFigures.length > 1 ? [] : [{ head, body, rules: partialRules(page, rule) }];
}

/** The lines from a rule on that stand within its ends and close to one another, up to prose or what does not belong. */
function lineRun(
  lines: readonly Line[],
  { at, from, to }: Rule,
  belongs: (line: Line) => boolean,
): Line[] {
  const slack = PAGE.framed.sameEnd;
  const end = lines.findIndex((line, i) => {
    const before = lines[i - 1];
    const step = Math.abs(line.baseline - (before?.baseline ?? at));
    const isFar = step > PAGE.framed.largestStep * Math.max(before?.size ?? 0, line.size);
    const isInside = line.left >= from - slack && line.right <= to + slack;
    return isFar || !isInside || isProse(segments(line)) || !belongs(line);
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

/** Lines up to where they stand farther apart than they do. */
function untilGap(lines: readonly Line[]): readonly Line[] {
  const steps = lines.slice(1).map((line, i) => line.baseline - elementAt(lines, i).baseline);
  if (steps.length === 0) return lines;
  const most = PAGE.framed.apart * median(steps);
  const gap = steps.findIndex((step) => step > most);
  return gap === -1 ? lines : lines.slice(0, gap + 1);
}

/** Rules that are shorter than that of a frame: those over some of its columns. */
function partialRules({ rules }: PageContent, frame: Pick<Frame, "from" | "to">): Rule[] {
  return rules.filter((rule) => rule.axis === "horizontal" && !isSameLength(frame, rule));
}

function zoneOf(lines: readonly Line[]): Zone {
  const parts = lines.map(segments);
  if (lines.length === 0 || parts.some(isProse)) return "other";
  const rows = parts.filter(isRow);
  if (rows.length >= PAGE.framed.fewestRows) return "body";
  const isShort = lines.length <= PAGE.framed.headerLines && parts.some(({ length }) => length > 1);
  if (isShort && rows.every((part) => part.every(isName))) return "head";
  return rows.length > 0 ? "body" : "other";
}

function isProse(parts: readonly Segment[]): boolean {
  return parts.some(({ text }) => text.length > PAGE.framed.longestCell);
}

/** Names of columns that are numbers. */
function isName({ text }: Segment): boolean {
  return /^\D*(?:19|20)\d{2}\D*(?:\d{2,4})?$/u.test(text) || !/\d/u.test(text);
}

/** A zone of rows whose first lines name the columns: no rule stands under them. */
function withoutHead(lines: readonly Line[]): { head: Line[]; body: Line[] } {
  const first = lines.findIndex((line) => {
    const parts = segments(line);
    return isRow(parts) && !parts.every(isName);
  });
  return { head: lines.slice(0, first), body: lines.slice(first) };
}
