import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { termOf } from "../../evidence/government-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "regions_add_up",
  severity: "error",
  about: {
    en: "In a table with a row or column a region the whole region is its own government and those below together (全市 = 市本级 + 县区).",
    zh: "在每行或每列一个地区的表里，全辖等于本级与下级合计之和（全市＝市本级＋县区）。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of its governments: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于本级与下级之和：${inWords.zh(sum)}。`,
  },
};

/** A region's amount in a column or row of one table. */
interface Regional {
  readonly term: Term;
  readonly region: string | null;
  readonly scope: string | null;
}

/** 全辖 = 本级 + 下级小计, by name, in each column of tables by region. */
export const regionsAddUp = arithmetic(rule, {
  compare: ({ amounts, transfers }) => [
    ...grouped(
      amounts.filter(({ table_kind, value }) => table_kind === "gov_by_region" && value === null),
      ({ table_no, column }) => `${table_no} ${column}`,
    ).flatMap((column) => comparisonOf(column.flatMap(ofAmount))),
    ...grouped(
      transfers.filter(({ direction }) => direction === "paid"),
      lineOf,
    ).flatMap((line) => comparisonOf(line.flatMap(ofTransfer))),
  ],
  unable: {
    en: "no table prints the whole of a region beside its own government and those below",
    zh: "没有表在全辖旁印有本级和下级合计",
  },
});

/** Regions in rows are compared in one column, those in columns in one row. */
const lineOf = ({ table_no, row, column, region_raw, measure_raw }: Placed<"transfers">): string =>
  (measure_raw ?? "").endsWith(region_raw ?? " ")
    ? `${table_no} row ${row}`
    : `${table_no} column ${column}`;

function ofAmount(record: Placed<"amounts">): readonly Regional[] {
  const term = termOf(record, record.label ?? "");
  return term === undefined ? [] : [{ term, region: record.region_name, scope: record.coverage }];
}

function ofTransfer(record: Placed<"transfers">): readonly Regional[] {
  const term = termOf(record, record.region_raw ?? "");
  return term === undefined
    ? []
    : [{ term, region: record.region_name, scope: record.region_scope }];
}

/** Of each region that prints all three, each once. */
function comparisonOf(line: readonly Regional[]): readonly Comparison[] {
  return grouped(
    line.filter(({ region }) => region !== null),
    ({ region }) => region ?? "",
  ).flatMap((region) => {
    const [whole, own, below] = ["whole", "own", "subordinate"].map((scope) =>
      region.filter((one) => one.scope === scope),
    );
    const [stated] = whole ?? [];
    const parts = [...(own ?? []), ...(below ?? [])];
    const isOnce = [whole, own, below].every((one) => one?.length === 1);
    return stated !== undefined && isOnce
      ? [{ stated: stated.term, readings: [parts.map(({ term }) => term)] }]
      : [];
  });
}
