import { oncePer } from "../../../pipeline/model/once-per.js";
import { withoutTrailing } from "../../common/without-trailing.js";
import { type Decimal, decimalOf, rounded } from "./decimal.js";
import { general } from "./general.js";
import type { Section, Token } from "./sections.js";

type Digit = Extract<Token, { type: "digit" }>;

/**
 * The size of a number by a section of a format: `#,##0.00`, `0.0%`, `0!.0,"万"`. Null for fractions
 * such as `# ?/?` and numbers in Chinese numerals, which are not printed here.
 */
export function numberBy({ tokens, numerals }: Section, value: number): string | null {
  if (numerals !== null || tokens.some(({ type }) => type === "slash")) return null;
  const exponent = tokens.findIndex(({ type }) => type === "exponent");
  if (exponent >= 0) return scientificBy(tokens, exponent, value);
  return plainBy(tokens, decimalOf(value), value);
}

function plainBy(tokens: readonly Token[], decimal: Decimal, value: number): string {
  const { before, after, places, scale, grouped, percents } = partsOf(tokens);
  const exponent = decimal.exponent - 3 * scale + 2 * percents;
  const { whole, fraction } = rounded({ digits: decimal.digits, exponent }, places);
  const size = wholePart(before, whole, grouped);
  const shown = size.includes(GENERAL) ? size.replace(GENERAL, general(Math.abs(value))) : size;
  return after.length === 0 ? shown : shown + fractionPart(after, fraction);
}

/** Digits with a comma between thousands. */
function byThousands(digits: string): string {
  const first = digits.length % 3 || 3;
  const parts = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) parts.push(digits.slice(at, at + 3));
  return parts.join(",");
}

/** Stands in the text until the number without a format is put there. */
const GENERAL = "\u0000";

interface Layout {
  /** Where the point stands among the tokens, or their end. */
  readonly point: number;
  /** Commas after the last digit: each divides by a thousand. */
  readonly scale: number;
  /** A comma between digits parts the thousands. */
  readonly grouped: boolean;
  readonly percents: number;
}

/** The tokens of a section before its point and from there on, with the places after it. */
interface Parts extends Layout {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly places: number;
}

/** A section is taken apart once for all numbers of its format. */
const partsOf = oncePer((tokens: readonly Token[]): Parts => {
  const layout = layoutOf(tokens);
  const after = tokens.slice(layout.point);
  const places = after.filter(({ type }) => type === "digit").length;
  return { ...layout, before: tokens.slice(0, layout.point), after, places };
});

function layoutOf(tokens: readonly Token[]): Layout {
  const found = tokens.findIndex(({ type }) => type === "point");
  const point = found < 0 ? tokens.length : found;
  const digits = tokens.flatMap(({ type }, at) => (type === "digit" ? [at] : []));
  const [first, last] = [digits[0] ?? 0, digits.at(-1) ?? 0];
  const lastWhole = digits.findLast((at) => at < point) ?? -1;
  const commas = tokens.flatMap(({ type }, at) => (type === "comma" ? [at] : []));
  const follows = (at: number, digit: number): boolean =>
    at > digit && tokens.slice(digit + 1, at).every(({ type }) => type === "comma");
  const scaling = commas.filter(
    (at) => follows(at, last) || (lastWhole >= 0 && at < point && follows(at, lastWhole)),
  );
  return {
    point,
    scale: scaling.length,
    grouped: commas.some((at) => at > first && at < lastWhole),
    percents: tokens.filter(({ type }) => type === "percent").length,
  };
}

const digitsOf = oncePer((tokens: readonly Token[]): readonly Digit[] =>
  tokens.filter((token): token is Digit => token.type === "digit"),
);

/** Whether nothing but digits is printed before the point, and no blanks in their places: `0`, `#,##0`. */
const isPlainWhole = oncePer(
  (tokens: readonly Token[]): boolean =>
    digitsOf(tokens).length > 0 &&
    tokens.every((token) => (token.type === "digit" ? token.mark !== "?" : token.type === "comma")),
);

/** Whether a fraction is a point and a fixed number of digits: `.00`. */
const isPlainFraction = oncePer(([point, ...digits]: readonly Token[]): boolean => {
  const areFixed = digits.every((token) => token.type === "digit" && token.mark === "0");
  return point?.type === "point" && areFixed;
});

/** The digits from left to right, each with the comma behind it. */
function inThousands(digits: string): readonly string[] {
  return Array.from(byThousands(digits).matchAll(/\d,?/gu), ([digit]) => digit);
}

/** Digits fill their places from the right; the leftmost place takes all that are left. */
function wholePart(tokens: readonly Token[], whole: string, grouped: boolean): string {
  const places = digitsOf(tokens);
  const digits = whole.startsWith("0") ? whole.replace(/^0+/u, "") : whole;
  const firstZero = places.findIndex(({ mark }) => mark === "0");
  const least = firstZero < 0 ? 0 : places.length - firstZero;
  const padded = digits.padStart(least, "0");
  if (isPlainWhole(tokens)) return grouped ? byThousands(padded) : padded;
  const shown = grouped ? inThousands(padded) : Array.from(padded);
  let used = Math.max(0, shown.length - places.length);
  let text = "";
  let place = 0;
  for (const token of tokens) {
    if (token.type !== "digit") {
      text += literal(token);
      continue;
    }
    const missing = places.length - shown.length;
    if (place === 0) text += shown.slice(0, used).join("");
    if (place >= missing) text += shown[used++] ?? "";
    else if (token.mark === "?") text += " ";
    place += 1;
  }
  return text;
}

function fractionPart(tokens: readonly Token[], fraction: string): string {
  if (isPlainFraction(tokens)) return `.${fraction}`;
  let at = 0;
  const digits = digitsOf(tokens).length;
  const significant = withoutTrailing(fraction, "0").length;
  const parts = tokens.map((token) => {
    if (token.type === "point") return ".";
    if (token.type !== "digit" || at >= digits) return literal(token);
    const digit = fraction[at] ?? "";
    at += 1;
    if (at <= significant || token.mark === "0") return digit;
    return token.mark === "?" ? " " : "";
  });
  return parts.join("");
}

function literal(token: Token): string {
  if (token.type === "literal") return token.text;
  if (token.type === "percent") return "%";
  return token.type === "general" ? GENERAL : "";
}

function scientificBy(tokens: readonly Token[], at: number, value: number): string {
  const mantissa = tokens.slice(0, at);
  const { point } = layoutOf(mantissa);
  const places = mantissa.slice(point).filter(({ type }) => type === "digit").length;
  const [digits = "0", power = "+0"] = Math.abs(value).toExponential(places).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const size = power.slice(1);
  const width = tokens.slice(at).filter(({ type }) => type === "digit").length;
  const token = tokens[at];
  const plus = token?.type === "exponent" && token.plus ? "+" : "";
  const sign = power.startsWith("-") ? "-" : plus;
  const before = wholePart(mantissa.slice(0, point), whole, false);
  return `${before}${fractionPart(mantissa.slice(point), fraction)}E${sign}${size.padStart(width, "0")}`;
}
