import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { moneyTerm, nameOf, type ProcurementMoney } from "../../evidence/procurement-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

type Item = Placed<"procurement_items">;

const rule: Rule<SumFacts> = {
  id: "procurement_items_equal_total",
  severity: "error",
  about: {
    en: "The items of the 政府采购预算 add up to its 小计 and its 合计, in every column of amounts.",
    zh: "政府采购预算的各项在每个金额列上等于小计和合计。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of the items: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于各采购项之和：${inWords.zh(sum)}。`,
  },
};

const COLUMNS: readonly ProcurementMoney[] = [
  "amount_total",
  "amount_general_public",
  "sme_reserved",
];

/** A total is quoted with its column, but for the first. */
const OF_COLUMN: Readonly<Partial<Record<ProcurementMoney, string>>> = {
  amount_general_public: "（一般公共预算）",
  sme_reserved: "（预留中小微企业份额）",
};

/** 合计 = all items; 小计 = the items that follow it, or those before it. */
export const procurementItemsEqualTotal = arithmetic(rule, {
  compare: (reading) =>
    grouped(reading.procurement_items, ({ table_no }) => String(table_no)).flatMap((items) =>
      COLUMNS.flatMap((column) => columnComparisons(reading, items, column)),
    ),
  unable: {
    en: "no procurement table prints a total over items",
    zh: "政府采购预算表没有各项之和的合计",
  },
});

function columnComparisons(
  reading: Reading,
  rows: readonly Item[],
  column: ProcurementMoney,
): readonly Comparison[] {
  const terms = rows.map((item) =>
    moneyTerm(reading, item, { column, name: nameOf(item) + (OF_COLUMN[column] ?? "") }),
  );
  const itemTerms = terms.map((term, index) => (rows[index]?.row_kind === "item" ? term : null));
  const after = (from: number): readonly Term[] =>
    present(itemTerms.slice(from, from + CHECKS.sums.mostItems));
  const before = (to: number): readonly Term[] =>
    present(itemTerms.slice(Math.max(0, to - CHECKS.sums.mostItems), to)).toReversed();
  return rows.flatMap((row, index) => {
    const stated = terms[index];
    if (row.row_kind === "item" || stated === null || stated === undefined) return [];
    const readings =
      row.row_kind === "total"
        ? [present(itemTerms)]
        : [closestRun(stated, after(index + 1)), closestRun(stated, before(index))];
    const some = readings.filter(({ length }) => length > 0);
    return some.length === 0 ? [] : [{ stated, readings: some }];
  });
}

const present = (terms: readonly (Term | null)[]): readonly Term[] =>
  terms.filter((term) => term !== null);

/** The first item, the first two, and so on: of these the one that comes closest to the 小计. */
function closestRun(stated: Term, items: readonly Term[]): readonly Term[] {
  let left = stated.yuan;
  let best = { gap: left.abs(), length: 0 };
  for (const [index, { yuan }] of items.entries()) {
    left = left.minus(yuan);
    if (best.length === 0 || left.abs().lt(best.gap)) best = { gap: left.abs(), length: index + 1 };
  }
  return items.slice(0, best.length);
}
