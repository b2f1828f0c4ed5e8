import { oncePer } from "../../pipeline/model/once-per.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type {
  FigureCoverage,
  FigureMeasure,
} from "../../pipeline/model/records/figure-vocabulary.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../captions/facets.js";
import { coverageOf, ZONE } from "../prose/government-whose.js";
import { canonical } from "../values/text.js";
import { type Entry, entries } from "./amount-terms.js";
import { type ColumnName, columnName } from "./column-names.js";

/** The total of one side of one fund of a government, as a table prints it. */
interface GovernmentTotal extends ColumnName {
  readonly entry: Entry;
  readonly measure: FigureMeasure;
  readonly coverage: FigureCoverage;
}

/** What a figure of a government is of. */
export interface SoughtTotal {
  readonly measure: FigureMeasure;
  readonly fiscal_year: number | null;
  readonly phase: string | null;
  readonly coverage: FigureCoverage | null;
}

const MEASURES: readonly (readonly [
  account: string,
  side: "income" | "expenditure",
  FigureMeasure,
])[] = [
  ["general_public", "income", "income_general_public"],
  ["general_public", "expenditure", "expenditure_general_public"],
  ["government_fund", "income", "income_government_fund"],
  ["government_fund", "expenditure", "expenditure_government_fund"],
];

const OWNER =
  /^(?:\p{sc=Han}{0,8}?(?:[省市县区旗州盟]本?级|[全本][省市县区旗州盟域]|[省市州盟])|本年|当年|地方|各项|本级)*/u;
/** 收入合计 and 支出合计 are without what is carried over and transferred, 总计 is with it. */
const TOTAL =
  /^(?:一般公共预算|公共财政预算|政府性?基金(?:预算)?)?(?:本级)?(收入|支出)(?:合计|小计)?$/u;

/** The totals of a government's tables by which figures of its report can be checked, each named by caption, header and label. */
const governmentTotals = oncePer((reading: Reading): readonly GovernmentTotal[] => {
  const captions = new Map(
    reading.tables.map(({ printed }) => [printed.number, captionOf(printed, reading)] as const),
  );
  return entries(reading).flatMap((entry) => {
    const caption = captions.get(entry.record.table_no) ?? null;
    return caption === null ? [] : (totalOf(entry, caption) ?? []);
  });
});

/** What a caption says of its table: which fund, whose, when. */
interface Caption extends ColumnName {
  readonly account: string | null;
  readonly coverage: FigureCoverage;
}

function captionOf(printed: PrintedTable, { about }: Reading): Caption | null {
  const { caption } = printed;
  if (caption === null || ZONE.test(caption)) return null;
  const { account, coverage: ofOthers } = facetsOfTitled(printed);
  const region = about.region_name;
  const isRegion = region !== null && caption.includes(region) && !caption.includes(`各`);
  const coverage = coverageOf(caption) ?? (isRegion ? "whole" : null);
  if (coverage === null || ofOthers === "subordinate") return null;
  const { year, stage } = columnName(caption);
  return { account, coverage, year: year ?? printed.fiscalYear, stage };
}

function totalOf({ record, ...entry }: Entry, caption: Caption): GovernmentTotal | null {
  if (record.measure === "change" || record.code !== null) return null;
  const [, word] = TOTAL.exec(canonical(record.label ?? "").replace(OWNER, "")) ?? [];
  const side = word === "收入" ? "income" : "expenditure";
  const found = MEASURES.find(([account, of]) => account === caption.account && of === side);
  if (word === undefined || found === undefined) return null;
  const header = columnName(record.measure_raw ?? "");
  // A column of an earlier year that its header does not name is of a year that is not known.
  const year = header.year ?? (record.phase === "previous" ? null : caption.year);
  const [, , measure] = found;
  const { coverage } = caption;
  return {
    entry: { record, ...entry },
    measure,
    coverage,
    year,
    stage: header.stage ?? caption.stage,
  };
}

/** The totals of tables that are of the same as a figure: fund and side, whose, which year, planned or done. */
export function totalsLike(reading: Reading, sought: SoughtTotal): readonly Entry[] {
  const { measure, coverage, fiscal_year: year, phase } = sought;
  if (coverage === null || year === null || phase === null) return [];
  const isPlanned = phase === "budget";
  return governmentTotals(reading).flatMap((total) => {
    const isSame =
      total.measure === measure &&
      total.coverage === coverage &&
      total.year === year &&
      total.stage !== null &&
      (total.stage !== "actual") === isPlanned;
    return isSame ? [total.entry] : [];
  });
}
