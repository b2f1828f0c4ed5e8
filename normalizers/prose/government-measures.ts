import { ACCOUNTS, type Account, type DebtKind } from "../../pipeline/model/records/vocabulary.js";
import {
  FIGURE_MEASURES,
  type FigureMeasure,
} from "../../pipeline/model/records/figure-vocabulary.js";
import { wordLists, type WordList } from "../reference/word-lists.js";
import { coverageOf } from "./government-whose.js";
import { readings } from "./government-nouns.js";

const listOf = wordLists(new URL("./government-words.tsv", import.meta.url), [
  "measure",
  "part",
  "opens",
  "account",
]);
const wholly = <Value extends string>(list: WordList<Value>): WordList<Value> =>
  list.map(([words, value]) => [new RegExp(`^(?:${words.source})$`, "u"), value] as const);
const PARTS = ["return", "general", "special"] as const;
const MEASURE = wholly(listOf("measure", FIGURE_MEASURES));
const PART = wholly(listOf("part", PARTS));
const OPENS = listOf("opens", ["from_above", "to_below"]);
const ACCOUNT = listOf("account", ACCOUNTS).map(
  ([words, account]) => [new RegExp(words.source, "gu"), account] as const,
);

/** What goes on from one amount to the next and tells what bare words (一般性转移支付, 余额, 支出) are of. */
export interface Spoken {
  /** The measure of the last amount of the sentence that had one. */
  readonly measure: FigureMeasure | null;
  /** The income of a budget that the sentence stated last: bare 支出 is what was spent of it. */
  readonly income: FigureMeasure | null;
  /** Whether transfers from above or to those below were named last. */
  readonly transfers: "from_above" | "to_below" | null;
  readonly account: Account | null;
  /** The budget, or debt, that the nearest heading names. */
  readonly chapter: Account | null;
  /** The debt whose amount was stated last in the sentence: 一般债券 and 专项债券 may be its parts. */
  readonly debt: Measured | null;
  /** Whether the last amount was of one kind of debt. */
  readonly inParts: boolean;
  /** Whether the parts of an amount without a measure follow. */
  readonly ofUnknown: boolean;
  /** Whether repayment of principal and interest was named last. */
  readonly isService: boolean;
  /** Whether an issue of debt has been stated. */
  readonly isIssue: boolean;
  /** Whether no amount of the sentence has been read. */
  readonly isFirst: boolean;
}

/** A measure with its kind of debt, of that alone. */
export interface Measured {
  readonly measure: FigureMeasure;
  readonly debtKind: DebtKind | null;
}

/** The words of an amount and what stands around them. */
export interface Worded {
  readonly words: string;
  /** The words behind the amount. */
  readonly after: string;
  /** Whether it is one of the parts of what was stated before (其中, or in brackets). */
  readonly isPart: boolean;
  readonly regionName: string | null;
  readonly spoken: Spoken;
}

/** Income of all funds, where the first of the parts that follow is that of the general public budget. */
const ALL_INCOME = /^(?:地方)?(?:公共)?财政(?:预算)?收入$/u;
/** What goes to the central government is among the parts of another sum. */
const TO_CENTRE = /上划|中央级/u;
const NAMES_FUNDS =
  /^[，,；;]?其中[：:，,]?(?:[（(]?[一1][）)、.．])?(?:地方)?一般公共预算(?:收入)?/u;
/** Another year's amount, or one that was changed: it is no figure of this year and phase. */
const OF_OTHER =
  /上年|去年|同期|调整|变动|增加|减少|增长|下降|短收|超收|比\p{sc=Han}?年初|提前下达/u;
/** The measure that the words of an amount name; where it is that of another place, the place. */
export function measureNamed(worded: Worded): {
  readonly measured: Measured | null;
  readonly elsewhere: string | null;
} {
  const { words, after, regionName } = worded;
  let elsewhere: string | null = null;
  for (const { noun, place } of readings(words)) {
    const measure = measureOfNoun(noun, worded) ?? ofAllFunds(noun, after);
    if (measure === null) continue;
    const isElsewhere = place !== null && (regionName === null || !place.endsWith(regionName));
    if (isElsewhere) {
      elsewhere ??= place;
      continue;
    }
    const measured = measuredAs(measure, noun, worded);
    const isOther = OF_OTHER.test(words.replace(noun, ""));
    return { measured: isOther || !isSure(measured, worded) ? null : measured, elsewhere: null };
  }
  return { measured: null, elsewhere };
}

function ofAllFunds(noun: string, after: string): FigureMeasure | null {
  const isOfFunds = NAMES_FUNDS.test(after) && !TO_CENTRE.test(after.split("。")[0] ?? "");
  return ALL_INCOME.test(noun) && isOfFunds ? "income_total" : null;
}

