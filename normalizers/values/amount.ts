import { Big } from "big.js";
import { halfWidth } from "./text.js";
import { unitSpelling } from "./unit-spelling.js";

/** What a money cell says: yuan, a number that lacks a unit, nothing, or something unreadable. */
export type Money =
  | { readonly kind: "amount"; readonly yuan: string; readonly unit: string }
  | { readonly kind: "unitless"; readonly number: string }
  | { readonly kind: "not_stated" }
  | { readonly kind: "unreadable" };

/** Yuan in one of each printed unit. `万` and `亿` alone are money only where money is expected. */
const YUAN_IN: ReadonlyMap<string, string> = new Map([
  ["元", "1"],
  ["人民币元", "1"],
  ["百元", "100"],
  ["千元", "1000"],
  ["万元", "10000"],
  ["万", "10000"],
  ["十万元", "100000"],
  ["百万元", "1000000"],
  ["千万元", "10000000"],
  ["亿元", "100000000"],
  ["亿", "100000000"],
]);

/** Most texts state something at first sight. */
const STATED = /[\d\p{sc=Han}]/u;
const DIGIT = /[\d０-９]/u;
const NOT_STATED = /^[-—–－―─/／\\…]*$/u;
const NUMBER = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/u;
/** How nearly all numbers are printed: no step below changes anything of them. */
const BARE = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;
const THOUSANDS_MARK = /(?<=^[^\d]*\d{1,3}(?:['’‘`´]\d{3})*)['’‘`´](?=\d{3}(?!\d))/gu;
const CURRENCY = /^([-−－﹣–△▲负(（]?)(?:[¥￥]|RMB|CNY|人民币(?=\d))/u;
/** A sign after a number that points to a note: `5.00*`, `5.00①`, `5.00¹`. */
const NOTE_MARK = /(?<=[\d元)）])(?:[*＊※†‡]+|[①-⑳]|[⁰¹²³⁴-⁹]+)$/u;
/** Accountants' minus behind the number: `400.00-`. A range that goes on elsewhere ends like this, money does not. */
const MINUS_BEHIND = /^(\d[\d,.]*)[-−－﹣]$/u;
/** A share in brackets after an amount: `400.00（32.4%）`. */
const SHARE = /(?<=[\d元])[（(]-?\d+(?:\.\d+)?%[)）]$/u;
const WITH_UNIT = /^(.*?\d[)）]?)((?:人民币)?(?:[十百千]?万|百|千|亿)?元|万|亿)$/u;

/** Whether a cell is blank or says with a dash that nothing is stated. */
export function isNotStated(text: string): boolean {
  return !STATED.test(text) && NOT_STATED.test(halfWidth(text).replace(/\s/gu, ""));
}

/**
 * An exact decimal without separators and trailing zeros, or null where the text is no number.
 * Reads full-width and spaced digits, commas and apostrophes between thousands, and negatives as `-5`, `–5`,
 * `(5)`, `（5）`, `△5`, `▲5`, `负5`.
 */
export function decimal(text: string): string | null {
  if (BARE.test(text)) return shortest(text);
  if (!DIGIT.test(text)) return null;
  const plain = halfWidth(text)
    .replace(/\s/gu, "")
    .replace(/，/gu, ",")
    .replace(/．/gu, ".")
    .replace(THOUSANDS_MARK, ",");
  const negated = /^[(（](.*)[)）]$/u.exec(plain)?.[1] ?? /^[-−－﹣–△▲负](.*)$/u.exec(plain)?.[1];
  const digits = negated ?? plain.replace(/^\+/u, "");
  if (!NUMBER.test(digits)) return null;
  return shortest(negated === undefined ? digits : `-${digits}`);
}

/** A printed number without separators, zeros that say nothing, and the sign of a zero. */
function shortest(printed: string): string {
  const isNegative = printed.startsWith("-");
  const digits = (isNegative ? printed.slice(1) : printed).replaceAll(",", "");
  const point = digits.indexOf(".");
  let [first, end] = [0, digits.length];
  while (digits[first] === "0" && first + 1 < (point < 0 ? end : point)) first += 1;
  if (point >= 0) while (digits[end - 1] === "0") end -= 1;
  if (end - 1 === point) end = point;
  const value = digits.slice(first, end);
  return isNegative && value !== "0" ? `-${value}` : value;
}

/** A decimal as the dataset writes it: no exponent, no trailing zeros, no negative zero. */
export function exact(value: Big): string {
  return value.eq(0) ? "0" : value.toFixed();
}

/** How many yuan one of this unit is, or null where it is no unit of money. */
export function yuanIn(unit: string): string | null {
  return YUAN_IN.get(unit.replace(/^人民币(?=.元)/u, "")) ?? null;
}

/**
 * Reads a money cell. A unit printed in the cell wins over `unit`, the unit of its column or table. A sign of
 * currency, a note's mark behind the number and a share in brackets are no part of it. A wrong unit is not
 * repaired.
 */
export function money(text: string, unit: string | null): Money {
  if (BARE.test(text)) return inUnit(shortest(text), unit);
  const plain = unitSpelling(halfWidth(text)).replace(/\s/gu, "");
  const size = plain.replace(CURRENCY, "$1");
  // The zero of an accounting format is a dash behind a sign of currency; the sign alone is nothing known.
  const isNothing = isNotStated(plain) || (size !== "" && isNotStated(size));
  if (isNothing || plain === "无") return { kind: "not_stated" };
  const bare = plain
    .replace(NOTE_MARK, "")
    .replace(SHARE, "")
    .replace(CURRENCY, "$1")
    .replace(MINUS_BEHIND, "-$1");
  const printed = WITH_UNIT.exec(bare);
  const number = decimal(printed?.[1] ?? bare);
  return number === null ? { kind: "unreadable" } : inUnit(number, printed?.[2] ?? unit);
}

function inUnit(number: string, unit: string | null): Money {
  const factor = unit === null ? null : yuanIn(unit);
  if (unit === null || factor === null) return { kind: "unitless", number };
  const yuan = factor === "1" ? number : exact(new Big(number).times(factor));
  return { kind: "amount", yuan, unit };
}

/** Whether a cell states money where money is expected, in whatever unit. */
export function isMoney(text: string): boolean {
  return DIGIT.test(text) && money(text, "元").kind === "amount";
}
