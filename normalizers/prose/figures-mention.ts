/** An amount of money in a sentence, with the words that say what it is. */
export interface AmountMention {
  /** As printed, without sign words. */
  readonly raw: string;
  /** The unit that is printed behind a later amount only (`分别为3.5、4.25万元`), else null. */
  readonly unit: string | null;
  readonly start: number;
  /** The words since the amount before; asides in brackets with amounts of their own are left out. */
  readonly context: string;
  /** What stands before the bracket in which the amount is, or null outside brackets. */
  readonly bracketed: string | null;
}

const UNIT = "(?:[十百千]?万|百|千|亿)?元";
/**
 * A comma before a number belongs to it only behind a digit. A full-width one parts thousands where there are two,
 * or decimals behind it: of `3，500万元` alone it is not sure.
 */
const AMOUNT = new RegExp(
  String.raw`(?<!\d|\d[.,，．]|[.．])[-－−]?(?:\d{1,3}(?:[,，]\d{3}){2,}|\d{1,3}[,，]\d{3}(?=[.．]\d)|\d{1,3},\d{3}|\d+)(?:[.．]\d+)?${UNIT}`,
  "gu",
);
const EACH = /(?:分别|各)[为是]?$/u;
/** Two amounts behind one `分别为` with one unit. */
const SHARED_UNIT = new RegExp(
  String.raw`(?<=(?:分别|各)[为是]?)(\d{1,12}(?:\.\d{1,6})?)([、，,和与])(\d{1,12}(?:\.\d{1,6})?)(${UNIT})`,
  "gu",
);
const MARK = "¤";
const CLOSED_ASIDE = new RegExp(`[（(][^（()）]*${MARK}[^（()）]*[）)]`, "gu");
const OPEN_ASIDE = /^(.*)[（(][^（()）]*$/u;

/** An amount as it is printed, and where. */
interface Printed {
  readonly raw: string;
  readonly unit: string | null;
  readonly start: number;
}

/** The amounts of a sentence in order. Canonical text in. */
export function amountMentions(text: string): readonly AmountMention[] {
  const all = printedAmounts(text);
  let before = "";
  let end = 0;
  const found = all.map((one) => {
    before += text.slice(end, one.start);
    end = one.start + one.raw.length;
    const outer = withoutAsides(before);
    before += MARK;
    return {
      ...one,
      context: outer.slice(outer.lastIndexOf(MARK) + 1),
      bracketed: OPEN_ASIDE.exec(outer)?.[1] ?? null,
    };
  });
  return distributed(found);
}

function printedAmounts(text: string): readonly Printed[] {
  const pairs = [...text.matchAll(SHARED_UNIT)].flatMap((match) => pairOf(match));
  const starts = new Set(pairs.map(({ start }) => start));
  const others = [...text.matchAll(AMOUNT)]
    .map((match) => ({ raw: match[0], unit: null, start: match.index }))
    .filter(({ start }) => !starts.has(start));
  return [...pairs, ...others].toSorted((a, b) => a.start - b.start);
}

/** The two of `3.5,4.25万元`; `3,425万元` is one number with its separator. */
function pairOf(match: RegExpExecArray): readonly Printed[] {
  const [, first = "", between = "", second = "", unit = ""] = match;
  const isOne = /[，,]/u.test(between) && !first.includes(".") && /^\d{3}(?:\.|$)/u.test(second);
  if (isOne) return [];
  const start = match.index;
  return [
    { raw: first, unit, start },
    { raw: second + unit, unit: null, start: start + first.length + between.length },
  ];
}

const BETWEEN = /^[、，,；;和与及]$/u;
const CLAUSE = /^(.*[，,；;：:。（(])?([^，,；;：:。（(]*)$/u;
/** Names of one list; the two words of `收、支总计` are one name. */
const NEXT_NAME = /(?<!收)、|以及|和(?!支)|(?<=收入总计|收入合计)[和及与]/u;

/** `基本支出、项目支出分别为6万元、4万元`: each amount gets its own name, where there are as many. */
function distributed(all: readonly AmountMention[]): readonly AmountMention[] {
  return all.map((mention, at) => {
    const first = all.slice(0, at + 1).findLastIndex(({ context }) => !BETWEEN.test(context));
    const opening = all[first];
    if (opening === undefined || !EACH.test(opening.context)) return mention;
    const after = all.slice(first + 1).findIndex(({ context }) => !BETWEEN.test(context));
    const count = after === -1 ? all.length - first : after + 1;
    const [, ahead = "", list = ""] = CLAUSE.exec(opening.context.replace(EACH, "")) ?? [];
    const names = list.split(NEXT_NAME);
    const name = names[at - first];
    if (names.length !== count || count < 2 || name === undefined) return mention;
    return { ...mention, context: ahead + name };
  });
}

function withoutAsides(text: string): string {
  const plain = text.replace(CLOSED_ASIDE, "");
  return plain === text ? plain : withoutAsides(plain);
}
