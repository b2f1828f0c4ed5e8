/** A condition that selects a section: `[>=10000]`. */
export interface Condition {
  /** One of `<`, `<=`, `>`, `>=`, `=`, `<>`. */
  readonly sign: string;
  readonly limit: number;
}

/** A part of a number format: what it prints, `literal`, or stands for. */
export type Token =
  | { readonly type: "literal"; readonly text: string }
  | { readonly type: "digit"; readonly mark: "0" | "#" | "?" }
  | { readonly type: "point" | "comma" | "percent" | "general" | "text" | "slash" }
  | { readonly type: "exponent"; readonly plus: boolean }
  | { readonly type: "elapsed" | "date"; readonly code: string };

/** One of the up to four sections of a number format. */
export interface Section {
  readonly tokens: readonly Token[];
  readonly condition: Condition | null;
  /** Chinese numerals: 1 一二三, 2 壹贰叁, 3 full width; null for Arabic ones. */
  readonly numerals: number | null;
  /** `[$-F800]` and `[$-F400]` leave date and time to the system. */
  readonly system: "date" | "time" | null;
}

interface Draft {
  tokens: Token[];
  condition: Condition | null;
  numerals: number | null;
  system: "date" | "time" | null;
}

/** What stands at the start of the rest of a format, longest first. Groups: what to do with it. */
const NEXT =
  /^(?:"(?<quoted>[^"]*)"?|[\\!](?<escaped>[^])|_[^]|\*[^]|\[(?<bracket>[^\]]*)\]|(?<general>general|G\/通用格式)|(?<exponent>E[+-])|(?<half>AM\/PM|A\/P|上午\/下午)|(?<date>y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|b+)|(?<plain>[^]))/iu;

/** The sections of a number format, parted by `;`. */
export function sectionsOf(format: string): readonly Section[] {
  const sections: Draft[] = [emptySection()];
  let rest = format;
  while (rest !== "") {
    const found = NEXT.exec(rest);
    if (found === null) break;
    rest = rest.slice(found[0].length);
    const section = sections.at(-1);
    if (found[0] === ";") sections.push(emptySection());
    else if (section !== undefined) add(section, found);
  }
  return sections;
}

function emptySection(): Draft {
  return { tokens: [], condition: null, numerals: null, system: null };
}

function add(section: Draft, { groups = {} }: RegExpExecArray): void {
  const { quoted, escaped, bracket, general, exponent, half, date, plain } = groups;
  if (bracket !== undefined) addBracket(section, bracket);
  else if (quoted !== undefined || escaped !== undefined)
    section.tokens.push({ type: "literal", text: quoted ?? escaped ?? "" });
  else if (general !== undefined) section.tokens.push({ type: "general" });
  else if (exponent !== undefined)
    section.tokens.push({ type: "exponent", plus: exponent.endsWith("+") });
  else if (half !== undefined || date !== undefined)
    section.tokens.push({ type: "date", code: (half ?? date ?? "").toLowerCase() });
  else if (plain !== undefined) section.tokens.push(plainToken(plain));
  // What is left are widths (`_x`) and fillings (`*x`): they print nothing.
}

const SIGNS: Readonly<Record<string, Token>> = {
  "0": { type: "digit", mark: "0" },
  "#": { type: "digit", mark: "#" },
  "?": { type: "digit", mark: "?" },
  ".": { type: "point" },
  ",": { type: "comma" },
  "%": { type: "percent" },
  "@": { type: "text" },
  "/": { type: "slash" },
};

function plainToken(text: string): Token {
  return SIGNS[text] ?? { type: "literal", text };
}

const CONDITION = /^(?<sign><=|>=|<>|<|>|=)\s*(?<limit>-?\d+(?:\.\d+)?)$/u;
const CURRENCY = /^\$(?<sign>[^-]*)(?:-(?<locale>[0-9a-f]+))?$/iu;

function addBracket(section: Draft, text: string): void {
  const condition = CONDITION.exec(text)?.groups;
  const currency = CURRENCY.exec(text)?.groups;
  const numerals = /^DBNum([1-3])$/iu.exec(text)?.[1];
  if (condition !== undefined)
    section.condition = {
      sign: condition["sign"] ?? "=",
      limit: Number(condition["limit"]),
    };
  else if (numerals !== undefined) section.numerals = Number(numerals);
  else if (/^(?:h+|m+|s+)$/iu.test(text))
    section.tokens.push({ type: "elapsed", code: text.toLowerCase() });
  else if (currency !== undefined) {
    section.tokens.push({ type: "literal", text: currency["sign"] ?? "" });
    section.system ??= systemFormat(currency["locale"]);
  }
  // What is left are colours.
}

function systemFormat(locale: string | undefined): Section["system"] {
  if (/^0*F800$/iu.test(locale ?? "")) return "date";
  return /^0*F400$/iu.test(locale ?? "") ? "time" : null;
}
