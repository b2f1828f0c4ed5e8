/**
 * What recognition takes for one another. Only signs that cannot be digits are read as digits: that a
 * digit is another digit no confusion can show.
 */
const DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "0": "oOQD〇○口",
    "1": "lI|丨!！｜",
    "2": "zZ",
    "5": "sS",
    "6": "b",
    "8": "B",
    "9": "gq",
    ".": "。·・．｡",
    ",": "，、",
    "-": "一—－–―",
    "%": "％﹪℅",
  }).flatMap(([digit, signs]) => Array.from(signs, (sign) => [sign, digit] as const)),
);

/** Marks that dirt and the ends of rules leave beside a text. */
const DIRT = String.raw`[\s.,:;'\x60’‘·_~\-—|丨｜!！：；]+`;
const DIRTY_ENDS = new RegExp(`^${DIRT}|${DIRT}$`, "gu");
/** A point before digits that have no other may be their own: a nought before it is often not printed. */
const DIRTY_NUMBER = /^[:;'`’‘·_~]+|^[.,]+(?=[\d,]*\.\d)|[.,:;'`’‘·_~]+$/gu;
/** What may be a 1 or the end of a rule beside a number. */
const STROKES = /^[|丨｜!！]|[|丨｜!！]$/gu;

/** A text without what dirt left at its ends, its lines joined. */
export function withoutDirt(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/gu, "").replace(DIRTY_ENDS, "");
}

/** The numbers that a text may have been: its letters as digits, then its separators as one another. */
export function asNumbers(text: string): readonly string[] {
  const plain = text.replace(/\s/gu, "");
  return [plain, plain.replace(STROKES, "")].flatMap((form) => {
    const digits = Array.from(form, (sign) => DIGITS.get(sign) ?? sign).join("");
    const clean = digits.replace(DIRTY_NUMBER, "");
    const pointed = clean.replace(/,(?=\d{1,2}$)/u, ".");
    return [digits, clean, pointed, clean.replace(/[.](?=.*[.])/gu, ",")];
  });
}

/** Whether letters stand for digits in a text that is otherwise a number. */
export function hasFalseDigits(text: string): boolean {
  return /\d/u.test(asNumbers(text)[0] ?? "") && !/^[\d.,\s]*$/u.test(text);
}

/** The signs of comparison that a first sign may have been; none for what is a digit. */
export const FALSE_SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["S", ["≤"]],
  ["s", ["≤"]],
  ["Ⓢ", ["≤"]],
  ["《", ["≤", "<"]],
  ["之", ["≥"]],
  ["Z", ["≥"]],
  ["z", ["≥"]],
  ["》", ["≥", ">"]],
  ["乏", ["≥"]],
  ["二", ["="]],
]);

/**
 * What stands alone where a sign of comparison is expected, digits too: none can stand there. A sign that
 * was read lying on its side is a v or a y.
 */
const LONE_SIGNS: readonly (readonly [misread: RegExp, signs: readonly string[]])[] = [
  [/^[Ss5]$/u, ["≤"]],
  [/^[2Zz7]$/u, ["≥"]],
  [/^[>》][-—一–二=＝]$/u, [">="]],
  [/^[<《][-—一–二=＝]$/u, ["<="]],
  [/^[vVyY∨][iInuU|l=]*$/u, [">=", "≥", ">"]],
  ...[...FALSE_SIGNS].map(([sign, meant]) => [new RegExp(`^${sign}$`, "u"), meant] as const),
];

/** The signs that a text standing where a sign is expected may have been. */
export function asSigns(text: string): readonly string[] {
  const plain = text.replace(/\s/gu, "");
  return LONE_SIGNS.find(([misread]) => misread.test(plain))?.[1] ?? [];
}

/** Characters of words that look alike. */
const ALIKE: readonly string[] = [
  "一-—－–―~",
  "二=＝",
  "三Ξ",
  "万方",
  "元无",
  "大太犬",
  "日曰目",
  "己已巳",
  "未末",
  "人入八",
  "土士",
  "千干于",
  "拨拔",
  "资贷货",
  "采来",
  "绩续缋",
  "标杯",
  "口囗",
  "效郊",
  "益盖",
  "科料",
  "其具",
  "他池",
  "会余",
  "购沟",
  "缮膳",
  "务劳",
  "运远",
  "用甲",
  "备奋",
  "费贵",
  "结绪",
  "转较",
  "余佘",
];
const LIKE: ReadonlyMap<string, readonly string[]> = new Map(
  ALIKE.flatMap((group) => {
    const signs = Array.from(group);
    return signs.map((sign) => [sign, signs.filter((other) => other !== sign)] as const);
  }),
);

/** The words that a text may have been by one character that looks like another. */
export function lookalikes(text: string): readonly string[] {
  const signs = Array.from(text);
  return signs.flatMap((sign, at) =>
    (LIKE.get(sign) ?? []).map((other) => signs.with(at, other).join("")),
  );
}

/** The words that a text may have been with a thin 一 that was lost. */
export function withLostOne(text: string): readonly string[] {
  const signs = Array.from(text);
  return [...signs, ""].map((_, at) => signs.toSpliced(at, 0, "一").join(""));
}
