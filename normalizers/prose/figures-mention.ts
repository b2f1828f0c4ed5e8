/** An amount of money in a sentence, with the words that say what it is. */
export interface AmountMention {
  /** As printed, without sign words. */
  readonly raw: string;
  readonly start: number;
  /** The words since the amount before; asides in brackets with amounts of their own are left out. */
  readonly context: string;
  /** What stands before the bracket in which the amount is, or null outside brackets. */
  readonly bracketed: string | null;
}

const AMOUNT =
  /(?<!\d|\d[.,，]|\.)[-－−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[十百千]?万|百|千|亿)?元/gu;
const MARK = "¤";
const CLOSED_ASIDE = new RegExp(`[（(][^（()）]*${MARK}[^（()）]*[）)]`, "gu");
const OPEN_ASIDE = /^(.*)[（(][^（()）]*$/u;

/** The amounts of a sentence in order. Canonical text in. */
export function amountMentions(text: string): readonly AmountMention[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const before = text.slice(0, match.index).replace(AMOUNT, MARK);
    const outer = withoutAsides(before);
    return {
      raw: match[0],
      start: match.index,
      context: outer.slice(outer.lastIndexOf(MARK) + 1),
      bracketed: OPEN_ASIDE.exec(outer)?.[1] ?? null,
    };
  });
}

function withoutAsides(text: string): string {
  const plain = text.replace(CLOSED_ASIDE, "");
  return plain === text ? plain : withoutAsides(plain);
}
