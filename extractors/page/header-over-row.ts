import type { FilledCell } from "./cells.js";
import type { Line } from "./lines.js";
import { PAGE } from "./settings.js";

/** An amount as columns of money print it; a year is none. */
const MONEY = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const YEAR = /^(?:19|20)\d\d$/u;
const isMoney = ({ text }: Line): boolean => MONEY.test(text.trim()) && !YEAR.test(text.trim());
const isNamed = ({ text }: Line): boolean => /\p{sc=Han}/u.test(text);

/**
 * The two printed rows of a band in which a header and the first row below it stand, as no rule or change of shading
 * parts them: each column has words over one amount, all amounts on one line; null where that is not so.
 */
export function headerOverRow(filled: readonly FilledCell[]): readonly (readonly Line[])[] | null {
  const headed = filled.filter(({ lines }) => isHeaded(lines));
  const others = filled.filter((cell) => !headed.includes(cell));
  const amounts = headed.flatMap(({ lines }) => lines.slice(-1));
  const [first] = amounts;
  if (first === undefined || headed.length < PAGE.rows.fewestHeaded || others.length > 1)
    return null;
  const isOnRow = ({ baseline }: Line): boolean =>
    Math.abs(baseline - first.baseline) < first.size / 2;
  const lines = filled.flatMap((cell) => cell.lines);
  const below = lines.filter(isOnRow);
  const isRow = amounts.every(isOnRow) && below.length === filled.length;
  return isRow ? [lines.filter((line) => !isOnRow(line)), below] : null;
}

function isHeaded(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  return (
    lines.length > 1 && last !== undefined && isMoney(last) && lines.slice(0, -1).every(isNamed)
  );
}
