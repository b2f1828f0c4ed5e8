import { decimal, isNotStated, money } from "../values/amount.js";
import { isMeasure } from "../values/measure-word.js";
import { opensWithSign, quantity } from "../values/quantity.js";
import { officialName } from "../reference/classification.js";
import { canonical } from "../values/text.js";
import {
  asNumbers,
  asSigns,
  FALSE_SIGNS,
  hasFalseDigits,
  lookalikes,
  withoutDirt,
  withLostOne,
} from "./confusions.js";
import { isListed, spelt } from "./lexicon.js";
import { CORRECTION } from "./settings.js";

/** A text with how surely it was read. */
interface Sighted {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What can stand in a place. */
export interface Grammar {
  /** Whether this text is not what the place asks for. */
  readonly doubts: (text: string) => boolean;
  /** Whether this text is surely what the place asks for. */
  readonly stands: (text: string) => boolean;
  /** What a doubted text may have been, by the confusions of recognition. */
  readonly explained: (read: Sighted) => readonly string[];
  /** What shows that a candidate is right. */
  readonly by: "sign" | "lexicon";
  /** Whether nothing else can stand there, so that a doubted text is surely misread. */
  readonly closed: boolean;
  /** What is asked for, as a regular expression, where it can be said. */
  readonly shape?: string;
}

/** A lone stroke may be a 1 or the rest of a rule. */
const STROKE = /^[|丨｜!！/]$/u;

/** Lines that each end like an amount are amounts of several rows, not one that was torn. */
function areAmounts(text: string): boolean {
  const lines = text.trim().split(/(?<!\s)\s*\n\s*/u);
  return lines.length > 1 && lines.every((line) => /\d[.,]\d{2}$/u.test(line));
}

const isOfUsualLength = (text: string): boolean =>
  text.replace(/\..*$/u, "").replace(/\D/gu, "").length <= CORRECTION.grammar.longestNumber;

const isAmount = (text: string): boolean => money(text, "元").kind !== "unreadable";
const isNumber = (text: string): boolean =>
  isNotStated(text) || decimal(canonical(text).replace(/[%％分]$/u, "")) !== null;

const numeric = (stands: (text: string) => boolean): Grammar => ({
  doubts: (text) => !stands(text),
  stands: (text) => text.trim() !== "" && stands(text),
  explained: ({ text }) =>
    STROKE.test(text.trim()) || areAmounts(text) ? [] : asNumbers(text).filter(isOfUsualLength),
  by: "sign",
  closed: true,
});

/**
 * Money, or a dash. Where nearly all amounts of a column are printed with two decimals, as `used` shows, or
 * nearly all with none, one with three has a comma read as a point, and a long one with none has lost its point.
 */
export function amountAmong(used: readonly string[]): Grammar {
  const places = used.flatMap((text) => decimalsOf(text) ?? []);
  const usual = (count: number): boolean =>
    places.length > CORRECTION.grammar.enoughAmounts &&
    places.filter((each) => each === count).length >=
      places.length * CORRECTION.grammar.nearlyAllAmounts;
  const odd = (text: string): boolean => {
    const decimals = decimalsOf(text);
    if (decimals === 3) return usual(2) || usual(0);
    return decimals === 0 && usual(2);
  };
  const grammar = numeric((text) => isAmount(text) && !odd(text));
  return { ...grammar, explained: (read) => (isAmount(read.text) ? [] : grammar.explained(read)) };
}

/** How many decimals an amount is printed with; null where it is none, or too short to tell. */
function decimalsOf(text: string): number | null {
  const plain = canonical(text);
  if (decimal(plain) === null || plain.replace(/\D/gu, "").length < 3) return null;
  const [, decimals = ""] = /\.(\d+)$/u.exec(plain) ?? [];
  return decimals.length;
}

/** A number, a percentage, or a dash. */
export const NUMBER = numeric(isNumber);

const SIGN =
  /^(?:[≥≤>=<≧≦⩾⩽﹥﹤]|>=|<=|=>|=<|大于(?:或?等于)?|小于(?:或?等于)?|等于|不低于|不高于|不超过|不少于|文字描述|文字|定性(?:指标)?|定量(?:指标)?|正向指标|反向指标|逆向指标)$/u;

const isSign = (text: string): boolean => SIGN.test(canonical(text));

/**
 * A sign of comparison, or the words that say that there is none. `used`: those of its column, which decide
 * where a misread sign may be one of several.
 */
export function signAmong(used: readonly string[]): Grammar {
  const known = new Set(used.filter(isSign).map(canonical));
  return {
    doubts: (text) => !isNotStated(text) && !isSign(text),
    stands: isSign,
    explained: ({ text }) => {
      const plain = canonical(text);
      const may = [...asSigns(text), withoutDirt(text), ...lookalikes(plain)].filter(isSign);
      const usual = may.filter((sign) => known.has(canonical(sign)));
      return usual.length > 0 ? usual : may;
    },
    by: "sign",
    closed: true,
  };
}

/** A number that opens or is full of signs that are none: `S95%`, `1oo%`. */
const LIKE_A_QUANTITY =
  /^(?:[≥≤≧≦⩾⩽<>=＜＞＝Ss之Zz乏《》]{1,2})?[\doOlI丨|sSbBzZ]{1,9}(?:[.,。·][\doOlI]+)?(?:\D{0,2}|百分比|个工作日)$/u;

/** Characters that no quantity has. */
const FALSE = /[oOlI丨|SsZzBb之乏《》]/u;
const COMPARES = /^[≥≤≧≦⩾⩽<>=＜＞＝]+[^\p{sc=Han}]/u;

/** A quantity whose unit is no rest of its number: `9o%` counts in no `o%`. */
function isQuantity(text: string): boolean {
  const read = quantity(canonical(text));
  return read !== null && (isMeasure(read.unit) || !/^[oOlI丨|sSbBzZ〇]/u.test(read.unit));
}

/** A target in one cell. `signed`: the targets of its column open with a sign of comparison. */
export function targetIn(signed: boolean): Grammar {
  const stands = (text: string): boolean =>
    isQuantity(text) && (!signed || opensWithSign(canonical(text)));
  return {
    doubts: (text) => {
      const plain = canonical(text);
      if (isQuantity(text)) return signed && isSwallowedSign(plain);
      return (LIKE_A_QUANTITY.test(plain) && FALSE.test(plain)) || COMPARES.test(plain);
    },
    stands,
    explained: ({ text }) => (isQuantity(text) ? [] : signsAndDigits(canonical(text))),
    by: "sign",
    closed: true,
  };
}

/** `295%` where all others say `≥95%`: the sign was read as a digit. */
function isSwallowedSign(plain: string): boolean {
  const { value } = quantity(plain) ?? { value: "0" };
  return (
    !opensWithSign(plain) && /^[257]\d\d/u.test(plain) && Number(value) > 100 && plain.endsWith("%")
  );
}

/** The first sign as a comparison or as part of the number, the rest as a number. */
function signsAndDigits(plain: string): readonly string[] {
  const [, sign = "", body = ""] = /^([≥≤≧≦⩾⩽<>=]{0,2})(.*)$/u.exec(plain) ?? [];
  const first = Array.from(body)[0] ?? "";
  const others = sign === "" ? (FALSE_SIGNS.get(first) ?? []) : [];
  return [
    ...tailed(body).map((number) => sign + number),
    ...others.flatMap((other) => tailed(body.slice(first.length)).map((number) => other + number)),
  ];
}

/** A number with its unit: only what stands before the unit is read as digits. */
function tailed(text: string): readonly string[] {
  const [, number = "", unit = ""] = /^([\doOQlI丨|sSbBzZgq.,。·]*)(.*)$/u.exec(text) ?? [];
  if (number === "") return [];
  return asNumbers(number).map((digits) => digits + unit.replace(/^[％﹪℅]$/u, "%"));
}

/** The number of a target whose sign and unit have columns of their own; words may stand there too. */
export const TARGET_NUMBER: Grammar = {
  ...NUMBER,
  doubts: (text) =>
    !isNumber(text) && hasFalseDigits(text) && LIKE_A_QUANTITY.test(canonical(text)),
};

const CODE = /^(?:[A-C]\d{2,}|\d+)$/u;

/** The code of a classification; words may stand there too (合计). `official`: the names of a code. */
export const CODE_OF_CLASS: Grammar = {
  doubts: (text) => {
    const plain = canonical(text).replace(/\s/gu, "");
    return /\d/u.test(plain) && /^[\dA-Za-z〇○口丨|.。]+$/u.test(plain) && !CODE.test(plain);
  },
  stands: (text) => CODE.test(canonical(text).replace(/\s/gu, "")),
  explained: ({ text }) => {
    const [, letter = "", rest = ""] = /^([ABC]?)(.*)$/u.exec(canonical(text)) ?? [];
    return asNumbers(rest).map((digits) => letter + digits);
  },
  by: "sign",
  closed: true,
};

/** A code of digits that the classification does not know, where another has the name of its row. */
export function codeNamed(name: string): Grammar {
  const isNamed = (text: string): boolean =>
    officialName(canonical(text)).names.some((official) => spelt(official) === spelt(name));
  return {
    doubts: (text) =>
      /^\d{3,7}$/u.test(canonical(text)) && officialName(canonical(text)).names.length === 0,
    stands: isNamed,
    explained: () => [],
    by: "lexicon",
    closed: false,
  };
}

const words = ({ text, confidence }: Sighted): readonly string[] =>
  [text, withoutDirt(text)].flatMap((form) => [
    form,
    ...withLostOne(form),
    ...(confidence < CORRECTION.grammar.certainCharacter ? lookalikes(form) : []),
  ]);

/** Words of a form: what is not listed may be anything, but a listed word explains it. */
export const WORDS: Grammar = {
  doubts: (text) => /\p{sc=Han}/u.test(text) && !isListed(text),
  stands: isListed,
  explained: words,
  by: "lexicon",
  closed: false,
};

/** One of a few names: one that differs by a single character explains a doubtful reading. */
export function nameAmong(names: readonly string[]): Grammar {
  const listed = new Set(names.map(spelt));
  return {
    doubts: (text) => /\p{sc=Han}/u.test(text) && !listed.has(spelt(text)),
    stands: (text) => listed.has(spelt(text)),
    explained: (read) => [
      ...words(read),
      ...(read.confidence < CORRECTION.grammar.certainCharacter
        ? names.filter((name) => isNear(spelt(name), spelt(read.text)))
        : []),
    ],
    by: "lexicon",
    closed: false,
  };
}

/** One of the fixed names of a form: no form lacks a character, so that one that is lost was not read. */
export function fixedAmong(names: readonly string[]): Grammar {
  const among = nameAmong(names);
  const whole = (text: string): readonly string[] =>
    names.filter((name) => name.length > spelt(text).length && isNear(name, spelt(text)));
  return { ...among, explained: (read) => [...among.explained(read), ...whole(read.text)] };
}

/** Whether one text is the other with one character more, less or changed. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (Math.min(left.length, right.length) < 3 || Math.abs(left.length - right.length) > 1)
    return false;
  const start = left.findIndex((sign, i) => sign !== right[i]);
  if (start === -1) return true;
  const [l, r] = [
    start + (left.length >= right.length ? 1 : 0),
    start + (right.length >= left.length ? 1 : 0),
  ];
  return left.slice(l).join("") === right.slice(r).join("");
}
