import { canonical } from "../../values/text.js";
import { withoutBlanks } from "../columns.js";
import { movedRanks } from "./misplaced-rows.js";
import { GOVERNMENT } from "./settings.js";

/** A row of a table with what shows how deep it stands. */
export interface OutlineRow {
  readonly row: number;
  /** As printed, with the blanks before it. */
  readonly text: string;
  readonly code: string | null;
  /** Of the label in its column, in points, where the format has pages. */
  readonly indent: number | null;
}

/** How deep a row stands, 0-based, and the row that it is a part of. */
export interface Level {
  readonly depth: number;
  readonly parentRow: number | null;
}

const TOTAL = /^[\s　]*(?:合\s*计|总\s*计|.{0,14}(?:总计|合计|总收入|总支出))\s*$/u;
const AMONG = /^其中[：:]?/u;

/** The styles of list numbers as tables nest them. */
const STYLES: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+[、.．:：]/u,
  /^[(（][一二三四五六七八九十]+[)）]/u,
  /^\d{1,2}[、.．](?!\d)/u,
  /^[(（]\d{1,2}[)）]/u,
  /^[①-⑳]/u,
];

/**
 * How deep each row stands: by the length of its code, else by its list number, the blanks or the space before
 * its label. Null where nothing shows it. A row without any of these below a numbered one is a part of that.
 */
export function outlineRows(rows: readonly OutlineRow[]): ReadonlyMap<number, Level> {
  const ranks = movedRanks(
    rows.map(({ text }) => text),
    ranksOf(rows),
  );
  const levels = new Map<number, Level>();
  let open: { readonly rank: number; readonly row: number; readonly depth: number }[] = [];
  for (const [index, { row }] of rows.entries()) {
    const rank = ranks[index] ?? null;
    if (rank === null) continue;
    open = open.filter((above) => above.rank < rank);
    const parent = open.at(-1);
    const depth = parent === undefined ? 0 : parent.depth + 1;
    levels.set(row, { depth, parentRow: parent?.row ?? null });
    // A total is no parent: what follows may be no part of it, where it does not say 其中.
    if (!isTotal(rows[index]) || isAmong(rows[index + 1])) open = [...open, { rank, row, depth }];
  }
  return levels;
}

const isTotal = (row: OutlineRow | undefined): boolean => TOTAL.test(row?.text ?? "");
const isAmong = (row: OutlineRow | undefined): boolean =>
  AMONG.test(withoutBlanks(canonical(row?.text ?? "")));

/** An order among the rows of one table, outer ones less; null for all where nothing shows one. */
function ranksOf(rows: readonly OutlineRow[]): readonly (number | null)[] {
  if (rows.some(({ code }) => code !== null)) return rows.map(codeRank);
  const numbers = rows.map(({ text }) => styleOf(text));
  const spaces = spaceRanks(rows);
  const isSpaced = new Set(spaces).size > 1;
  const isNumbered = numbers.filter((style) => style !== null).length > 1;
  if (!isSpaced && !isNumbered) return rows.map(() => null);
  if (isSpaced && !isNumbered) return rows.map((row, i) => (isTotal(row) ? 0 : (spaces[i] ?? 0)));
  return numberRanks(rows, numbers, isSpaced ? spaces : null);
}

const codeRank = ({ code, text }: OutlineRow): number | null =>
  code === null ? (TOTAL.test(text) ? 0 : null) : code.length;

function styleOf(text: string): number | null {
  const plain = withoutBlanks(canonical(text)).replace(AMONG, "");
  const style = STYLES.findIndex((one) => one.test(plain));
  return style < 0 ? null : style;
}

/** Ranks by list number; what has none stands below the number above it, deeper ones by their space. */
function numberRanks(
  rows: readonly OutlineRow[],
  numbers: readonly (number | null)[],
  spaces: readonly number[] | null,
): readonly number[] {
  let above: number | null = null;
  return rows.map((row, i) => {
    const style = numbers[i] ?? null;
    if (style !== null) {
      above = style;
      return style * GOVERNMENT.ranksOfSpace;
    }
    if (isTotal(row)) {
      above = isAmong(rows[i + 1]) ? 0 : null;
      return 0;
    }
    const space = Math.min(spaces?.[i] ?? 0, GOVERNMENT.ranksOfSpace - 2);
    return above === null ? 0 : above * GOVERNMENT.ranksOfSpace + 1 + space;
  });
}

/** The rank of the space before each label among all of the table: blanks printed, else the indent in points. */
function spaceRanks(rows: readonly OutlineRow[]): readonly number[] {
  const blanks = rows.map(({ text }) => widthOf(/^[\s　]*/u.exec(text)?.[0] ?? ""));
  const isBlank = blanks.some((width) => width > 0);
  const widths = isBlank ? blanks : rows.map(({ indent }) => indent ?? 0);
  const step = isBlank ? 1 : GOVERNMENT.indentStep;
  const stops: number[] = [];
  const counted = rows.map(({ text }, i) => ({ text, width: widths[i] ?? 0 }));
  const sorted = counted.filter(({ text }) => !TOTAL.test(text)).map(({ width }) => width);
  for (const width of sorted.toSorted((a, b) => a - b))
    if (stops.length === 0 || width - (stops.at(-1) ?? 0) >= step) stops.push(width);
  if (stops.length > GOVERNMENT.deepest) return rows.map(() => 0);
  const ranks = widths.map((width) =>
    Math.max(0, stops.filter((stop) => stop <= width + step / 2).length - 1),
  );
  // 其中 stands before its label where the others have space.
  return ranks.map((rank, i) => (isAmong(rows[i]) ? Math.max(rank, ranks[i + 1] ?? rank) : rank));
}

/** Half an em a narrow blank, one a full-width one. */
const widthOf = (blank: string): number => blank.length + blank.split("　").length - 1;
