import { canonical } from "../../values/text.js";
import { withoutBlanks } from "../columns.js";
import { NOTHING_TOLD, type Told, toldBy, within } from "./debt-meaning.js";
import type { LabelledRow } from "./debt-layout.js";

/** A row of items with all that its label and the labels above it tell. */
export interface Item extends LabelledRow {
  readonly told: Told;
}

const CHINESE = /^(?:[一二三四五六七八九十]+[、.．：:]|附[：:、])/u;
const BRACKETED = /^[（(][一二三四五六七八九十]+[）)]/u;
const NUMBERED = /^(?:\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)])/u;
const TOTAL = /^(?:合计|总计)$/u;
const AMONG = /^其中[：:]?/u;

/**
 * Tells what each row is of: `专项债务` below `三、2021年地方政府债务还本额` is repaid. List numbers give the depth. A row
 * 其中 without a kind of its own is of the row above it; another that follows rows with kinds may be of any.
 */
export function itemsOf(rows: readonly LabelledRow[], kind: Told["kind"]): readonly Item[] {
  const top: Told = { ...NOTHING_TOLD, kind };
  let levels: readonly Told[] = [];
  let above: Told = NOTHING_TOLD;
  return rows.map(({ row, text }, index) => {
    const depth = depthOf(text, rows[index + 1]?.text ?? "");
    const outer = levels.slice(0, depth).reduce(within, top);
    const own = toldBy(text);
    const told = within(depth < LEAF ? outer : ofRowAbove({ outer, above, own, text }), own);
    if (depth < LEAF) levels = [...levels.slice(0, depth), ...blank(depth - levels.length), own];
    above =
      depth < LEAF ? NOTHING_TOLD : { ...measuredAs(own, above), kind: own.kind ?? above.kind };
    return { row, text, told };
  });
}

/** Depths: a heading over a list that begins anew, `一、`, `（一）`, `1.`, and what is not numbered. */
const [HEADING, FIRST, SECOND, THIRD, LEAF] = [0, 1, 2, 3, 4] as const;

function depthOf(text: string, next: string): number {
  const plain = withoutBlanks(canonical(text));
  if (CHINESE.test(plain)) return FIRST;
  if (BRACKETED.test(plain)) return SECOND;
  if (NUMBERED.test(plain)) return THIRD;
  return /^一[、.．：:]/u.test(withoutBlanks(canonical(next))) ? HEADING : LEAF;
}

/** What a row tells with the measure of the one above it, where it names none. */
const measuredAs = (own: Told, { base, modifier }: Told): Told =>
  own.base === null ? { ...own, base, modifier: own.modifier ?? modifier } : own;

const blank = (count: number): readonly Told[] =>
  Array.from({ length: Math.max(0, count) }, () => NOTHING_TOLD);

interface Between {
  readonly outer: Told;
  /** The kind that the rows of this depth above it have. */
  readonly above: Told;
  readonly own: Told;
  readonly text: string;
}

function ofRowAbove({ outer: listed, above, own, text }: Between): Told {
  const outer = above.base === null ? listed : within(listed, measuredAs(NOTHING_TOLD, above));
  if (own.kind !== null || outer.kind !== null || above.kind === null) return outer;
  if (AMONG.test(canonical(text))) return { ...outer, kind: above.kind };
  if (TOTAL.test(withoutBlanks(canonical(text)))) return outer;
  return own.base === "foreign_loans" ? outer : { ...outer, whole: false };
}
