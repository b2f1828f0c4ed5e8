import { halfWidth } from "./half-width.js";
import { oncePer } from "./once-per.js";
import { isPrintedNumber } from "./printed-number.js";

const WIDE = String.raw`\p{sc=Han}\p{Nd}()\[\]“”‘’\u3000-\u303f\uff00-\uffef`;
// Only from where the blanks begin: looking from each of n blanks would take n² steps.
const BLANK_BEFORE = new RegExp(String.raw`(?<!\s)\s+(?=[${WIDE}])`, "gu");
const BLANK_AFTER = new RegExp(String.raw`(?<=[${WIDE}])\s+`, "gu");

/**
 * Canonical text: half-width digits and letters, white space dropped where it touches a Chinese
 * character, a digit or a bracket, and outer white space trimmed (`项  目` → `项目`).
 */
export function canonical(text: string): string {
  return halfWidth(text)
    .trim()
    .replace(BLANK_BEFORE, "")
    .replace(BLANK_AFTER, "")
    .replace(/\s+/gu, " ");
}

/** The canonical text of a cell or paragraph. */
export const textOf = oncePer(({ text }: { readonly text: string }): string => canonical(text));

const BRACKETS_AND_QUOTES = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`]/gu;

/**
 * The key by which printed headers and captions are compared: no blanks, brackets or quotation marks, all in
 * half width. A number keeps its brackets, which make it negative.
 */
export function folded(text: string): string {
  const plain = halfWidth(text).normalize("NFKC").replace(/\s/gu, "");
  return isPrintedNumber(plain) ? plain : plain.replace(BRACKETS_AND_QUOTES, "");
}
