import type { Rule } from "../../pipeline/finding.js";
import type { Reading } from "../../pipeline/reading.js";
import type { Placed } from "../../pipeline/records.js";
import { arithmetic, inWords, totalInWords } from "./arithmetic.js";
import type { Comparison, Sum } from "./comparison.js";
import { grouped } from "./amount-terms.js";
import { moneyTerm, nameOf, type ProcurementMoney } from "./procurement-terms.js";

type Item = Placed<"procurement_items">;

const rule: Rule<Sum> = {
  id: "procurement_items_equal_total",
  severity: "error",
  about:
    "The items of the 政府采购预算 add up to its 小计 and its 合计, in every column of amounts.",
  say: (sum) => `${totalInWords(sum)} is not the sum of the items: ${inWords(sum)}.`,
};

const COLUMNS: readonly ProcurementMoney[] = [
  "amount_total",
  "amount_general_public",
  "sme_reserved",
];

/** 合计 = all items; 小计 = the items that follow it, or those before it. */
export const procurementItemsEqualTotal = arithmetic(rule, {
  compare: (reading) =>
    grouped(reading.procurement_items, ({ table_no }) => String(table_no)).flatMap((items) =>
      COLUMNS.flatMap((column) => columnComparisons(reading, items, column)),
    ),
  unable: "no procurement table prints a total over items",
});

function columnComparisons(
  reading: Reading,
  rows: readonly Item[],
  column: ProcurementMoney,
): readonly Comparison[] {
  const term = (item: Item) => moneyTerm(reading, item, { column, name: nameOf(item) });
  const itemsOf = (some: readonly Item[]) =>
    some.filter(({ row_kind }) => row_kind === "item").flatMap((item) => term(item) ?? []);
  return rows.flatMap((row, index) => {
    const stated = term(row);
    if (row.row_kind === "item" || stated === null) return [];
    const readings =
      row.row_kind === "total"
        ? [itemsOf(rows)]
        : [
            ...runs(itemsOf(rows.slice(index + 1))),
            ...runs(itemsOf(rows.slice(0, index)).toReversed()),
          ];
    const some = readings.filter(({ length }) => length > 0);
    return some.length === 0 ? [] : [{ stated, readings: some }];
  });
}

/** The first item, the first two, and so on: a 小计 may stand over any number of them. */
function runs<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.map((_, index) => items.slice(0, index + 1));
}