function measureOfNoun(noun: string, worded: Worded): FigureMeasure | null {
  const { words, isPart, spoken } = worded;
  const named = MEASURE.find(([pattern]) => pattern.test(noun))?.[1];
  if (named !== undefined) return ofInsurance(named, noun, spoken);
  const part = PART.find(([pattern]) => pattern.test(noun))?.[1];
  if (part !== undefined) {
    // What a level is said to have itself may be what it pays to those below.
    const isReceived = spoken.transfers === "from_above" && coverageOf(words) === null;
    return isReceived || noun.endsWith("收入") ? FROM_ABOVE[part] : null;
  }
  const { side, whose, of } = BARE.exec(words)?.groups ?? {};
  const isNamed = spoken.isFirst || (whose ?? of) !== undefined;
  const bare = side === noun && isNamed ? ofBudget(side, spoken) : null;
  return bare ?? ofDebt(noun, isPart, spoken) ?? ofRest(noun, worded);
}

/** 收入 or 支出 alone, with a word of when, whose and how far. */
const BARE =
  /^(?:20\d\d年|全年)?(?<whose>全[省市县区旗州盟域]|我[省市县区旗州盟]|[省市县区旗州盟]?本级|[省市县区旗州盟]级)?(?<of>本年|当年)?(?:预算)?(?<side>收入|支出)(?:预算)?(?:预计|拟|安排|完成|执行|实现|为|数)*$/u;

/**
 * What 收入 or 支出 alone is of: the budget of its chapter where it opens a sentence, else that of the sum before it, of
 * which it is a level's part or the year's own.
 */
function ofBudget(side: string, spoken: Spoken): FigureMeasure | null {
  const { chapter, account, measure, isFirst } = spoken;
  const of = side === "收入" ? 0 : 1;
  if (isFirst) return chapter === account ? (SIDES.get(chapter)?.[of] ?? null) : null;
  const sides = SIDES.get(account);
  const isOfWhole = measure === SUMS[of] || measure === sides?.[of];
  return isOfWhole ? (sides?.[of] ?? null) : null;
}

const SUMS = ["income_sum", "expenditure_sum"] as const;
const SIDES: ReadonlyMap<Account | null, readonly [FigureMeasure, FigureMeasure]> = new Map([
  ["general_public", ["income_general_public", "expenditure_general_public"]],
  ["government_fund", ["income_government_fund", "expenditure_government_fund"]],
  ["state_capital", ["income_state_capital", "expenditure_state_capital"]],
  ["social_insurance", ["income_social_insurance", "expenditure_social_insurance"]],
]);

/** What kinds of debt, principal and interest alone are of. */
function ofDebt(noun: string, isPart: boolean, spoken: Spoken): FigureMeasure | null {
  const { debt, inParts, isService, isIssue } = spoken;
  if (/^余额$/u.test(noun) && spoken.measure === "debt_limit") return "debt_balance";
  if (debt !== null && (isPart || inParts) && KIND_ALONE.test(noun)) return debt.measure;
  if (isService && /^(?:偿还)?本金$/u.test(noun)) return "debt_repaid";
  if (isService && /^(?:偿还|支付)?利息$/u.test(noun)) return "debt_interest";
  return isIssue && noun === "发行" ? "debt_issued" : null;
}

const KIND_ALONE = /^(?:地方)?(?:政府)?(?:一般|专项)(?:政府)?债[务券](?:额度|资金)?$/u;

/** Where a sum of what is spent follows, 支出 is a part of it; without one it may be the sum itself. */
const SUM_SPENT = /支出(?:总计|合计|总量|总额)|总支出/u;

function ofRest(noun: string, { after, spoken }: Worded): FigureMeasure | null {
  const { account, income, measure } = spoken;
  if (INTO_GENERAL.test(noun))
    return account === "government_fund" || account === "state_capital" ? "transferred_out" : null;
  if (noun === "支出" && measure === "income_sum" && !SUM_SPENT.test(after.split("。")[0] ?? ""))
    return null;
  return /^(?:预算)?支出$/u.test(noun) ? spentOf(income) : null;
}

/** Money of another budget that the general public budget takes in. */
const INTO_GENERAL = /^调入(?:一般公共|公共财政)预算$/u;

/** 总收入 of an insurance is its income, but where what is carried over is in it. */
function ofInsurance(measure: FigureMeasure, noun: string, spoken: Spoken): FigureMeasure {
  if (spoken.account !== "social_insurance" || spoken.measure === "carried_in") return measure;
  if (noun === "总收入") return "income_social_insurance";
  return noun === "总支出" ? "expenditure_social_insurance" : measure;
}

