import { halfWidth, isHalfWidth } from "./half-width.js";
import { oncePer } from "./once-per.js";
import { isPrintedNumber } from "./printed-number.js";

const BLANK = /\s/u;
const WIDE = String.raw`\p{sc=Han}\p{Nd}()\[\]“”‘’\u3000-\u303f\uff00-\uffef`;
// Only from where the blanks begin: looking from each of n blanks would take n² steps.
const BLANK_BEFORE = new RegExp(String.raw`(?<!\s)\s+(?=[${WIDE}])`, "gu");
const BLANK_AFTER = new RegExp(String.raw`(?<=[${WIDE}])\s+`, "gu");

/**
 * Canonical text: half-width digits and letters, white space dropped where it touches a Chinese
 * character, a digit or a bracket, and outer white space trimmed (`项  目` → `项目`).
 */
export function canonical(text: string): string {
  const plain = halfWidth(text);
  if (!BLANK.test(plain)) return plain;
  return plain.trim().replace(BLANK_BEFORE, "").replace(BLANK_AFTER, "").replace(/\s+/gu, " ");
}

interface Printed {
  readonly text: string;
}

/** The canonical text of a cell or paragraph. That of most is their own: only of others it is kept. */
export function textOf(printed: Printed): string {
  return isCanonical(printed.text) ? printed.text : otherText(printed);
}

const otherText = oncePer(({ text }: Printed): string => canonical(text));

function isCanonical(text: string): boolean {
  return !BLANK.test(text) && isHalfWidth(text);
}

const BRACKETS_AND_QUOTES = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`]/gu;

/**
 * The key by which printed headers and captions are compared: no blanks, brackets or quotation marks, all in
 * half width. A number keeps its brackets, which make it negative.
 */
export function folded(text: string): string {
  const plain = halfWidth(text).normalize("NFKC").replace(/\s/gu, "");
  return isPrintedNumber(plain) ? plain : plain.replace(BRACKETS_AND_QUOTES, "");
}
