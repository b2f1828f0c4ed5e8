import type { List, ListLevel } from "./numbering.js";
import { numeral } from "./numerals.js";
import type { ParagraphProperties } from "./properties.js";
import type { Style } from "./styles.js";
import { symbol } from "./symbols.js";

/** Where a paragraph stands in a list. */
interface ListPlace {
  readonly list: string;
  /** 0-based. */
  readonly level: number;
}

/** The lists of a document, counted in the order in which their paragraphs come. */
export interface Counters {
  /** The printed number of the next paragraph at `place`, with what parts it from the text. */
  readonly next: (place: ListPlace) => string;
  /** Where a paragraph stands, by what it says itself and what its style says. */
  readonly placeOf: (own: ParagraphProperties, style: Style) => ListPlace | undefined;
}

/** Counts by level; undefined until a level is first used, or after a higher one restarted it. */
type Counts = (number | undefined)[];

/** Full-width punctuation and brackets bring their own gap. */
const CLOSED = /[\s\u3000-\u303f\uff00-\uffef]$/u;

/** Starts to count `lists`. */
export function startCounters(lists: ReadonlyMap<string, List>): Counters {
  const counted = new Map<string, Counts>();
  const restarted = new Set<string>();
  return {
    next: ({ list: id, level }) => {
      const list = lists.get(id);
      const form = list?.levels.get(level);
      if (!list || !form) return "";
      const counts = counted.get(list.sequence) ?? [];
      counted.set(list.sequence, counts);
      const override = restarted.has(`${id} ${level}`) ? undefined : list.startOverrides.get(level);
      restarted.add(`${id} ${level}`);
      count({ list, level, form, counts, override });
      return label({ list, form, counts });
    },
    placeOf: (own, style) => placeOf(own, style, lists),
  };
}

function placeOf(
  own: ParagraphProperties,
  style: Style,
  lists: ReadonlyMap<string, List>,
): ListPlace | undefined {
  const id = own.list ?? style.paragraph.list;
  const list = id === undefined ? undefined : lists.get(id);
  if (id === undefined || list === undefined) return undefined;
  const level =
    own.listLevel ??
    (own.list === undefined ? levelOfStyle(style, list) : undefined) ??
    style.paragraph.listLevel ??
    0;
  return { list: id, level };
}

/** The level that a list keeps for a style, or for the nearest of those it is based on. */
function levelOfStyle(style: Style, list: List): number | undefined {
  for (const id of style.lineage) {
    for (const [level, form] of list.levels) if (form.style === id) return level;
  }
  return undefined;
}

function count(step: {
  readonly list: List;
  readonly level: number;
  readonly form: ListLevel;
  readonly counts: Counts;
  readonly override: number | undefined;
}): void {
  const { list, level, form, counts, override } = step;
  const before = counts[level];
  counts[level] = override ?? (before === undefined ? form.start : before + 1);
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > level && (restart === undefined || level < restart)) counts[deeper] = undefined;
  }
}

function label(of: {
  readonly list: List;
  readonly form: ListLevel;
  readonly counts: Counts;
}): string {
  const { list, form, counts } = of;
  if (form.pattern === "") return "";
  if (form.format === "bullet") return `${bullet(form)} `;
  const number = form.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const level = Number(digit) - 1;
    const each = list.levels.get(level);
    if (!each) return "";
    const format = form.inDigits && each.format !== "none" ? "decimal" : each.format;
    return numeral(format, counts[level] ?? each.start);
  });
  return number + gap(number, form.suffix);
}

function bullet({ pattern, font = "" }: ListLevel): string {
  return Array.from(pattern, (sign) => symbol(font, sign.charCodeAt(0)) ?? "•").join("");
}

/** A tab after a number is as wide as the layout wants: one blank says as much. */
function gap(number: string, suffix: string): string {
  return suffix === "\t" && (number === "" || CLOSED.test(number)) ? "" : suffix.replace("\t", " ");
}