/** Whether it is a statement on the whole: projects have new bonds too, and measures bring in tax. */
function isSure({ measure, debtKind }: Measured, worded: Worded): boolean {
  const { words, spoken, isPart } = worded;
  const { account, chapter, debt } = spoken;
  if (spoken.ofUnknown && (debtKind === "general" || debtKind === "special")) return false;
  if (measure === "balance_social_insurance") return account === "social_insurance";
  // What a tax office collects is the central government's too.
  if (OF_TAXES.has(measure) && /组织|征收/u.test(words)) return false;
  if (OF_TAXES.has(measure) && !words.includes("收入")) return account === "general_public";
  // 国有资本经营收入 without 预算 is an item of the general public budget too.
  if (measure.endsWith("state_capital") && !words.includes("国有资本经营预算"))
    return chapter === "state_capital";
  if (!OF_BONDS.has(measure)) return true;
  if (chapter === "debt" || OF_ALL.test(words)) return true;
  if (debt !== null && (isPart || spoken.inParts || spoken.isIssue)) return true;
  return debtKind !== "total" && words.endsWith("收入") && account === chapter;
}

const OF_TAXES: ReadonlySet<FigureMeasure> = new Set(["income_tax", "income_non_tax"]);
const OF_BONDS: ReadonlySet<FigureMeasure> = new Set([
  "debt_new",
  "debt_issued",
  "debt_refinanced",
]);
const OF_ALL = /全[省市县区旗州盟域]|我[省市县区旗州盟]|[省市县区旗州盟]本级/u;

const FROM_ABOVE = {
  return: "transfers_from_above_return",
  general: "transfers_from_above_general",
  special: "transfers_from_above_special",
} as const;

/** What bare 支出 is after the income of the same budget. */
const SPENT: ReadonlyMap<FigureMeasure | null, FigureMeasure> = new Map([
  ["income_general_public", "expenditure_general_public"],
  ["income_government_fund", "expenditure_government_fund"],
  ["income_state_capital", "expenditure_state_capital"],
  ["income_social_insurance", "expenditure_social_insurance"],
]);

/** What is said of all debt where no kind is, in whichever chapter. */
const OF_ALL_DEBT: ReadonlySet<FigureMeasure> = new Set(["debt_limit", "debt_balance"]);

/** The spending of the budget that an income is of. */
export function spentOf(income: FigureMeasure | null): FigureMeasure | null {
  return SPENT.get(income) ?? null;
}

/** Whether a measure is the income of a budget. */
export function isIncome(measure: FigureMeasure): boolean {
  return SPENT.has(measure);
}

/** The budget that a measure is of, whatever is spoken of. */
export function accountOf(measure: FigureMeasure): Account | null {
  if (OF_ALL_DEBT.has(measure)) return "debt";
  if (OF_TAXES.has(measure)) return "general_public";
  if (measure === "income_land_transfer") return "government_fund";
  if (measure === "balance_social_insurance") return "social_insurance";
  return [...SIDES].find(([, sides]) => sides.includes(measure))?.[0] ?? null;
}

const KIND = /(?:一般|专项)债/u;

/** The kind of debt: as printed, else that of the budget it stands in; one without any is of both kinds. */
function measuredAs(
  measure: FigureMeasure,
  noun: string,
  { isPart, spoken }: Pick<Worded, "isPart" | "spoken">,
): Measured {
  const { account, debt, inParts } = spoken;
  if (!measure.startsWith("debt_")) return { measure, debtKind: null };
  // Of what is new, what words call a limit of one kind is a part.
  if (measure === "debt_limit" && debt?.measure === "debt_new" && (isPart || inParts))
    return measuredAs("debt_new", noun, { isPart, spoken });
  if (isPart && debt !== null && debt.debtKind !== "total" && !KIND.test(noun))
    return { measure, debtKind: debt.debtKind };
  if (/一般债/u.test(noun)) return { measure, debtKind: "general" };
  if (/专项债/u.test(noun)) return { measure, debtKind: "special" };
  if (OF_ALL_DEBT.has(measure)) return { measure, debtKind: "total" };
  if (account === "general_public") return { measure, debtKind: "general" };
  return { measure, debtKind: account === "government_fund" ? "special" : "total" };
}

/** The budget that the words of an amount name: debt within a budget is money of that. */
export function accountOfWords(text: string): Account | null {
  const account = accountIn(text);
  return account === "debt" ? null : account;
}

/** A budget that only takes money in from the one that is spoken of. */
const INTO_OTHER = /(?:调入|调出[到至]?)(?:一般公共|公共财政)预算/gu;

/** The last budget, or debt, that a text names. */
export function accountIn(text: string): Account | null {
  let last: { readonly at: number; readonly account: Account } | null = null;
  const named = text.replace(INTO_OTHER, "");
  for (const [words, account] of ACCOUNT)
    for (const { index } of named.matchAll(words))
      if (last === null || index > last.at) last = { at: index, account };
  return last?.account ?? null;
}

/** Whether words open a list of what comes from above or goes to those below. */
export function transfersIn(words: string): Spoken["transfers"] {
  return OPENS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
