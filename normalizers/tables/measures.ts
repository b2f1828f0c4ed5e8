import type { Measure, Phase, ThreePublicItem } from "../../pipeline/vocabulary.js";
import { yearsIn } from "../date.js";
import { canonical } from "../text.js";

type Lexicon<T> = readonly (readonly [RegExp, T])[];

/** What a column of amounts measures, by the words of its header; the first that fits. */
const MEASURES: Lexicon<Measure> = [
  [/(?:年初|期初).*(?:结转|结余)/u, "opening_carryover"],
  [/上年.*(?:结转|结余)/u, "carryover"],
  [/(?:年末|期末|年终|结转下年).*(?:结转|结余)?$/u, "closing_carryover"],
  [/结转|结余/u, "carryover"],
  [/^(?:本年|当年)收入$/u, "current_year"],
  [/上缴上级/u, "remittance_to_superior"],
  [/(?:对)?附属单位补助|补助附属/u, "subsidy_to_subordinate"],
  [/附属单位.*(?:上缴|缴款)/u, "subordinate_remittance"],
  [/上级补助/u, "superior_subsidy"],
  [/财政专户|专户/u, "special_account"],
  [/政府(?:性)?基金/u, "government_fund"],
  [/国有资本/u, "state_capital"],
  [/一般公共预算基本支出$/u, "basic"],
  [/一般公共(?:预算|服务预算)?|公共财政预算/u, "general_public"],
  [/基本支出/u, "basic"],
  [/项目支出/u, "project"],
  [/人员(?:经费|支出)/u, "personnel"],
  [/公用(?:经费|支出)/u, "public_use"],
  [/单位(?:自有)?资金/u, "unit_funds"],
  [/财政(?:性)?(?:拨款|资金|补助)/u, "appropriation"],
  [/经营(?:收入|支出)/u, "operating"],
  [/事业(?:收入|支出|单位事业)/u, "business"],
  [/其他/u, "other"],
  [
    /^(?:合计|总计|小计|金额|数额|总额)$|^(?:\d{4}年|[一二三四五六七八九〇○零]{4}年|本年|当年|年初|全年|上年|调整|预计|收入|支出|收支|部门|单位)*(?:预算|决算|执行|完成|安排)(?:数|额|金额)?$|(?:预算|决算|执行|完成|安排)(?:数|金额)$|(?:合计|总计|金额)$|^实际完成/u,
    "total",
  ],
];

/** Headers that say only which amount of several it is, not of what. */
const PHASES: Lexicon<Phase> = [
  [/(?:上年|上一年|去年)(?!.*(?:结转|结余))/u, "previous"],
  [/调整(?:后)?预算|全年预算|调整数/u, "adjusted_budget"],
  [/决算(?:数|金额)?$|执行数?$|完成数?$/u, "accounts"],
  [/年初预算|预算(?:数|金额)$|年预算$|^(?:本年|当年)?预算$/u, "budget"],
];

const ITEMS: Lexicon<ThreePublicItem> = [
  [/机关运行/u, "operating_costs"],
  [/出国|出境/u, "abroad"],
  [/公务.*购置.*运/u, "vehicles"],
  [/(?:公务|用车|车辆).*运|^运行(?:维护)?费/u, "vehicle_running"],
  [/(?:公务|用车|车辆).*购|^购置费/u, "vehicle_purchase"],
  [/接待/u, "reception"],
  [/会议费/u, "meetings"],
  [/培训费/u, "training"],
  [/^[“"”]?三公[”"“]?经费(?:支出|预算|决算)?(?:数|合计|小计|总额)?$/u, "total"],
];

const find = <T>(lexicon: Lexicon<T>, text: string): T | null =>
  lexicon.find(([words]) => words.test(text))?.[1] ?? null;

/** Header text without blanks, list number and what stands in brackets for the unit or the breakdown. */
export const headerWord = (text: string): string =>
  canonical(text)
    .replace(/[（(](?:(?:单位[：:])?(?:[十百千]?万|亿)?元|按.*)[)）]/u, "")
    .replace(/^\d{1,2}[、.．]/u, "");

/** Headers that are their parent's measure, if it has one. */
const OF_PARENT = /^(?:小计|金额)$/u;

/**
 * The measure of a column by its header path: the lowest header that has one of its own decides. A
 * 小计 or 金额 is its parent's; a part (其中：) that names no measure has none, or it would count twice.
 */
export function measureOf(path: readonly string[]): Measure | null {
  const words = path.map(headerWord);
  const lowest = words.at(-1) ?? "";
  const measures = words.map((word) => find(MEASURES, word));
  if (lowest.startsWith("其中") && measures.at(-1) === null) return null;
  const parent = measures.slice(0, -1).findLast((measure) => measure !== null) ?? null;
  return OF_PARENT.test(lowest) ? (parent ?? "total") : (measures.at(-1) ?? parent);
}

/** The phase that a header path names; `year` is the table's own, any earlier one is `previous`. */
export function phaseOf(path: readonly string[], year: number | null): Phase | null {
  const words = path.map(headerWord);
  const printed = words.flatMap(yearsIn).at(-1);
  if (year !== null && printed !== undefined && printed < year) return "previous";
  return words.map((word) => find(PHASES, word)).findLast((phase) => phase !== null) ?? null;
}

/** The 三公 item that a label or header names. */
export function itemOf(text: string): ThreePublicItem | null {
  return find(ITEMS, headerWord(text));
}
