import { elementAt } from "../../pipeline/model/element-at.js";
import type { Span } from "./aligned-columns.js";
import type { FilledCell } from "./cells.js";
import { type Line, lines as linesOf } from "./lines.js";
import type { Rule } from "./marks.js";
import { countUp } from "./count-up.js";
import { PAGE } from "./settings.js";
import type { Word } from "./words.js";

/** A text of a header with the columns that it is over. */
interface Name {
  readonly from: number;
  readonly to: number;
  /** Whether a rule under it says so. */
  readonly isRuled: boolean;
  /** Whether it stands between two columns and over neither. */
  readonly isBetween: boolean;
  readonly words: Word[];
  readonly top: number;
  bottom: number;
}

/**
 * The cells of a header: a text over a rule names the columns of the rule, one that crosses from a column into the next
 * those that it is over; below such a text each column has its own. Null where a text stands over no column.
 */
export function framedHeader(
  lines: readonly Line[],
  columns: readonly Span[],
  rules: readonly Rule[],
): FilledCell[] | null {
  const names: Name[] = [];
  for (const line of lines)
    for (const words of textsOf(line, columns)) {
      const name = nameOf(words, { columns, rules, lines });
      const above = names.find((other) => goesOn(other, name));
      if (above === undefined) names.push(name);
      else {
        above.words.push(...name.words);
        above.bottom = name.bottom;
      }
    }
  if (names.some((name) => name.isBetween && !isOverNames(name, names))) return null;
  const cells = placed(names.map((name) => widened(name, names, columns)));
  return cells === null ? null : withBlanks(cells, columns.length);
}

/** Whether each column that a text stands over has a name below it. */
function isOverNames(name: Name, names: readonly Name[]): boolean {
  return countUp(name.from, name.to + 1).every((column) =>
    names.some((other) => isBelow(name, other) && holds(other, column)),
  );
}

function isBelow(name: Name, other: Name): boolean {
  return other.top >= name.bottom - 1;
}

/**
 * A text with names below it and no rule between is over as many of their columns as it stands in the middle of, and
 * no other text of its height.
 */
function widened(name: Name, names: readonly Name[], columns: readonly Span[]): Name {
  const below = names.filter((other) => isBelow(name, other));
  const beside = names.filter(
    (other) => other !== name && other.bottom > name.top && !below.includes(other),
  );
  const isNamed = (column: number): boolean => below.some((other) => holds(other, column));
  const isFree = (column: number): boolean =>
    isNamed(column) && !beside.some((other) => holds(other, column));
  if (name.isRuled || !isNamed(name.from)) return name;
  let [first, last] = [name.from, name.to];
  while (first > 0 && isFree(first - 1)) first -= 1;
  while (last < columns.length - 1 && isFree(last + 1)) last += 1;
  const ranges = countUp(first, name.from + 1)
    .flatMap((from) => countUp(name.to, last + 1).map((to) => ({ ...name, from, to })))
    .filter((range) => isCentred(range, columns));
  return ranges.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? name;
}

function holds({ from, to }: Name, column: number): boolean {
  return from <= column && to >= column;
}

function isCentred({ from, to, words }: Name, columns: readonly Span[]): boolean {
  const { left, right } = spanOf(words);
  const size = Math.max(...words.map((word) => word.size));
  const both = elementAt(columns, from).left + elementAt(columns, to).right;
  return Math.abs(both - left - right) / 2 <= PAGE.alignment.sameMiddle * size;
}

/** The texts of a line, parted at wide gaps, and at narrow ones between two texts that are over one column each. */
function textsOf(line: Line, columns: readonly Span[]): Word[][] {
  const texts: Word[][] = [];
  for (const word of line.words) {
    const last = texts.at(-1);
    if (last === undefined || isParted(last, word, columns)) texts.push([word]);
    else last.push(word);
  }
  const joined: Word[][] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (last !== undefined && isTorn(last, text, columns)) last.push(...text);
    else joined.push(text);
  }
  return joined;
}

function isParted(text: readonly Word[], word: Word, columns: readonly Span[]): boolean {
  const last = elementAt(text, text.length - 1);
  const gap = word.left - last.right;
  if (gap >= PAGE.alignment.columnGap * word.size) return true;
  const isBetween = columnOf(last, columns) !== columnOf(word, columns);
  return isBetween && gap >= PAGE.framed.nameGap * word.size;
}

/** Whether two texts are one that was parted at a blank: typewriters have wide ones. */
function isTorn(text: readonly Word[], next: readonly Word[], columns: readonly Span[]): boolean {
  const [last, first] = [elementAt(text, text.length - 1), elementAt(next, 0)];
  if (first.left - last.right >= PAGE.alignment.columnGap * first.size) return false;
  return [text, next].some((words) => columnsUnder(spanOf(words), columns).length > 1);
}

function spanOf(words: readonly Word[]): Span {
  return {
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
  };
}

