import { Big } from "big.js";
import { halfWidth } from "./text.js";

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

const NOT_STATED = /^[-—–－―─/／\\…]*$/u;
const NUMBER = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/u;
const WITH_UNIT = /^(.*?\d[)）]?)((?:人民币)?(?:[十百千]?万|百|千|亿)?元|万|亿)$/u;

/** Whether a cell is blank or says with a dash that nothing is stated. */
export function isNotStated(text: string): boolean {
  return NOT_STATED.test(text.replace(/\s/gu, ""));
}

/**
 * An exact decimal without separators and trailing zeros, or null where the text is no number.
 * Reads full-width and spaced digits, thousands separators in threes, and negatives as `-5`, `(5)`,
 * `（5）`, `△5`, `▲5`.
 */
export function decimal(text: string): string | null {
  const plain = halfWidth(text).replace(/\s/gu, "").replace(/，/gu, ",").replace(/．/gu, ".");
  const bracketed = /^[(（](.*)[)）]$/u.exec(plain)?.[1];
  const signed = /^[-−－﹣△▲](.*)$/u.exec(plain)?.[1];
  const digits = bracketed ?? signed ?? plain.replace(/^\+/u, "");
  if (!NUMBER.test(digits)) return null;
  const value = new Big(digits.replaceAll(",", ""));
  return exact(bracketed === undefined && signed === undefined ? value : value.neg());
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
 * Reads a money cell. A unit printed in the cell wins over `unit`, the unit of its column or table.
 * A wrong unit is not repaired.
 */
export function money(text: string, unit: string | null): Money {
  if (isNotStated(text)) return { kind: "not_stated" };
  const printed = WITH_UNIT.exec(halfWidth(text).replace(/\s/gu, ""));
  const number = decimal(printed?.[1] ?? text);
  if (number === null) return { kind: "unreadable" };
  const applied = printed?.[2] ?? unit;
  const factor = applied === null ? null : yuanIn(applied);
  if (applied === null || factor === null) return { kind: "unitless", number };
  return { kind: "amount", yuan: exact(new Big(number).times(factor)), unit: applied };
}
