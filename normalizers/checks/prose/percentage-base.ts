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
  /** The whole of the list whose item this paragraph is. */
  readonly whole: Mention | null;
}

/** What the percentage is of, where the words say so. */
export type Base = (
  | { readonly what: "share" | "fulfilment"; readonly base: Mention }
  /** `level`: what was reached; `previous`: what it was before. */
  | { readonly what: "growth"; readonly base: Mention; readonly is: "level" | "previous" }
) & {
  /** Whether nothing else can be meant, so that any other percentage is wrong, however far off. */
  readonly sure: boolean;
};

/** Whether a percentage is of a budget: `完成预算的`, `占年初预算的`. */
export const isFulfilment = (words: string): boolean =>
  words.startsWith("完成") || /^[占为].*(?:年初|调整|全年)?预算数?的?$/u.test(words);

/** The amount that a percentage is of by name or grammar, never by nearness; null where the words leave it open. */
export function baseOf(percentage: Percentage): Base | null {
  const { words, near } = percentage;
  if (isFulfilment(words)) return budgetOf(percentage);
  if (words.startsWith("占")) return isChange(near) ? null : wholeOf(percentage);
  return isChange(near) ? levelOf(percentage) : null;
}

const FUND_NAMES = /(?:一般公共|公共财政|政府性基金|基金|国有资本经营|社会保险基金)预算/gu;
/** Accounts of what was budgeted right before, and no other name. */
const OF_SAME =
  /^[，,、]?(?:全年|当年|本年|实际|支出|收入|预算|执行|完成|决算|数|额|为|是|达到|约)*$/u;

/** The budget right before the accounts, of the kind that the words name. */
function budgetOf({ text, words, near, earlier }: Percentage): Base | null {
  const base = before(earlier, near);
  const named = (base?.before.split(/[，,；;。%]/u).at(-1) ?? "").replace(FUND_NAMES, "");
  if (base === undefined || !/预算/u.test(named) || !sameSentence(text, base, near)) return null;
  const isAdjusted = /调整|全年/u.test(words);
  const isInitial = /年初/u.test(words);
  const ofAdjusted = /调整|全年/u.test(named);
  if ((isAdjusted && !ofAdjusted) || (isInitial && ofAdjusted)) return null;
  return { what: "fulfilment", base, sure: OF_SAME.test(near.before) };
}

/** How a whole is called that a list is of. */
const WHOLE = /(?:收入|支出|收支|预算|决算|资金|经费|总计|合计|总额)$/u;
const SHARE_WORDS = /的|比重|比例|总额|总数|约|为|达到?|了/gu;
const NAME_FILLER = /(?:20\d\d年度?|本年度?|全年|年初|预算|决算|总计|合计|总额|金额|总|数|的)/gu;

/** What the words after 占 call the whole; empty where they leave that to what was said before. */
export function wholeNamed(words: string): string {
  return words.replace(/^占/u, "").replace(SHARE_WORDS, "");
}

function wholeOf(percentage: Percentage): Base | null {
  const { words, near, earlier } = percentage;
  const name = wholeNamed(words);
  if (name === "") return headOf(percentage);
  const [base, ...others] = namedAmounts(name, near, earlier);
  return base === undefined ? null : { what: "share", base, sure: others.length === 0 };
}

/** The whole of a list: the amount before its 其中, else the first of the sentence if it is called a whole. */
function headOf({ text, near, earlier, whole }: Percentage): Base | null {
  const levels = earlier.filter((one) => one !== near && !isChange(one));
  const mark = lastMark(text.slice(0, near.start));
  if (mark >= 0) {
    const base = levels.findLast(({ end }) => end <= mark);
    return base === undefined ? null : { what: "share", base, sure: isItem(text, mark, near) };
  }
  if (whole !== null && levels.length === 0) return { what: "share", base: whole, sure: true };
  const head = levels.find((one) => sameSentence(text, one, near));
  return head !== undefined && WHOLE.test(head.name)
    ? { what: "share", base: head, sure: false }
    : null;
}

