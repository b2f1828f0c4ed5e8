import type { Draft } from "../../pipeline/model/records/registry.js";
import { decimal } from "./amount.js";
import { isMeasure } from "./measure-word.js";

type Operator = NonNullable<Draft<"indicators">["operator"]>;

/** A quantity with its comparison: `≥95%`, `5日以内`, `360-400人`, `25人`. */
export interface Quantity {
  readonly operator: Operator;
  readonly value: string;
  readonly max: string | null;
  /** As printed, empty where none is. */
  readonly unit: string;
  /** The sign or word as printed, empty for a plain quantity or a range. */
  readonly symbol: string;
}

type Words = readonly (readonly [Operator, string])[];

const BEFORE: Words = [
  ["gte", "≥|>=|=>|≧|⩾|大于或?等于|不低于|不少于|不小于|至少|最少|最低"],
  ["lte", "≤|<=|=<|≦|⩽|小于或?等于|不超过|不高于|不多于|不大于|至多|最多|最高"],
  ["gt", ">|﹥|大于|超过|高于|多于"],
  ["lt", "<|﹤|小于|低于|少于"],
  ["eq", "=|等于"],
];
const AFTER: Words = [
  ["gte", "及?以上"],
  ["lte", "及?以[内下]|之?内"],
];

const NUMBER = String.raw`[-−－]?\d[\d,，]*(?:\.\d+)?`;
const SIGN = BEFORE.map(([, words]) => words).join("|");
const INCLUSIVE = String.raw`(?:[（(]含[)）]|含)?`;
const SUFFIX = AFTER.map(([, words]) => words).join("|");
const UNIT = String.raw`[^\d≥≤≧≦<>=~～]*?`;

const SINGLE = new RegExp(
  `^(?:(?<sign>${SIGN})?|(?:控制在|达到?)(?=.*(?:${SUFFIX})$))(?<value>${NUMBER})(?<unit>${UNIT})${INCLUSIVE}(?<suffix>${SUFFIX})?$`,
  "u",
);
const SPAN = new RegExp(
  `^(?<low>${NUMBER})(?<lowUnit>${UNIT})${INCLUSIVE}(?:-|－|—+|–|~|～|至|到)(?<high>${NUMBER})(?<unit>${UNIT})${INCLUSIVE}(?:之间)?$`,
  "u",
);
const BOTH_BOUNDS = new RegExp(
  `^(?<sign>${SIGN})(?<low>${NUMBER})(?<lowUnit>${UNIT})[,，;；、且并]*(?<sign2>${SIGN})(?<high>${NUMBER})(?<unit>${UNIT})$`,
  "u",
);
const BETWEEN = new RegExp(
  `^(?<low>${NUMBER})(?<lowUnit>${UNIT})(?:≤|<=|<|≦)[A-Za-z]?(?:≤|<=|<|≦)(?<high>${NUMBER})(?<unit>${UNIT})$`,
  "u",
);

const OPENING_SIGN = new RegExp(`^(?:${SIGN})`, "u");
const ONLY_SIGN = new RegExp(`^(?:${SIGN})$`, "u");
const YEAR = /^(19|20)\d\d$/u;

/** Whether a text begins with a sign or word of comparison. */
export function opensWithSign(text: string): boolean {
  return OPENING_SIGN.test(text);
}

/** Whether a text is a sign or word of comparison and nothing else. */
export function isSign(text: string): boolean {
  return ONLY_SIGN.test(text);
}

/** Reads a quantity, or null where the canonical text is a sentence. A plain number needs a proper unit. */
export function quantity(text: string): Quantity | null {
  const plain = text.replace(/[。；;，,、]$/u, "");
  return single(plain) ?? span(plain) ?? bounds(plain);
}

function single(text: string): Quantity | null {
  const { sign = "", value = "", unit = "", suffix = "" } = SINGLE.exec(text)?.groups ?? {};
  const number = decimal(value);
  const operator = agreed(operatorIn(BEFORE_ALONE, sign), operatorIn(AFTER_ALONE, suffix));
  if (number === null || operator === null) return null;
  const measured = compound(unit);
  const proven = sign === "" ? isMeasure(measured) && !isDate(value, measured) : isShort(measured);
  if (!proven) return null;
  return {
    operator,
    value: number,
    max: null,
    unit: measured,
    symbol: sign === "" ? suffix : sign,
  };
}

function span(text: string): Quantity | null {
  return range(SPAN.exec(text)?.groups ?? BETWEEN.exec(text)?.groups);
}

/** Which end of a range a sign sets. */
const ENDS = { gte: "low", gt: "low", lte: "high", lt: "high", eq: null, range: null } as const;

function bounds(text: string): Quantity | null {
  const groups = BOTH_BOUNDS.exec(text)?.groups;
  const end = endOf(groups?.["sign"]);
  const other = endOf(groups?.["sign2"]);
  if (end === "low" && other === "high") return range(groups);
  if (end !== "high" || other !== "low") return null;
  return range({ ...groups, low: groups?.["high"] ?? "", high: groups?.["low"] ?? "" });
}

function endOf(sign: string | undefined): "low" | "high" | null {
  const operator = operatorIn(BEFORE_ALONE, sign ?? "");
  return operator === null ? null : ENDS[operator];
}

function range(groups: Readonly<Record<string, string>> | undefined): Quantity | null {
  const { low = "", high = "", lowUnit = "", unit = "" } = groups ?? {};
  const [value, max] = [decimal(low), decimal(high)];
  const measured = compound(unit === "" ? lowUnit : unit);
  const sameUnit = lowUnit === "" || compound(lowUnit) === measured;
  if (value === null || max === null || !sameUnit || !isMeasure(measured)) return null;
  if (isDate(high, measured)) return null;
  return { operator: "range", value, max, unit: measured, symbol: "" };
}

type Patterns = readonly (readonly [Operator, RegExp])[];

function alone(words: Words): Patterns {
  return words.map(([operator, forms]) => [operator, new RegExp(`^(?:${forms})$`, "u")] as const);
}

const BEFORE_ALONE = alone(BEFORE);
const AFTER_ALONE = alone(AFTER);

function operatorIn(patterns: Patterns, printed: string): Operator | null {
  if (printed === "") return null;
  return patterns.find(([, pattern]) => pattern.test(printed))?.[0] ?? null;
}

/** The operator of a sign before and a word after; null where they contradict one another. */
function agreed(before: Operator | null, after: Operator | null): Operator | null {
  if (before === null) return after ?? "eq";
  return after === null || after === before ? before : null;
}

/** `2023年`, `12月`: a point in time, no quantity. */
function isDate(value: string, unit: string): boolean {
  return unit === "月" || unit === "号" || (unit === "年" && YEAR.test(value));
}

const CLAUSE = /[。；;！!？?：:]|完成|持续|之?前|底|达到|提[高升]|保[障持证]|确保|实施|开展|发放/u;

/** What a sign vouches for as a unit: a few characters and no clause. */
function isShort(unit: string): boolean {
  return unit.length <= 12 && !CLAUSE.test(unit);
}

/** A unit in the dataset's spelling: `百分比` → `%`, `元，人次` → `元/人次`. */
export function compound(unit: string): string {
  const plain = unit.replace(/[，,／]/gu, "/").replace(/^[（(](.*)[)）]$/u, "$1");
  return /^(百分比|﹪)$/u.test(plain) ? "%" : plain;
}
