import type { Cell } from "../../pipeline/model/document.js";
import { decimal, money } from "./amount.js";
import { quantity } from "./quantity.js";
import { textOf } from "./text.js";

/**
 * What kind of number a cell prints: `precise` is an amount, a percentage, a quantity or a target by how it is
 * written; `whole` is a bare whole number, which may be a code, a serial number or a count as well.
 */
export type Figure = "precise" | "whole";

const DIGIT = /[\d０-９]/u;
const YEAR = /^(?:19|20)\d\d年?度?$/u;
const DATE = /^(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?$/u;
const TELEPHONE = /^(?:\d{3,4}[-—－]\d{7,8}|1\d{10})$/u;
const PERCENT = /^(.*\d)[%％﹪‰]$/u;

/** What a cell prints as a number, or null where it is words, a date, a telephone number or nothing. */
export function figureIn(cell: Pick<Cell, "text">): Figure | null {
  if (!DIGIT.test(cell.text)) return null;
  const text = textOf(cell).replace(/\s/gu, "");
  if (YEAR.test(text) || DATE.test(text) || TELEPHONE.test(text)) return null;
  if (/^\d+$/u.test(text)) return "whole";
  const number = PERCENT.exec(text)?.[1] ?? text;
  if (decimal(number) !== null || money(text, "元").kind === "amount") return "precise";
  return quantity(text) === null ? null : "precise";
}

/** Whether a cell holds a number, or one apart from others and words: `1,234.00 56.00`, where cells ran together. */
export function holdsFigures({ text }: Pick<Cell, "text">): boolean {
  if (!DIGIT.test(text)) return false;
  return text
    .trim()
    .split(/\s+/u)
    .some((part) => figureIn({ text: part }) === "precise");
}
