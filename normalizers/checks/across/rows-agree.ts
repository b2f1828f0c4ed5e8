import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { SAME_ROWS } from "../../forms/relations.js";
import { byStage, type Entry, entries, isGrandTotal, select } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "rows_agree",
  severity: "error",
  about: {
    en: "Where two tables come to the same 合计 (支出总表 and 一般公共预算支出表 without other funds), they agree code by code.",
    zh: "合计相同的两张表（没有其他资金时的支出总表与一般公共预算支出表）逐科目一致。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `“${stated.name}” is ${stated.text} here and ${computed.text} in table ${other?.table_no ?? "?"}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `“${stated.name}”在此表为${stated.text}，在第${other?.table_no ?? "?"}张表为${computed.text}。`,
  },
};

/** 支出总表 = 一般公共预算支出表 row by row, where their totals are the same. */
export const rowsAgree = arithmetic(rule, {
  compare: (reading) => {
    return byStage(entries(reading)).flatMap((ofStage) =>
      SAME_ROWS.flatMap(([form, other]) =>
        pairComparisons(select(ofStage, { form }), select(ofStage, { form: other })),
      ),
    );
  },
  unable: {
    en: "no two tables break the same total down by the same codes",
    zh: "没有两张表按相同的科目细分同一个合计",
  },
});

function pairComparisons(one: readonly Entry[], other: readonly Entry[]): readonly Comparison[] {
  const [mine, theirs] = [uniqueByKey(one), uniqueByKey(other)];
  const totals = [totalsOf(one), totalsOf(other)] as const;
  return [...theirs].flatMap(([key, stated]) => {
    const same = mine.get(key);
    if (same === undefined || stated.record.code === null || !totalsEqual(totals, stated))
      return [];
    return [{ stated: withCode(stated), readings: [[withCode(same)]] }];
  });
}

const keyOf = ({ record }: Entry): string =>
  [record.classification, record.code, record.measure, record.phase].join(" ");

function uniqueByKey(all: readonly Entry[]): ReadonlyMap<string, Entry> {
  const once = grouped(
    all.filter(({ record }) => record.measure !== "unknown"),
    keyOf,
  ).filter(({ length }) => length === 1);
  return new Map(once.flatMap(([entry]) => (entry === undefined ? [] : [[keyOf(entry), entry]])));
}

type Totals = ReadonlyMap<string, Entry>;

const columnKey = ({ record }: Entry): string => `${record.measure} ${record.phase}`;

/** The first 合计 of each measure. */
function totalsOf(all: readonly Entry[]): Totals {
  return new Map(
    all
      .filter(isGrandTotal)
      .toReversed()
      .map((entry) => [columnKey(entry), entry]),
  );
}

function totalsEqual([one, other]: readonly [Totals, Totals], of: Entry): boolean {
  const [a, b] = [one.get(columnKey(of)), other.get(columnKey(of))];
  return a !== undefined && b !== undefined && a.yuan.eq(b.yuan);
}

const withCode = (entry: Entry): Entry => ({
  ...entry,
  name: [entry.record.code, entry.record.label].filter((text) => text !== null).join(" "),
});
