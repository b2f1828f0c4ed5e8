import {
  type Measure,
  MEASURES,
  type Phase,
  PHASES,
  THREE_PUBLIC_ITEMS,
  type ThreePublicItem,
} from "../../../pipeline/model/records/vocabulary.js";
import { yearsIn } from "../../values/date.js";
import { canonical } from "../../values/text.js";
import { meaningOf, wordLists } from "../../reference/word-lists.js";

const listOf = wordLists(new URL("./header-words.tsv", import.meta.url), [
  "measure",
  "phase",
  "item",
  "role",
  "name",
  "comparison",
  "counted",
]);

/** What a column of amounts measures, by the words of its header. */
const MEASURE = listOf("measure", MEASURES);

/** Headers that say only which amount of several it is, not of what. */
const PHASE = listOf("phase", PHASES);

const ITEM = listOf("item", THREE_PUBLIC_ITEMS);

/** What a column is for where its own header says so. */
const ROLE = listOf("role", ["serial", "remark", "code", "label", "share", "count"]);

/** Headers over what names a row, which may as well stand over amounts. */
const NAME = listOf("name", ["label"]);

/** What a column says of the amounts beside it. */
export type Comparison = "change" | Percentage;

/** A column of percentages. */
export type Percentage = (typeof PERCENTAGES)[number];

const PERCENTAGES = [
  "change_percent",
  "percent_of_budget",
  "percent_of_adjusted_budget",
  "percent_of_previous",
  "share",
] as const satisfies readonly Measure[];

/** By all texts of a header, outermost first, parted by slashes. */
const COMPARISON = listOf("comparison", ["change", "change_of_either", ...PERCENTAGES]);

/** The lowest header over percentages, whatever its cells print. */
const OF_PERCENTAGES = /%|率$|比重|占比|比例|^占(?!地)|^为.*(?:预算|上年|决算|执行)/u;

/** Labels of rows that count persons or things among rows of amounts. */
const COUNTED = listOf("counted", ["count"]);

/** Header text without blanks, list number, number of the column and what stands in brackets or behind a stroke for the unit or the breakdown. */
export const headerWord = (text: string): string =>
  canonical(text)
    .replace(/(?:[①-⑳]|[（(]\d{1,2}[)）])$/u, "")
    .replace(/[（(](?:(?:单位[：:])?(?:[十百千]?万|亿)?元|按.*)[)）]/u, "")
    .replace(/(?<=\p{sc=Han})[/／](?:[十百千]?万|亿)?元$/u, "")
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
  const measures = words.map((word) => meaningOf(MEASURE, word));
  if (lowest.startsWith("其中") && measures.at(-1) === null) return null;
  const parent = measures.slice(0, -1).findLast((measure) => measure !== null) ?? null;
  return OF_PARENT.test(lowest) ? (parent ?? "total") : (measures.at(-1) ?? parent);
}

/**
 * What a column compares by its header path, null where it holds amounts of its own. `printsPercent`:
 * its cells print a percent sign.
 */
export function comparisonOf(path: readonly string[], printsPercent: boolean): Comparison | null {
  const whole = path.map(headerWord).join("/");
  const isPercentage = printsPercent || OF_PERCENTAGES.test(headerWord(path.at(-1) ?? ""));
  const meant = meaningOf(COMPARISON, whole);
  if (meant === "change_of_either") return printsPercent ? "change_percent" : null;
  if (meant === "change") return printsPercent ? "change_percent" : "change";
  return isPercentage ? meant : null;
}

/** The phase that a header path names; `year` is the table's own, any earlier one is `previous`. */
export function phaseOf(path: readonly string[], year: number | null): Phase | null {
  const words = path.map(headerWord);
  const printed = words.flatMap(yearsIn).at(-1);
  if (year !== null && printed !== undefined && printed < year) return "previous";
  return words.map((word) => meaningOf(PHASE, word)).findLast((phase) => phase !== null) ?? null;
}

/** The 三公 item that a label or header names. */
export function itemOf(text: string): ThreePublicItem | null {
  return meaningOf(ITEM, headerWord(text));
}

/** What a leaf column is for by its own header; null where that leaves it open. */
export function roleNamed(header: string): (typeof ROLE)[number][1] | null {
  return meaningOf(ROLE, header);
}

/** Whether a header can stand over what names a row. */
export function canNameRows(header: string): boolean {
  return meaningOf(NAME, header) !== null;
}

/** Whether a canonical label of a row counts persons or things: `车辆数合计（辆）`. */
export function isCounted(label: string): boolean {
  return meaningOf(COUNTED, label) !== null;
}
