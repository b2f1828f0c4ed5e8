import { Big } from "big.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { FigureMeasure } from "../../../pipeline/model/records/figure-vocabulary.js";
import { type Entry, entries } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { figureTerms, type Stated } from "../../evidence/figure-terms.js";
import { isPublicUseTotal, TABLE_AMOUNTS } from "../../evidence/figure-tables.js";
import {
  assetTotals,
  goodsOf,
  procurementTotals,
  projectSum,
} from "../../evidence/figure-records.js";
import { totalsLike } from "../../evidence/government-totals.js";
import { mentions } from "../../evidence/prose.js";
import type { SumFacts } from "../../evidence/sum-facts.js";
import { canonical } from "../../values/text.js";

const rule: Rule<SumFacts> = {
  id: "figures_match_tables",
  severity: "error",
  about: {
    en: "A figure of the prose about the document's own year stands in the tables too: totals, 基本 and 项目支出, “三公”, 机关运行经费, procurement, assets; in a government's report the income and spending of each budget, whose they are.",
    zh: "正文里关于本年度的金额在表里也有：总计、基本支出和项目支出、“三公”经费、机关运行经费、采购、资产；政府报告里各级各本预算的收入和支出。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `The prose says “${stated.name}” ${stated.text}; table ${other?.table_no ?? "?"} has ${computed.text} (“${other?.name ?? ""}”).`,
    zh: ({ stated, parts: [other], computed }) =>
      `正文写明“${stated.name}”${stated.text}，第${other?.table_no ?? "?"}张表为${computed.text}（“${other?.name ?? ""}”）。`,
  },
};

/** A figure of the prose = one of the amounts of the tables that mean the same. */
export const figuresMatchTables = arithmetic(rule, {
  compare: (reading) => {
    const all = entries(reading);
    const ofGovernment = reading.about.scope === "government";
    return figureTerms(reading).flatMap((stated) =>
      ofGovernment && !THREE_PUBLIC.test(stated.record.measure)
        ? governmentComparison(reading, stated)
        : comparison(reading, all, stated),
    );
  },
  unable: { en: "no figure of the prose is also in a table", zh: "正文里的金额在表内都没有" },
});

const THREE_PUBLIC = /^three_public/u;

/**
 * A figure of a government's report with the totals of its tables that are of the same fund, government, year and
 * stage. What the sentence itself adds or takes off explains a difference (`扣除提前告知转移支付9万元`).
 */
function governmentComparison(reading: Reading, stated: Stated): readonly Comparison[] {
  const totals = totalsLike(reading, stated.record);
  if (totals.length === 0) return [];
  const others = mentions({ text: canonical(stated.record.sentence), where: stated.where });
  const explained = totals.flatMap((total) =>
    others.flatMap((other): (readonly Term[])[] => [
      [total, other],
      [total, { ...other, yuan: other.yuan.neg() }],
    ]),
  );
  const exact = explained.filter((terms) => sumOf(terms).eq(stated.yuan));
  return [{ stated, readings: [...totals.map((total) => [total]), ...exact].map(asFine(stated)) }];
}

/** Terms as finely as the prose prints the figure: `9万元` for 9.46万元 is cut, no other amount. */
const asFine =
  (stated: Stated) =>
  (terms: readonly Term[]): readonly Term[] =>
    terms.map((term) => (term.step.lt(stated.step) ? { ...term, step: stated.step } : term));

const sumOf = (terms: readonly Term[]): Big =>
  terms.reduce((sum, { yuan }) => sum.plus(yuan), new Big(0));

function comparison(
  reading: Reading,
  all: readonly Entry[],
  stated: Stated,
): readonly Comparison[] {
  const { record } = stated;
  const year = reading.about.fiscal_year;
  if (record.measure !== "fixed_assets" && record.fiscal_year !== year) return [];
  const inTables = tableReadings(all, stated);
  const readings = [...inTables, ...(RECORD_AMOUNTS[record.measure]?.(reading) ?? [])];
  if (readings.length === 0) return beyondWhole(all, stated);
  return [
    {
      stated,
      readings: readings.map(asFine(stated)),
      doubtful: inTables.length === 0 && PARTIAL.has(record.measure),
    },
  ];
}

/** Costs that no table names are compared with the 公用经费, of which they are a part, where they are more than it. */
function beyondWhole(all: readonly Entry[], stated: Stated): readonly Comparison[] {
  if (stated.record.measure !== "operating_costs") return [];
  const whole = all.filter(
    (entry) => entry.record.phase === stated.record.phase && isPublicUseTotal(entry),
  );
  const isBeyond = whole.every(({ yuan, step }) => stated.yuan.gt(yuan.plus(step)));
  if (whole.length === 0 || !isBeyond) return [];
  return [{ stated, readings: whole.map((entry) => [entry]), doubtful: true }];
}

/** What sheets and item lists may show only in part. */
const PARTIAL: ReadonlySet<FigureMeasure> = new Set<FigureMeasure>([
  "expenditure_project",
  "planned_asset_purchases",
]);

function tableReadings(all: readonly Entry[], { record }: Stated): readonly (readonly Term[])[] {
  const fits = TABLE_AMOUNTS[record.measure];
  if (fits === undefined) return [];
  return all
    .filter((entry) => entry.record.phase === record.phase && fits(entry))
    .map((entry) => [entry]);
}

/** Amounts that the other records of the document make. */
const RECORD_AMOUNTS: Readonly<
  Partial<Record<FigureMeasure, (reading: Reading) => readonly (readonly Term[])[]>>
> = {
  procurement_total: procurementTotals,
  planned_asset_purchases: (reading) => [...goodsOf(reading), ...procurementTotals(reading)],
  fixed_assets: assetTotals,
  expenditure_project: projectSum,
};
