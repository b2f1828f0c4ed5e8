import { isChange, type Mention } from "../../evidence/prose.js";

/** A percentage of the prose with the amount right before it. */
export interface Percentage {
  readonly text: string;
  /** `占总支出的`, `比上年增长`. */
  readonly words: string;
  readonly start: number;
  readonly near: Mention;
  /** The amounts of its paragraph up to `near`. */
  readonly earlier: readonly Mention[];
}

/** What the percentage is of, where the words say so. */
export type Base =
  | { readonly what: "share" | "fulfilment"; readonly base: Mention }
  /** `level`: what was reached; `previous`: what it was before. */
  | { readonly what: "growth"; readonly base: Mention; readonly is: "level" | "previous" };

/** Whether a percentage is of a budget: `完成预算的`, `占年初预算的`. */
export const isFulfilment = (words: string): boolean =>
  words.startsWith("完成") || /^占.*(?:年初|调整|全年)?预算数?的?$/u.test(words);

/** The amount that a percentage is of by name or grammar, never by nearness; null where the words leave it open. */
export function baseOf(percentage: Percentage): Base | null {
  const { words, near } = percentage;
  if (isFulfilment(words)) return budgetOf(percentage);
  if (words.startsWith("占")) return isChange(near) ? null : wholeOf(percentage);
  return isChange(near) ? levelOf(percentage) : null;
}

/** The budget right before the accounts, of the kind that the words name. */
function budgetOf({ text, words, near, earlier }: Percentage): Base | null {
  const base = before(earlier, near);
  if (base === undefined || !/预算/u.test(base.before) || !sameSentence(text, base, near))
    return null;
  const isAdjusted = /调整|全年/u.test(words);
  const isInitial = /年初/u.test(words);
  const named = /调整|全年/u.test(base.before);
  if ((isAdjusted && !named) || (isInitial && named)) return null;
  return { what: "fulfilment", base };
}

/** How a whole is called that a list is of. */
const WHOLE = /(?:收入|支出|收支|预算|决算|资金|经费|总计|合计|总额)$/u;
const SHARE_WORDS = /的|比重|比例|总额|总数|约|为|达到?|了/gu;
const NAME_FILLER = /(?:20\d\d年度?|本年度?|全年|年初|预算|决算|总计|合计|总额|金额|总|数|的)/gu;

function wholeOf({ text, words, near, earlier }: Percentage): Base | null {
  const name = words.replace(/^占/u, "").replace(SHARE_WORDS, "");
  const base = name === "" ? headOf(text, near, earlier) : namedAmount(name, near, earlier);
  return base === undefined ? null : { what: "share", base };
}

/** The whole of a list: the amount before its 其中, else the first of the sentence if it is called a whole. */
function headOf(text: string, near: Mention, earlier: readonly Mention[]): Mention | undefined {
  const levels = earlier.filter((one) => one !== near && !isChange(one));
  const mark = lastMark(text.slice(0, near.start));
  if (mark >= 0) return levels.findLast(({ end }) => end <= mark);
  const head = levels.find((one) => sameSentence(text, one, near));
  return head !== undefined && WHOLE.test(head.name) ? head : undefined;
}

function lastMark(text: string): number {
  return Math.max(text.lastIndexOf("其中"), text.lastIndexOf("包括"));
}

function namedAmount(
  name: string,
  near: Mention,
  earlier: readonly Mention[],
): Mention | undefined {
  const wanted = bare(name);
  return earlier.findLast((one) => one !== near && !isChange(one) && bare(one.name) === wanted);
}

const bare = (name: string): string => name.replace(NAME_FILLER, "");

/** Words of a comparison and nothing else. */
const COMPARISON =
  /(?:20\d\d年度?|上一?年度?|去年|同期|年初|预算|决算|执行|支出|收入|收支|总计|合计|相比|对比|比较|同比|净|各|均|共|数|与|比|较|同|和|，|,|、|的|有所)/gu;
const COMPARES = /比|较|同期/u;
/** Words for another year than the one spoken of. */
export const OTHER_YEAR = /上一?年|去年|同期|20\d\d年/u;
const CHANGED = /(?:增加|减少|增长|下降|上升|降低|增支|减支|多|少|增|减)(?:了|额)?(?:为|约)?$/u;
/** What may stand between a change and its percentage. */
const ADJACENT = /^(?:[，,、（(]|即|约|同比|比上年|较上年|较去年|比去年)*$/u;

/** The level that a change led to, or the one that it started from, where only a comparison stands between them. */
function levelOf({ text, near, earlier, start }: Percentage): Base | null {
  const base = before(earlier, near);
  if (!ADJACENT.test(text.slice(near.end, start)) || base === undefined || isChange(base))
    return null;
  if (!sameSentence(text, base, near)) return null;
  const gap = near.before.replace(CHANGED, "");
  const inBracket = /^[）)]/u.test(gap);
  if (gap.replace(/^[）)]/u, "").replace(COMPARISON, "") !== "") return null;
  const clause = base.before.split(/[，,；;。]/u).at(-1) ?? "";
  const bracket = clause.split(/[（(]/u).at(-1) ?? "";
  if (inBracket) return OTHER_YEAR.test(bracket) ? { what: "growth", base, is: "previous" } : null;
  if (/(?:上一?年|去年)/u.test(clause))
    return COMPARES.test(clause) ? null : { what: "growth", base, is: "previous" };
  if (/20\d\d年/u.test(gap) && !COMPARES.test(gap)) return null;
  return { what: "growth", base, is: "level" };
}

function before(earlier: readonly Mention[], near: Mention): Mention | undefined {
  return earlier[earlier.indexOf(near) - 1];
}

function sameSentence(text: string, one: Mention, other: Mention): boolean {
  return !/[。；;]/u.test(text.slice(one.end, other.start));
}