/** The columns that a text reaches over. */
function columnsUnder({ left, right }: Span, columns: readonly Span[]): number[] {
  return columns.flatMap((column, i) => (column.left < right && left < column.right ? [i] : []));
}

/** The column that the middle of a word is nearest to. */
function columnOf({ left, right }: Span, columns: readonly Span[]): number {
  const middle = (left + right) / 2;
  const away = columns.map((column) => Math.max(column.left - middle, middle - column.right, 0));
  return away.indexOf(Math.min(...away));
}

interface Around {
  readonly columns: readonly Span[];
  readonly rules: readonly Rule[];
  readonly lines: readonly Line[];
}

/** A text with the columns of its rule, else those that it reaches over, else the two that it stands between. */
function nameOf(words: Word[], { columns, rules, lines }: Around): Name {
  const span = spanOf(words);
  const bottom = Math.max(...words.map(({ baseline }) => baseline));
  const size = Math.max(...words.map((word) => word.size));
  const base = { words, top: bottom - size, bottom, isRuled: false, isBetween: false };
  const rule = ruleUnder(span, bottom, { rules, lines });
  const under =
    rule === undefined
      ? []
      : columns.flatMap(({ left: a, right: b }, i) =>
          (a + b) / 2 > rule.from && (a + b) / 2 < rule.to ? [i] : [],
        );
  if (under.length > 0)
    return {
      ...base,
      isRuled: true,
      from: elementAt(under, 0),
      to: elementAt(under, under.length - 1),
    };
  const over = columnsUnder(span, columns);
  const [from, to] = [over[0], over.at(-1)];
  if (from !== undefined && to !== undefined) return { ...base, from, to };
  const next = columns.findIndex(({ left }) => left >= span.right);
  const right = next === -1 ? columns.length - 1 : next;
  return { ...base, from: Math.max(0, right - 1), to: right, isBetween: true };
}

/** The nearest rule below a text, where no other line stands between them. */
function ruleUnder(
  { left, right }: Span,
  bottom: number,
  { rules, lines }: Pick<Around, "rules" | "lines">,
): Rule | undefined {
  const next = Math.min(
    Infinity,
    ...lines
      .flatMap((line) => line.words)
      .filter((word) => word.baseline > bottom + 1 && word.left < right && word.right > left)
      .map(({ baseline }) => baseline),
  );
  return rules.find(
    ({ axis, at, from, to }) =>
      axis === "horizontal" &&
      at > bottom - 1 &&
      at < next &&
      from <= left + PAGE.framed.overEdge &&
      to >= right - PAGE.framed.overEdge,
  );
}

/** Whether a text goes on with one close above it that names the same columns. */
function goesOn(above: Name, { from, to, top, bottom }: Name): boolean {
  const isSame = above.from === from && above.to === to;
  return isSame && top - above.bottom < PAGE.framed.nameStep * (bottom - top);
}

/** The cells of names: each in the row below those above it, down to the next or to the foot. */
function placed(names: readonly Name[]): FilledCell[] | null {
  const sorted = names.toSorted((a, b) => a.top - b.top || a.from - b.from);
  const rows = new Map<Name, number>();
  const over = (a: Name, b: Name): boolean => a.from <= b.to && b.from <= a.to;
  for (const [i, name] of sorted.entries()) {
    const above = sorted.slice(0, i).filter((other) => over(other, name));
    if (!above.every((other) => isBelow(other, name))) return null;
    rows.set(name, Math.max(-1, ...above.map((other) => rows.get(other) ?? 0)) + 1);
  }
  const count = Math.max(...rows.values()) + 1;
  return sorted.map((name): FilledCell => {
    const row = rows.get(name) ?? 0;
    const below = sorted.filter((other) => over(other, name) && (rows.get(other) ?? 0) > row);
    const end =
      below.length === 0 ? count : Math.min(...below.map((other) => rows.get(other) ?? count));
    return {
      row,
      rowSpan: end - row,
      column: name.from,
      columnSpan: name.to - name.from + 1,
      lines: linesOf(name.words),
    };
  });
}

/** A cell without text for each square that no name covers. */
function withBlanks(cells: readonly FilledCell[], columns: number): FilledCell[] {
  const rows = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
  const squares = countUp(0, rows).flatMap((row) =>
    countUp(0, columns).map((column) => ({ row, column })),
  );
  const blanks = squares.filter(
    (square) =>
      !cells.some(
        ({ row, rowSpan, column, columnSpan }) =>
          square.row >= row &&
          square.row < row + rowSpan &&
          square.column >= column &&
          square.column < column + columnSpan,
      ),
  );
  return [
    ...cells,
    ...blanks.map((square): FilledCell => ({ ...square, rowSpan: 1, columnSpan: 1, lines: [] })),
  ].toSorted((a, b) => a.row - b.row || a.column - b.column);
}
