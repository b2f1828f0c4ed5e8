import { dateBy, isDateSection } from "./date.js";
import { general } from "./general.js";
import { numberBy } from "./number.js";
import { type Condition, type Section, sectionsOf } from "./sections.js";

/** What a cell shows of its value, and what is to be told of it. */
export interface Shown {
  readonly text: string;
  /** The format could not be applied: the number is shown without it. */
  readonly unformatted?: boolean | undefined;
  /** The format tells a negative number by its colour alone; the sign was put before it. */
  readonly signAdded?: boolean | undefined;
}

/** Shows values as the formats of a workbook print them; blanks that only set widths are left out. */
export interface Display {
  readonly number: (value: number, format: string) => Shown;
  readonly text: (value: string, format: string) => string;
}

const PLAIN = /^(?:General|G\/通用格式|@|)$/iu;

/** The formats of one workbook, each taken apart once. */
export function openDisplay(since1904: boolean): Display {
  const known = new Map<string, readonly Section[] | null>();
  const sections = (format: string): readonly Section[] | null => {
    const found = known.get(format);
    if (found !== undefined) return found;
    const first = PLAIN.test(format) ? null : sectionsOf(format);
    known.set(format, first);
    return first;
  };
  return {
    number: (value, format) => {
      const printing = sections(format);
      return printing === null ? { text: general(value) } : numberAs(printing, value, since1904);
    },
    text: (value, format) => {
      const printing = sections(format);
      return printing === null ? value : textAs(printing, value);
    },
  };
}

function numberAs(sections: readonly Section[], value: number, since1904: boolean): Shown {
  const chosen = chooseSection(sections, value);
  if (chosen === null) return { text: general(value), unformatted: true };
  const { section, signed } = chosen;
  if (section.tokens.some(({ type }) => type === "text")) return { text: general(value) };
  const isDate = isDateSection(section);
  const size = isDate ? dateBy(section, value, since1904) : numberBy(section, value);
  if (size === null) return { text: general(value), unformatted: true };
  const text = size.trim();
  if (value >= 0 || isDate || !/[1-9]/u.test(text)) return { text: signed ? `-${text}` : text };
  if (signed) return { text: `-${text}` };
  return showsSign(section) ? { text } : { text: `-${text}`, signAdded: true };
}

/** Whether the section of negative numbers prints a sign, brackets or a word. */
function showsSign({ tokens }: Section): boolean {
  return tokens.some((token) => token.type === "literal" && /[-−–－(（△▲▼负]/u.test(token.text));
}

interface Chosen {
  readonly section: Section;
  /** A minus stands before the number that the section itself does not print. */
  readonly signed: boolean;
}

/** The section for a number: by the conditions, else positive, negative, zero. */
function chooseSection(sections: readonly Section[], value: number): Chosen | null {
  const [first, second, third] = sections;
  if (first === undefined) return null;
  if (sections.some(({ condition }) => condition !== null)) return byCondition(sections, value);
  if (value < 0) {
    if (second === undefined || sections.length < 2) return { section: first, signed: true };
    return { section: second, signed: false };
  }
  if (value === 0 && third !== undefined) return { section: third, signed: false };
  return { section: first, signed: false };
}

function byCondition(sections: readonly Section[], value: number): Chosen | null {
  const numeric = sections.slice(0, 3);
  const section =
    numeric.find(({ condition }) => condition !== null && holds(condition, value)) ??
    numeric.find(({ condition }) => condition === null);
  if (section === undefined) return null;
  const { condition } = section;
  const onlyNegative = condition !== null && /^<=?$/u.test(condition.sign) && condition.limit <= 0;
  return { section, signed: value < 0 && !onlyNegative };
}

function holds({ sign, limit }: Condition, value: number): boolean {
  if (sign === "=") return value === limit;
  if (sign === "<>") return value !== limit;
  const isEqual = value === limit && sign.endsWith("=");
  return isEqual || (sign.startsWith("<") ? value < limit : value > limit);
}

/** Words by the section of texts, the fourth or one with `@`; without one they stay as they are. */
function textAs(sections: readonly Section[], value: string): string {
  const section =
    sections[3] ?? sections.find(({ tokens }) => tokens.some(({ type }) => type === "text"));
  if (section === undefined) return value;
  return section.tokens
    .map((token) => {
      if (token.type === "text" || token.type === "general") return value;
      return token.type === "literal" ? token.text : "";
    })
    .join("");
}
