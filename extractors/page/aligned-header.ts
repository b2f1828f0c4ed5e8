import type { Line } from "./lines.js";
import type { Rule } from "./marks.js";
import type { Column, Span } from "./aligned-columns.js";
import { matchHeader } from "./aligned-header-match.js";
import { countUp } from "./count-up.js";
import { type Segment, segments } from "./segments.js";
import { PAGE } from "./settings.js";

/** A text of a header, over one column or several. */
interface HeaderCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly parts: readonly Segment[];
}

/** The header of a table and its columns, as far as header and body reach together. */
export interface Header {
  readonly cells: readonly HeaderCell[];
  readonly rows: number;
  readonly columns: readonly Span[];
}

/** A text of the header, its lines joined. */
interface Piece extends Span {
  readonly parts: readonly Segment[];
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** What the lines above a body name its columns, or null where that is not certain. */
export function headerOf(
  lines: readonly Line[],
  body: readonly Column[],
  rules: readonly Rule[],
): Header | null {
  const pieces = piecesOf(lines, rules);
  const over = pieces.filter((piece) =>
    pieces.some((other) => isBelow(piece, other) && overlap(piece, other)),
  );
  const first = leavesOf(pieces, over);
  const stray = matchHeader(first, body)?.flatMap(({ header, body: column }) => {
    const leaf = header === null || column !== null ? undefined : first[header];
    return leaf !== undefined && first.some((other) => isBelow(leaf, other)) ? [leaf] : [];
  });
  const groups = [...over, ...(stray ?? [])];
  const leaves = leavesOf(pieces, groups);
  const columns = matchHeader(leaves, body);
  if (columns === null || columns.some(({ header }, i) => header === null && i > 0)) return null;
  const placed = columns.map(({ header, body: column, span }) => ({
    leaf: header === null ? null : (leaves[header] ?? null),
    span,
    isAmounts: column === null || body[column]?.isAmounts === true,
  }));
  const around = { placed, groups, rules };
  const ranges = equalParts(around) ?? groups.map((group) => rangeOf(group, around));
  if (!ranges.every((range) => range !== null)) return null;
  const covered = new Set(ranges.flatMap(({ from, to }) => countUp(from, to + 1)));
  if (covered.size < ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)) return null;
  const rows = groups.length > 0 ? 2 : 1;
  const cells = placed.map(({ leaf }, column): HeaderCell => {
    const row = covered.has(column) ? 1 : 0;
    return { row, rowSpan: rows - row, column, columnSpan: 1, parts: leaf?.parts ?? [] };
  });
  const above = groups.map(({ parts }, i): HeaderCell => {
    const { from, to } = ranges[i] ?? { from: 0, to: 0 };
    return { row: 0, rowSpan: 1, column: from, columnSpan: to - from + 1, parts };
  });
  return { cells: [...above, ...cells], rows, columns: columns.map(({ span }) => span) };
}

function leavesOf(pieces: readonly Piece[], groups: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => !groups.includes(piece)).toSorted((a, b) => a.left - b.left);
}

/** The columns of groups whose names repeat, as those of income and expenditure side by side do. */
function equalParts({ placed, groups }: Around): Range[] | null {
  const each = placed.length / groups.length;
  if (groups.length < 2 || !Number.isInteger(each)) return null;
  const names = placed.map(({ leaf }) => leaf?.parts.map(({ text }) => text).join("") ?? "");
  const isRepeated = names.every((name, i) => name !== "" && name === names[i % each]);
  const sorted = groups.toSorted((a, b) => a.left - b.left);
  const ranges = sorted.map((_, i): Range => ({ from: i * each, to: (i + 1) * each - 1 }));
  const isInside = ranges.every(({ from, to }, i) => {
    const group = sorted[i];
    const [start, end] = [placed[from]?.span.left ?? 0, placed[to]?.span.right ?? 0];
    return (
      group !== undefined && group.left >= start - group.size && group.right <= end + group.size
    );
  });
  const isAbove = placed.every(
    ({ leaf }) => leaf !== null && groups.every((group) => isBelow(group, leaf)),
  );
  if (!isRepeated || !isInside || !isAbove) return null;
  return groups.map((group) => ranges[sorted.indexOf(group)] ?? { from: 0, to: 0 });
}

