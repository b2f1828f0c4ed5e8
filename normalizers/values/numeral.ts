import { halfWidth } from "./text.js";

const DIGITS = "零一二三四五六七八九";

/** Other ways to write a numeral's characters: formal (大写), traditional, round zeros, contracted tens. */
const SPELLINGS: Readonly<Record<string, string>> = {
  〇: "零",
  "○": "零",
  "◯": "零",
  Ο: "零",
  O: "零",
  壹: "一",
  幺: "一",
  贰: "二",
  貳: "二",
  两: "二",
  兩: "二",
  叁: "三",
  參: "三",
  叄: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  陸: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  萬: "万",
  億: "亿",
  廿: "二十",
  卅: "三十",
  卌: "四十",
};

/** The units, highest first, each with the number of zeros that it stands for. */
const UNITS = [
  { name: "亿", zeros: 8 },
  { name: "万", zeros: 4 },
  { name: "千", zeros: 3 },
  { name: "百", zeros: 2 },
  { name: "十", zeros: 1 },
] as const;

/**
 * A whole number written in Chinese (`一百零五`, `二〇二三`, `廿三`, `贰拾叁`), in Arabic digits (`1,234`, `１２`)
 * or in both (`1.2万`); null where the text is anything else, colloquial short forms (`一百五`) included.
 */
export function numeral(text: string): number | null {
  const plain = spelledPlainly(text);
  if (/^[零一二三四五六七八九\d]+$/u.test(plain)) return safe(BigInt(arabicDigits(plain)));
  if (/^\d{1,3}(,\d{3})+$/u.test(plain)) return safe(BigInt(plain.replaceAll(",", "")));
  return scaled(plain) ?? spoken(plain);
}

/**
 * A natural number in Chinese words as it is printed in headings: `105` → `一百零五`, `12` → `十二`.
 *
 * @throws RangeError for what is no natural number
 */
export function chineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`not a natural number: ${value}`);
  return words(value).replace(/^一十/u, "十");
}

function spelledPlainly(text: string): string {
  return halfWidth(text)
    .replace(/\s/gu, "")
    .replace(/./gu, (character) => SPELLINGS[character] ?? character);
}

function arabicDigits(plain: string): string {
  return plain.replace(/[^\d]/gu, (character) => String(DIGITS.indexOf(character)));
}

function safe(value: bigint): number | null {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

/** `1.2万`, `3百万`: Arabic digits and a power of ten. */
function scaled(plain: string): number | null {
  const match = /^(\d+)(?:\.(\d+))?([十百千]?(?:万亿?|亿)|[十百千])$/u.exec(plain);
  if (match === null) return null;
  const [, whole = "", decimals = "", units = ""] = match;
  const zeros = Array.from(units, zerosOf).reduce((sum, count) => sum + count, 0);
  const left = decimals.slice(zeros);
  const shifted = whole + decimals.slice(0, zeros).padEnd(zeros, "0");
  return /[1-9]/u.test(left) ? null : safe(BigInt(shifted));
}

function zerosOf(name: string): number {
  return UNITS.find((unit) => unit.name === name)?.zeros ?? Number.NaN;
}

/** Reads generously, then accepts only what prints back as it was written: no half-understood numeral passes. */
function spoken(plain: string): number | null {
  if (!/^[零一二三四五六七八九十百千万亿]+$/u.test(plain)) return null;
  const value = generously(plain);
  const understood = Number.isSafeInteger(value) && alike(words(value)) === alike(plain);
  return understood ? value : null;
}

/** Splits at the last of the highest units: before × unit + after. */
function generously(plain: string): number {
  const unit = UNITS.find(({ name }) => plain.includes(name));
  if (unit === undefined) return Number(arabicDigits(plain));
  const place = plain.lastIndexOf(unit.name);
  const before = plain.slice(0, place).replace(/^零/u, "");
  const count = before === "" ? 1 : generously(before);
  return count * 10 ** unit.zeros + generously(plain.slice(place + 1));
}

function words(value: number): string {
  const unit = UNITS.find(({ zeros }) => value >= 10 ** zeros);
  if (unit === undefined) return DIGITS.charAt(value);
  const size = 10 ** unit.zeros;
  const rest = value % size;
  const gap = rest < size / 10 ? "零" : "";
  return `${words(Math.floor(value / size))}${unit.name}${rest === 0 ? "" : gap + words(rest)}`;
}

/** Allowed variants made equal: `一百一十` and `一百十`, `十万零五千` and `十万五千`. */
function alike(text: string): string {
  return text.replaceAll("一十", "十").replace(/(?<=[万亿])零(?=[一二三四五六七八九]千)/gu, "");
}
