/** The generator's own small knowledge of what printed texts mean; deliberately not the library's. */

/** Printed money in yuan: a shift of the decimal point. */
export function yuan(raw: string, unit: string): string {
  const places = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }[unit];
  if (places === undefined) throw new Error(`No such unit of money: ${unit}`);
  return exact(shift(raw.replaceAll(",", ""), places));
}

function shift(value: string, places: number): string {
  const [whole = "", fraction = ""] = value.split(".");
  const digits = fraction.padEnd(places, "0");
  return `${whole}${digits.slice(0, places)}.${digits.slice(places)}`;
}

/** A number without leading or trailing zeros: `0100.50` → `100.5`. */
export function exact(value: string): string {
  const [whole = "", fraction = ""] = value.replaceAll(",", "").split(".");
  const kept = fraction.replace(/0+$/u, "");
  const left = whole.replace(/^(-?)0+(?=\d)/u, "$1");
  return kept === "" ? left : `${left}.${kept}`;
}

/** Canonical text: narrow letters and digits, no blanks. No sample parts two Latin words. */
export function canonical(text: string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ％＝＞＜]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xfee0),
  );
  return narrow.replace(/[\s　]+/gu, "");
}

/** A row label without its list number and `其中：`. */
export function withoutNumber(text: string): string {
  return canonical(text)
    .replace(/^其中：/u, "")
    .replace(/^(?:[一二三四五六七八九十]+、|\d+[.、]|（[一二三四五六七八九十]+）)/u, "");
}

/** What a cell prints, or null where it prints nothing. */
export function stated(text: string | undefined): string | null {
  const trimmed = (text ?? "").replace(/^[\s　]+|[\s　]+$/gu, "");
  return ["", "—", "——", "-", "/"].includes(trimmed) ? null : trimmed;
}

/** A word that must be one of a list. */
export function knownAs<T extends string>(word: string, list: readonly T[]): T {
  const found = list.find((each) => each === word);
  if (found === undefined) throw new Error(`“${word}” is none of ${list.join(", ")}`);
  return found;
}
