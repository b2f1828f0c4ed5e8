import type { Measure, ThreePublicItem } from "../../pipeline/model/records/vocabulary.js";
import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import { BASIC } from "../forms/relations.js";
import { type Entry, isTotal } from "./amount-terms.js";

/** Which amounts of the tables mean what a figure of the prose means. */
export const TABLE_AMOUNTS: Readonly<Partial<Record<FigureMeasure, (entry: Entry) => boolean>>> = {
  income_total: (entry) => isWhole(entry) && entry.record.side === "income",
  income_general_public: (entry) =>
    entry.record.side === "income" &&
    (isItem(entry, /^(?:一般公共预算|公共财政预算|财政拨款)/u) ||
      isWholeOf(entry, ["general_public", "appropriation"])),
  income_government_fund: (entry) =>
    entry.record.side === "income" &&
    (isItem(entry, /^政府(?:性)?基金/u) || isWholeOf(entry, ["government_fund"])),
  income_special_account: (entry) =>
    entry.record.side === "income" &&
    (isItem(entry, /财政专户/u) || isWholeOf(entry, ["special_account"])),
  expenditure_total: isWhole,
  expenditure_basic: (entry) =>
    isWholeOf(entry, ["basic"]) || isItem(entry, /^基本支出/u) || isBasicTotal(entry),
  expenditure_project: (entry) =>
    isWholeOf(entry, ["project"]) ||
    isItem(entry, /^项目支出/u) ||
    (isWhole(entry) && entry.form === "projects"),
  expenditure_personnel: (entry) =>
    isWholeOf(entry, ["personnel"]) || isItem(entry, /^人员(?:经费|支出)/u),
  expenditure_public_use: (entry) =>
    isWholeOf(entry, ["public_use"]) || isItem(entry, /^(?:日常)?公用(?:经费|支出)/u),
  operating_costs: (entry) =>
    entry.record.item === "operating_costs" || (isWhole(entry) && entry.form === "operating_costs"),
  three_public_total: ofItem("total"),
  three_public_abroad: ofItem("abroad"),
  three_public_vehicles: ofItem("vehicles"),
  three_public_vehicle_purchase: ofItem("vehicle_purchase"),
  three_public_vehicle_running: ofItem("vehicle_running"),
  three_public_reception: ofItem("reception"),
};

const WHOLE_MEASURES: ReadonlySet<Measure> = new Set<Measure>([
  "total",
  "current_year",
  "appropriation",
  "general_public",
]);

/** A total of the whole table: `合计`, `本年收入合计`, `支出总计`. */
function isWhole({ record, form }: Entry): boolean {
  if (record.code !== null || !isTotal(record.label) || !WHOLE_MEASURES.has(record.measure))
    return false;
  return !/人员|公用/u.test(record.label ?? "") && form !== "three_public";
}

/** The column of a measure in the total's row. */
function isWholeOf({ record }: Entry, measures: readonly Measure[]): boolean {
  return record.code === null && isTotal(record.label) && measures.includes(record.measure);
}

const isItem = ({ record }: Entry, label: RegExp): boolean =>
  record.code === null && label.test(record.label ?? "");

/** The 公用经费 of a whole table. */
export const isPublicUseTotal = (entry: Entry): boolean =>
  isWholeOf(entry, ["public_use"]) || isItem(entry, /^(?:日常)?公用经费[合小总]计$/u);

const isBasicTotal = (entry: Entry): boolean => BASIC.has(entry.form) && isWhole(entry);

/** Of forms of departments alone, which governments print too: the items of social insurance have a 合计 of their own. */
function ofItem(item: ThreePublicItem): (entry: Entry) => boolean {
  return ({ record, form }) => record.item === item && form !== null;
}
