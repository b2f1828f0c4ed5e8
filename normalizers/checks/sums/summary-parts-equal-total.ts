import { Big } from "big.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { numbered } from "../../values/ordinal.js";
import { canonical } from "../../values/text.js";
import { SUMMARIES } from "../../forms/relations.js";
import { byColumn, type Entry, entries, isTotal } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<SumFacts> = {
  id: "summary_parts_equal_total",
  severity: "error",
  about: {
    en: "In a 收支总表 the items of each half add up to its 合计, and the 合计 with what follows it to the 总计.",
    zh: "收支总表每一边的各项之和等于合计，合计加其后各项等于总计。",
  },
  say: {
    en: (sum) =>
      `${totalInWords.en(sum)} is not the sum of the items above it: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于其上各项之和：${inWords.zh(sum)}。`,
  },
};

/** Items = 本年合计, 本年合计 + 结转 = 总计, by half, for each classification that a half shows. */
export const summaryPartsEqualTotal = arithmetic(rule, {
  compare: (reading) =>
    byColumn(entries(reading).filter(({ form }) => SUMMARIES.has(form))).flatMap(
      (column, _, columns) => columnComparisons(column, totalsFor(column, columns), reading),
    ),
  unable: { en: "no summary prints items over a total", zh: "没有收支总表在合计之上印有各项" },
});

/** A half's own totals; the columns of 功能分类 and 支出用途 share those of the one that prints them. */
function totalsFor(
  column: readonly Entry[],
  columns: readonly (readonly Entry[])[],
): readonly Entry[] {
  const totals = column.filter(({ record }) => isTotal(record.label));
  const [first] = column;
  if (totals.length > 0 || first === undefined) return totals;
  const siblings = columns.filter((other) => {
    const record = other[0]?.record;
    return (
      record?.table_no === first.record.table_no &&
      record.side === first.record.side &&
      record.measure === first.record.measure
    );
  });
  return siblings
    .flat()
    .filter(({ record }) => isTotal(record.label))
    .slice(0, 1);
}

function columnComparisons(
  column: readonly Entry[],
  totals: readonly Entry[],
  reading: Reading,
): readonly Comparison[] {
  const table = reading.tables.find(({ printed }) => printed.number === column[0]?.record.table_no);
  if (table === undefined || totals.length > CHECKS.sums.mostTotals) return [];
  const items = column.filter(({ record }) => !isTotal(record.label));
  return totals.flatMap((stated, index) => {
    const before = totals[index - 1];
    const between = items.filter(
      (item) =>
        rowOf(item) < rowOf(stated) && (before === undefined || rowOf(item) > rowOf(before)),
    );
    const above = items.filter((item) => rowOf(item) < rowOf(stated));
    const carried = before === undefined ? [] : [before];
    const readings = [
      ...waysToTake(between, table.printed).map((parts) => [...carried, ...parts]),
      ...waysToTake(above, table.printed),
    ].filter(({ length }) => length > 0);
    return readings.length === 0 ? [] : [{ stated, readings }];
  });
}

function rowOf({ record }: Entry): number {
  if (record.row === null) throw new TypeError("an amount of a table has its row");
  return record.row;
}

/** The items that count, outermost numbering first: `一、` alone, without those `其中`, or all. */
function waysToTake(items: readonly Entry[], table: PrintedTable): readonly (readonly Entry[])[] {
  const printed = items.map((entry) => ({ entry, label: printedLabel(entry, table) }));
  const outer = printed.filter(({ label }) => OUTER.test(label));
  const plain = printed.filter(({ label }) => !INNER.test(label));
  const unnumbered = printed.filter(
    ({ label }) => numbered(label).ordinal === null && !INNER.test(label),
  );
  return [
    ...[outer, plain, [...outer, ...unnumbered], unnumbered, printed].map((way) =>
      way.map(({ entry }) => entry),
    ),
    withoutBreakdowns(items),
  ];
}

/** Leaves out the items that only break down the one above them, where no numbering says so. */
function withoutBreakdowns(items: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  let index = 0;
  for (let item = items[index]; item !== undefined; item = items[index]) {
    kept.push(item);
    index += 1 + breakdownLength(item, items.slice(index + 1));
  }
  return kept;
}

function breakdownLength(whole: Entry, below: readonly Entry[]): number {
  let sum = new Big(0);
  for (const [index, part] of below.entries()) {
    sum = sum.plus(part.yuan);
    if (sum.eq(whole.yuan) && !sum.eq(0)) return index + 1;
    if (sum.gt(whole.yuan)) return 0;
  }
  return 0;
}

const OUTER = /^[一二三四五六七八九十]+[、.．]/u;
const INNER = /^(?:其中|[（(]|\d+[、.．]|[①-⑳])/u;

/** The label as the grid prints it, its list number included. */
function printedLabel({ record }: Entry, { grid }: PrintedTable): string {
  const { row, column, label } = record;
  if (row === null || column === null || label === null) return label ?? "";
  for (let before = column - 1; before >= 0; before -= 1) {
    const text = canonical(grid.at(row, before)?.text ?? "");
    if (text.includes(label)) return text;
  }
  return label;
}
