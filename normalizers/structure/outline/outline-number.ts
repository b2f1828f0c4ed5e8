/** How a heading is numbered; `chapter` is a heading without a number. */
export type NumberStyle = "part" | "chinese" | "bracketed" | "arabic" | "chapter";

/** A number before a heading or list item: as printed, what it counts, and what follows it. */
export interface HeadingNumber {
  readonly ordinal: string;
  readonly style: NumberStyle;
  readonly value: number;
  readonly rest: string;
}

const NUMERAL = "[一二三四五六七八九十]";

const DIGITS = "零一二三四五六七八九";

const STYLES: readonly { readonly style: NumberStyle; readonly pattern: RegExp }[] = [
  {
    style: "part",
    pattern: new RegExp(String.raw`^(第(${NUMERAL}+|\d{1,2})(?:部分|章|篇))[、.．:：]?`, "u"),
  },
  { style: "chinese", pattern: new RegExp(String.raw`^((${NUMERAL}+))[、.．]+`, "u") },
  {
    style: "bracketed",
    pattern: new RegExp(String.raw`^([（(](${NUMERAL}+)[）)])[、.．:：]?`, "u"),
  },
  { style: "arabic", pattern: /^((\d{1,2}))(?:[、．]|\.(?!\d))/u },
];

/** The number at the start of a canonical text (`第一部分`, `一、`, `（二）`, `3.`), or null. */
export function headingNumber(text: string): HeadingNumber | null {
  for (const { style, pattern } of STYLES) {
    const [printed, ordinal, numeral] = pattern.exec(text) ?? [];
    if (printed === undefined || ordinal === undefined || numeral === undefined) continue;
    return { ordinal, style, value: counted(numeral), rest: text.slice(printed.length) };
  }
  return null;
}

/** `十二` → 12, `7` → 7. */
function counted(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["零", numeral];
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
