import type { FigureBase } from "../../pipeline/model/records/figure-vocabulary.js";
import { decimal } from "../values/amount.js";
import { withoutAsides } from "../values/text.js";

/** A percentage behind an amount: a completion of a budget, or a change against the year before. */
export interface Percentage {
  readonly raw: string;
  /** An exact decimal, negative where the amount is less. */
  readonly value: string;
  readonly comparedWith: FigureBase;
}

/** One percentage: of a range, a bound or a list that several amounts share it is not sure. */
const NUMBER = String.raw`(?<number>\d+(?:\.\d+)?)[%％](?!(?:左右)?[、和与及至到~～—–-]+\d|以上|以下|以内)`;
const COMPLETED = new RegExp(
  String.raw`^(?:为|完成|占|达到?|是)?(?:了)?(?:年初|全年|汇总|代编|(?<adjusted>调整(?:后)?(?:的)?|变动|年初调整))?(?:收入|支出)?预算(?:数|任务|目标|计划)?的?(?:为)?${NUMBER}`,
  "u",
);
const CHANGED = new RegExp(
  String.raw`^(?:同比|(?:较|比|与)(?:上年|去年|(?<year>20\d\d)年)(?<base>[^，,。；;%％\d]{0,14}))?(?:自然口径)?(?:相比)?(?<word>增长|上升|增幅|增加|下降|减少|降低|降幅|负增长)(?:了|约|为)?${NUMBER}`,
  "u",
);
const LESS = /下降|减少|降低|降幅|负/u;
/** A change against what the year before would have been by other rules. */
const LIKE_FOR_LIKE = /同口径|可比口径/u;
const LIKE_FOR_LIKE_ASIDE = /(?<=\d[%％])[（(][^（()）]*(?<like>同口径|可比口径)[^（()）]*[）)]/gu;
/** A budget that the report calls by a shorter name from here on. */
const RENAMED = /(?:调整|变动)(?:后)?(?:的)?预算(?:数)?[（(](?:以下)?(?:简称|均为)/u;

/** Whether a text says that 预算 is short for the adjusted budget. */
export function renamesAdjusted(text: string): boolean {
  return RENAMED.test(text);
}

/** What percentages are of. */
interface Amount {
  readonly year: number;
  /** Whether it is planned: how far it was done is of another amount, that which was executed. */
  readonly isPlanned: boolean;
  /** Whether 预算 is short for the adjusted one. */
  readonly isAdjusted: boolean;
}

/** The percentages between an amount and the next; those against a budget or a year of long before are none. */
export function percentagesBehind(tail: string, amount: Amount): readonly Percentage[] {
  const found: Percentage[] = [];
  const words = withoutAsides(tail.replace(LIKE_FOR_LIKE_ASIDE, "$<like>"));
  for (const part of words.split(/[，,]/u)) {
    const one = percentageIn(part.trim(), amount);
    // What stands between an amount and its percentage is of something else.
    if (one === null && part.trim() !== "") break;
    if (one !== null && one !== "other") found.push(one);
  }
  return found;
}

function percentageIn(part: string, amount: Amount): Percentage | "other" | null {
  const { year, isAdjusted } = amount;
  if (LIKE_FOR_LIKE.test(part)) return "other";
  const completed = COMPLETED.exec(part);
  if (completed?.groups !== undefined) {
    if (amount.isPlanned) return null;
    const ofAdjusted = completed.groups["adjusted"] !== undefined || isAdjusted;
    const comparedWith = ofAdjusted ? "adjusted_budget" : "budget";
    return percentage(completed, { comparedWith, isNegative: false });
  }
  const changed = CHANGED.exec(part);
  if (changed?.groups === undefined) return null;
  const { year: against, base = "" } = changed.groups;
  const isYearBefore = against === undefined || Number(against) === year - 1;
  if (!isYearBefore || /预算/u.test(base)) return "other";
  const isNegative = LESS.test(changed.groups["word"] ?? "");
  return percentage(changed, { comparedWith: "previous_year", isNegative });
}

function percentage(
  match: RegExpExecArray,
  { comparedWith, isNegative }: Pick<Percentage, "comparedWith"> & { readonly isNegative: boolean },
): Percentage | null {
  const value = decimal(match.groups?.["number"] ?? "");
  if (value === null) return null;
  return { raw: match[0], value: isNegative && value !== "0" ? `-${value}` : value, comparedWith };
}
