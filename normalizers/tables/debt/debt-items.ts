import { canonical } from "../../values/text.js";
import { withoutBlanks } from "../columns.js";
import { NOTHING_TOLD, type Told, toldBy, within } from "./debt-meaning.js";
import type { LabelledRow } from "./debt-layout.js";

/** A row of items with all that its label and the labels above it tell. */
export interface Item extends LabelledRow {
  readonly told: Told;
}

const CHINESE = /^[一二三四五六七八九十]+[、.．：:]/u;
const BRACKETED = /^[（(][一二三四五六七八九十]+[）)]/u;
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
    above = depth < LEAF ? NOTHING_TOLD : { ...own, kind: own.kind ?? above.kind };
    return { row, text, told };
  });
}

/** Depths: a heading over a list that begins anew, `一、`, `（一）`, and what is not numbered. */
const [HEADING, FIRST, SECOND, LEAF] = [0, 1, 2, 3] as const;

function depthOf(text: string, next: string): number {
  const plain = withoutBlanks(canonical(text));
  if (CHINESE.test(plain)) return FIRST;
  if (BRACKETED.test(plain)) return SECOND;
  return /^一[、.．：:]/u.test(withoutBlanks(canonical(next))) ? HEADING : LEAF;
}

const blank = (count: number): readonly Told[] =>
  Array.from({ length: Math.max(0, count) }, () => NOTHING_TOLD);

interface Between {
  readonly outer: Told;
  /** The kind that the rows of this depth above it have. */
  readonly above: Told;
  readonly own: Told;
  readonly text: string;
}

function ofRowAbove({ outer, above, own, text }: Between): Told {
  if (own.kind !== null || outer.kind !== null || above.kind === null) return outer;
  if (AMONG.test(canonical(text))) return { ...outer, kind: above.kind };
  return own.base === "foreign_loans" ? outer : { ...outer, whole: false };
}
