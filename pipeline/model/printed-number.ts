import { halfWidth } from "./half-width.js";

const CURRENCY = /^([-−–△▲负(（]?)[¥￥]/u;
const NOTE_MARK = /(?<=\d[元)）]?)(?:[*＊※]+|[①-⑳]|[⁰¹²³⁴-⁹]+)$/u;
const NUMBER = /^[-−–△▲负(（]?\d[\d,，.．'’]*(?:[%)）]|[-−])?$/u;

/** Whether a text is printed as a number, an amount or a percentage, whatever it may mean. */
export function isPrintedNumber(text: string): boolean {
  const plain = halfWidth(text).replace(/\s/gu, "");
  return NUMBER.test(plain.replace(CURRENCY, "$1").replace(NOTE_MARK, ""));
}
