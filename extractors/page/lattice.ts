import type { Box } from "./geometry.js";
import { firstWhere } from "./first-where.js";
import { countUp } from "./count-up.js";
import type { Rule } from "./marks.js";
import { PAGE } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

/** A ruled grid before its text: the lines, and which of its squares each cell covers. */
export interface Lattice {
  /** The x of the column edges and the y of the row edges. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly Area[];
}

/** The squares that a cell covers. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The grids that the rules of a page draw, each from rules that meet. */
export function lattices(rules: readonly Rule[]): Lattice[] {
  const found = groups(rules);
  const lonely = found.filter((group) => !crosses(group)).flat();
  return found
    .filter(crosses)
    .map((group) => [...group, ...lonely.filter((rule) => isSideOf(group, rule))])
    .map(lattice)
    .filter(({ cells }) => cells.length > 0);
}

/** The outline of a grid. */
export function outline({ xs, ys }: Pick<Lattice, "xs" | "ys">): Box {
  return [
    elementAt(xs, 0),
    elementAt(ys, 0),
    elementAt(xs, xs.length - 1),
    elementAt(ys, ys.length - 1),
  ];
}

function crosses(rules: readonly Rule[]): boolean {
  return rules.some(isHorizontal) && rules.some((rule) => !isHorizontal(rule));
}

/** Whether a line that meets no other is the side of a table whose outer cells reach over the whole page. */
function isSideOf(group: readonly Rule[], rule: Rule): boolean {
  if (isHorizontal(rule)) return false;
  const across = group.filter(isHorizontal);
  const along = group.filter((other) => !isHorizontal(other));
  const top = Math.min(...across.map(({ at }) => at), ...along.map(({ from }) => from));
  const bottom = Math.max(...across.map(({ at }) => at), ...along.map(({ to }) => to));
  const left = Math.min(...across.map(({ from }) => from));
  const right = Math.max(...across.map(({ to }) => to));
  const shared = Math.min(bottom, rule.to) - Math.max(top, rule.from);
  const distance = Math.max(left - rule.at, rule.at - right);
  return (
    shared >= PAGE.lattice.side * (bottom - top) &&
    distance > 0 &&
    distance <= PAGE.lattice.widestColumn
  );
}

function isHorizontal(rule: Rule): boolean {
  return rule.axis === "horizontal";
}

/** Rules that meet, directly or by others. */
function groups(rules: readonly Rule[]): Rule[][] {
  const leaders = rules.map((_, i) => i);
  const upright = [...rules.entries()]
    .filter(([, rule]) => !isHorizontal(rule))
    .toSorted(([, a], [, b]) => a.at - b.at);
  rules.forEach((rule, i) => {
    if (!isHorizontal(rule)) return;
    for (const j of crossing(rule, upright)) leaders[leaderOf(leaders, i)] = leaderOf(leaders, j);
  });
  const byLeader = new Map<number, Rule[]>();
  rules.forEach((rule, i) => {
    const leader = leaderOf(leaders, i);
    const group = byLeader.get(leader);
    if (group === undefined) byLeader.set(leader, [rule]);
    else group.push(rule);
  });
  return [...byLeader.values()];
}

/** The one that stands for a group; each step halves the way to it for the next who asks. */
function leaderOf(leaders: number[], member: number): number {
  let at = member;
  let next = leaders[at] ?? at;
  while (next !== at) {
    const beyond = leaders[next] ?? next;
    leaders[at] = beyond;
    at = beyond;
    next = leaders[at] ?? at;
  }
  return at;
}

/** The numbers of the rules, sorted by place, that a horizontal one meets. */
function* crossing(
  rule: Rule,
  upright: readonly (readonly [number, Rule])[],
): Generator<number, void> {
  const first = firstWhere(upright, ([, other]) => other.at >= rule.from - PAGE.lattice.reach);
  for (let i = first; i < upright.length; i += 1) {
    const entry = upright[i];
    if (entry === undefined || entry[1].at > rule.to + PAGE.lattice.reach) return;
    if (meet(rule, entry[1])) yield entry[0];
  }
}

function meet(horizontal: Rule, vertical: Rule): boolean {
  return reaches(horizontal, vertical.at) && reaches(vertical, horizontal.at);
}

function reaches(rule: Rule, at: number): boolean {
  return at >= rule.from - PAGE.lattice.reach && at <= rule.to + PAGE.lattice.reach;
}

function lattice(rules: readonly Rule[]): Lattice {
  const horizontal = rules.filter(isHorizontal);
  const vertical = rules.filter((rule) => !isHorizontal(rule));
  const xs = edges(vertical, horizontal);
  const ys = edges(horizontal, vertical);
  return withoutIdleEdges({ xs, ys, cells: areas(xs, ys, borders(xs, ys, rules)) });
}

/** Where rules stand, and where the rules across them end well outside of these. */
function edges(rules: readonly Rule[], across: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).toSorted((a, b) => a - b))
    if (at - (found.at(-1) ?? -Infinity) > PAGE.lattice.narrowest) found.push(at);
  const start = Math.min(...across.map(({ from }) => from));
  const end = Math.max(...across.map(({ to }) => to));
  if (start < (found[0] ?? Infinity) - PAGE.lattice.overhang) found.unshift(start);
  if (end > (found.at(-1) ?? -Infinity) + PAGE.lattice.overhang) found.push(end);
  return found;
}

