const DIGITS = "〇一二三四五六七八九";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const LEGAL = "零壹贰叁肆伍陆柒捌玖";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

type Numeral = (value: number) => string;

/** How a list number is written, by the name of its format in ECMA-376 (17.18.59). */
const NUMERALS: Readonly<Record<string, Numeral>> = {
  none: () => "",
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => enclosed(n, { first: 0x2488, count: 20 }),
  decimalEnclosedParen: (n) => enclosed(n, { first: 0x2474, count: 20 }),
  numberInDash: (n) => `- ${n} -`,
  ordinal,
  hex: (n) => n.toString(16).toUpperCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  chineseCounting: (n) => (n < 100 ? counted(n, COUNTING) : digits(n)),
  chineseCountingThousand: (n) => counted(n, COUNTING),
  taiwaneseCounting: (n) => (n < 100 ? counted(n, COUNTING) : digits(n)),
  taiwaneseCountingThousand: (n) => counted(n, COUNTING),
  japaneseCounting: (n) => counted(n, COUNTING),
  chineseLegalSimplified: (n) => counted(n, FORMAL),
  ideographLegalTraditional: (n) => counted(n, TRADITIONAL),
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  ideographEnclosedCircle: (n) => enclosed(n, { first: 0x3280, count: 10 }),
};

/** `value` as the list format `format` writes it; in digits where the format is unknown. */
export function numeral(format: string, value: number): string {
  return (NUMERALS[format] ?? String)(value);
}

/** The words of a Chinese way of counting. `units` are ten, hundred and thousand. */
interface Counting {
  readonly digits: string;
  readonly zero: string;
  readonly units: readonly [string, string, string];
  /** Ten alone is written 十, not 一十. */
  readonly bareTen: boolean;
}
const COUNTING: Counting = { digits: DIGITS, zero: "零", units: ["十", "百", "千"], bareTen: true };
const FORMAL: Counting = { digits: LEGAL, zero: "零", units: ["拾", "佰", "仟"], bareTen: false };
const TRADITIONAL: Counting = {
  digits: "零壹貳參肆伍陸柒捌玖",
  zero: "零",
  units: ["拾", "佰", "仟"],
  bareTen: false,
};

function counted(value: number, words: Counting): string {
  if (value <= 0 || value > 9999) return value === 0 ? words.zero : String(value);
  const places = Array.from(String(value), Number);
  const written = places
    .map((digit, index) => place(digit, places.length - index - 1, words))
    .join("")
    .replaceAll(/(?<!零)零+$/gu, "")
    .replaceAll(/零{2,}/gu, "零");
  return words.bareTen && value < 20 ? written.replace(/^一(?=十)/u, "") : written;
}

function place(digit: number, power: number, words: Counting): string {
  if (digit === 0) return words.zero;
  return `${words.digits[digit] ?? ""}${power === 0 ? "" : (words.units[power - 1] ?? "")}`;
}

function digits(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => DIGITS[Number(digit)] ?? digit);
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function circled(value: number): string {
  if (value <= 20) return enclosed(value, { first: 0x2460, count: 20 });
  return value <= 35
    ? enclosed(value - 20, { first: 0x3251, count: 15 })
    : enclosed(value - 35, { first: 0x32b1, count: 15 }, value);
}

function enclosed(
  value: number,
  signs: { readonly first: number; readonly count: number },
  otherwise = value,
): string {
  return value >= 1 && value <= signs.count
    ? String.fromCodePoint(signs.first + value - 1)
    : String(otherwise);
}

/** A to Z, then AA to ZZ, AAA to ZZZ: the letter repeated, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCodePoint(65 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  const endings: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd" };
  return `${value}${(teen ? undefined : endings[value % 10]) ?? "th"}`;
}