/** The texts of a header: lines close below one another, with nothing else over or under them, are one. */
function piecesOf(lines: readonly Line[], rules: readonly Rule[]): Piece[] {
  const pieces: Piece[] = [];
  let above: Piece[] = [];
  for (const line of lines) {
    const own = segments(line);
    const row = own.map((segment): Piece => {
      const over = above.filter((piece) => overlap(piece, segment));
      const [only] = over;
      const isAlone =
        own.filter((other) => only !== undefined && overlap(only, other)).length === 1;
      if (only === undefined || over.length > 1 || !isAlone || !isWrapped(only, segment, rules))
        return pieceOf([segment]);
      pieces.splice(pieces.indexOf(only), 1);
      return pieceOf([...only.parts, segment]);
    });
    pieces.push(...row);
    above = [...above.filter((piece) => pieces.includes(piece)), ...row];
  }
  return pieces;
}

function pieceOf(parts: readonly Segment[]): Piece {
  return {
    parts,
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    top: Math.min(...parts.map(({ baseline, size }) => baseline - size)),
    bottom: Math.max(...parts.map(({ baseline }) => baseline)),
    size: Math.max(...parts.map(({ size }) => size)),
  };
}

function isWrapped(piece: Piece, next: Segment, rules: readonly Rule[]): boolean {
  const step = next.baseline - piece.bottom;
  return (
    step <= PAGE.alignment.wrapStep * next.size &&
    ruleUnder(piece, next.baseline - 1, rules) === null
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.left < b.right && b.left < a.right;
}

function isBelow(piece: Piece, other: Piece): boolean {
  return other.top > piece.bottom - 1;
}

/** A rule between a text and what stands below it. */
function ruleUnder(piece: Piece, bottom: number, rules: readonly Rule[]): Rule | null {
  const found = rules.find(
    ({ axis, at, from, to }) =>
      axis === "horizontal" &&
      at >= piece.bottom - 1 &&
      at <= bottom &&
      from <= piece.left + 1 &&
      to >= piece.right - 1,
  );
  return found ?? null;
}

interface Placed {
  readonly leaf: Piece | null;
  readonly span: Span;
  readonly isAmounts: boolean;
}

interface Around {
  readonly placed: readonly Placed[];
  readonly groups: readonly Piece[];
  readonly rules: readonly Rule[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The columns that a text is over, by the rule under it or by its middle; null where several ways fit. */
function rangeOf(group: Piece, { placed, groups, rules }: Around): Range | null {
  const isUnder = ({ leaf }: Placed): boolean => leaf !== null && isBelow(group, leaf);
  const own = placed.flatMap((one, i) =>
    isUnder(one) && overlap(group, one.leaf ?? group) ? [i] : [],
  );
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const lowest = Math.min(...own.map((i) => placed[i]?.leaf?.top ?? Infinity)) + group.size;
  const rule = ruleUnder(group, lowest, rules);
  if (rule !== null && isPartial(rule, placed)) return underRule(rule, placed);
  const others = groups.filter((other) => other !== group);
  const isFree = (one: Placed | undefined): boolean =>
    one !== undefined && isUnder(one) && !others.some((other) => overlap(other, one.leaf ?? other));
  let [from, to] = [first, last];
  while (isFree(placed[from - 1])) from -= 1;
  while (isFree(placed[to + 1])) to += 1;
  if (from === first && to === last) return { from, to };
  const [only, ...more] = countUp(from, first + 1)
    .flatMap((start) => countUp(last, to + 1).map((end): Range => ({ from: start, to: end })))
    .filter(({ from: start, to: end }) => end > start && isOneKind(placed.slice(start, end + 1)))
    .filter((range) => isCentred(group, range, placed));
  return only === undefined || more.length > 0 ? null : only;
}

/** Whether a rule goes over some of the columns alone. */
function isPartial({ from, to }: Rule, placed: readonly Placed[]): boolean {
  return placed.some(({ span }) => span.right < from || span.left > to);
}

function underRule({ from, to }: Rule, placed: readonly Placed[]): Range | null {
  const under = placed.flatMap(({ span }, i) => {
    const middle = (span.left + span.right) / 2;
    return middle > from && middle < to ? [i] : [];
  });
  const [first, last] = [under[0], under.at(-1)];
  return first === undefined || last === undefined ? null : { from: first, to: last };
}

/** Whether columns are of amounts alone, or of texts alone. */
function isOneKind(placed: readonly Placed[]): boolean {
  return new Set(placed.map(({ isAmounts }) => isAmounts)).size === 1;
}

function isCentred(group: Piece, { from, to }: Range, placed: readonly Placed[]): boolean {
  const [first, last] = [placed[from]?.span, placed[to]?.span];
  if (first === undefined || last === undefined) return false;
  const left = ((placed[from - 1]?.span.right ?? first.left) + first.left) / 2;
  const right = ((placed[to + 1]?.span.left ?? last.right) + last.right) / 2;
  const distance = Math.abs(left + right - group.left - group.right) / 2;
  return distance <= PAGE.alignment.sameMiddle * group.size;
}