/** Whether a border is drawn left of (above) each square: by edge, then by position along it. */
interface Borders {
  readonly left: readonly (readonly boolean[])[];
  readonly above: readonly (readonly boolean[])[];
}

function borders(xs: readonly number[], ys: readonly number[], rules: readonly Rule[]): Borders {
  const sorted = rules.toSorted((a, b) => a.at - b.at);
  const vertical = sorted.filter((rule) => !isHorizontal(rule));
  const horizontal = sorted.filter(isHorizontal);
  return {
    left: xs.map((x) => drawn(x, ys, vertical)),
    above: ys.map((y) => drawn(y, xs, horizontal)),
  };
}

/** Along an edge; the rules are sorted by place. */
function drawn(at: number, stops: readonly number[], rules: readonly Rule[]): boolean[] {
  const here = rules.slice(
    firstWhere(rules, (rule) => rule.at >= at - PAGE.lattice.narrowest),
    firstWhere(rules, (rule) => rule.at > at + PAGE.lattice.narrowest),
  );
  return stops.slice(1).map((to, i) => {
    const from = stops[i] ?? to;
    return covered(from, to, here) >= PAGE.lattice.drawn * (to - from);
  });
}

function covered(from: number, to: number, rules: readonly Rule[]): number {
  let length = 0;
  let reached = from;
  for (const rule of rules.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(rule.from, reached);
    const end = Math.min(rule.to, to);
    if (end > start) [length, reached] = [length + end - start, end];
  }
  return length;
}

/** Cells grow to the right and then down from each free square until a border stops them. */
function areas(xs: readonly number[], ys: readonly number[], { left, above }: Borders): Area[] {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const taken = new Set<number>();
  const found: Area[] = [];
  const isFree = (row: number, column: number): boolean => !taken.has(row * columns + column);
  const goesDown = (row: number, from: number, to: number): boolean =>
    row < rows &&
    countUp(from, to).every(
      (column) =>
        isFree(row, column) &&
        above[row]?.[column] !== true &&
        (column === from || left[column]?.[row] !== true),
    );
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let right = column + 1;
      while (right < columns && isFree(row, right) && left[right]?.[row] !== true) right += 1;
      let bottom = row + 1;
      while (goesDown(bottom, column, right)) bottom += 1;
      for (const r of countUp(row, bottom))
        for (const c of countUp(column, right)) taken.add(r * columns + c);
      found.push({ row, column, rowSpan: bottom - row, columnSpan: right - column });
    }
  return found;
}

/** Drops the edges that no cell begins at: underlines and other strokes inside cells. */
function withoutIdleEdges({ xs, ys, cells }: Lattice): Lattice {
  if (cells.length === 0) return { xs, ys, cells };
  const columns = kept(
    xs.length,
    cells.map(({ column }) => column),
  );
  const rows = kept(
    ys.length,
    cells.map(({ row }) => row),
  );
  return {
    xs: columns.map((old) => elementAt(xs, old)),
    ys: rows.map((old) => elementAt(ys, old)),
    cells: cells.map((cell) => squeezed(cell, rows, columns)),
  };
}

/** The edges that stay, by their old numbers. */
function kept(count: number, starts: readonly number[]): number[] {
  return [...new Set([...starts, 0, count - 1])].toSorted((a, b) => a - b);
}

function squeezed(cell: Area, rows: readonly number[], columns: readonly number[]): Area {
  const row = countBefore(rows, cell.row);
  const column = countBefore(columns, cell.column);
  return {
    row,
    column,
    rowSpan: countBefore(rows, cell.row + cell.rowSpan) - row,
    columnSpan: countBefore(columns, cell.column + cell.columnSpan) - column,
  };
}

function countBefore(edgesKept: readonly number[], edge: number): number {
  return firstWhere(edgesKept, (old) => old >= edge);
}