/** Whether an amount is an item of the list behind a mark: no list of its own, and no other sentence, between. */
function isItem(text: string, mark: number, near: Mention): boolean {
  return !/[。（(]/u.test(text.slice(mark, near.start).replace(/[（(][^（()）]*[）)]/gu, ""));
}

function lastMark(text: string): number {
  return Math.max(text.lastIndexOf("其中"), text.lastIndexOf("包括"));
}

/** The amounts that are called so, the last first. */
function namedAmounts(
  name: string,
  near: Mention,
  earlier: readonly Mention[],
): readonly Mention[] {
  const wanted = bare(name);
  return earlier
    .filter((one) => one !== near && !isChange(one) && bare(one.name) === wanted)
    .toReversed();
}

const bare = (name: string): string => name.replace(NAME_FILLER, "");

/** Words of a comparison and nothing else. */
const COMPARISON =
  /(?:20\d\d年度?|上一?年度?|去年|同期|年初|预算|决算|执行|支出|收入|收、支|收支|总计|合计|相比|对比|比较|同比|净|各|均|共|数|与|比|较|同|和|，|,|、|的|有所)/gu;
const COMPARES = /比|较|同期/u;
/** Words for another year than the one spoken of. */
export const OTHER_YEAR = /上一?年|去年|同期|20\d\d年/u;
const CHANGED = /(?:增加|减少|增长|下降|上升|降低|增支|减支|多|少|增|减)(?:了|额)?(?:为|约)?$/u;
/** What may stand between a change and its percentage. */
const ADJACENT = /^(?:[，,、（(]|即|约|同比|比上年|较上年|较去年|比去年)*$/u;

/** The level that a change led to, or the one that it started from, where only a comparison stands between them. */
function levelOf(percentage: Percentage): Base | null {
  const { text, near, earlier, start } = percentage;
  if (!ADJACENT.test(text.slice(near.end, start))) return null;
  const base = before(earlier, near);
  if (base === undefined || isChange(base)) return null;
  if (!sameSentence(text, base, near)) return onlyLevel(percentage);
  const gap = near.before.replace(CHANGED, "");
  const inBracket = /^[）)]/u.test(gap);
  if (gap.replace(/^[）)]/u, "").replace(COMPARISON, "") !== "") return null;
  const clause = base.before.split(/[，,；;。]/u).at(-1) ?? "";
  const bracket = clause.split(/[（(]/u).at(-1) ?? "";
  const previous: Base = { what: "growth", base, is: "previous", sure: false };
  if (inBracket) return OTHER_YEAR.test(bracket) ? previous : null;
  if (/(?:上一?年|去年)/u.test(clause)) return COMPARES.test(clause) ? null : previous;
  if (/20\d\d年/u.test(gap) && !COMPARES.test(gap)) return null;
  return { what: "growth", base, is: "level", sure: COMPARES.test(gap) };
}

/** The one level that a paragraph states, where the sentence behind it only compares (`与上年相比增加9万元`). */
function onlyLevel({ text, near, earlier }: Percentage): Base | null {
  const levels = earlier.filter((one) => one !== near && !isChange(one));
  const [base] = levels;
  if (base === undefined || levels.length > 1) return null;
  const sentence =
    text
      .slice(base.end, near.start)
      .split(/[。；;]/u)
      .at(-1) ?? "";
  const gap = sentence.replace(CHANGED, "");
  if (!COMPARES.test(gap) || gap.replace(COMPARISON, "") !== "") return null;
  return { what: "growth", base, is: "level", sure: true };
}

function before(earlier: readonly Mention[], near: Mention): Mention | undefined {
  return earlier[earlier.indexOf(near) - 1];
}

function sameSentence(text: string, one: Mention, other: Mention): boolean {
  return !/[。；;]/u.test(text.slice(one.end, other.start));
}
