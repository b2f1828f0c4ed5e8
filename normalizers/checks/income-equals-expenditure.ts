import type { Rule } from "../../pipeline/finding.js";
import type { Reading } from "../../pipeline/reading.js";
import { byTable, type Entry, entries, isTotal } from "./amount-terms.js";
import { arithmetic } from "./arithmetic.js";
import { type Comparison, inUnitOf, type Sum } from "./comparison.js";
import { SUMMARIES } from "./summary-parts-equal-total.js";

const rule: Rule<Sum> = {
  id: "income_equals_expenditure",
  severity: "error",
  about: "In a 收支总表 the total of income is the total of expenditure.",
  say: ({ stated, parts, computed }) =>
    `Expenditure “${stated.name}” ${inUnitOf(stated, stated.yuan)} is not the income “${parts[0]?.name ?? ""}” ${inUnitOf(stated, computed)}.`,
};

/** 收入总计 = 支出总计. */
export const incomeEqualsExpenditure = arithmetic(rule, {
  compare: (reading: Reading) =>
    byTable(entries(reading).filter(({ record }) => SUMMARIES.includes(record.table_kind))).flatMap(
      tableComparison,
    ),
  unable: "no summary prints the totals of both sides",
});

/** Only the last totals: 本年收入 and 本年支出 may differ by what is carried over. */
function tableComparison(table: readonly Entry[]): readonly Comparison[] {
  const totals = table.filter(
    ({ record }) =>
      record.measure === "total" && isTotal(record.label) && record.phase !== "previous",
  );
  const income = last(totals, "income");
  const stated = last(totals, "expenditure");
  const samePhase = income?.record.phase === stated?.record.phase;
  if (income === undefined || stated === undefined || !samePhase) return [];
  const ofYear = [income, stated].some(({ record }) => /[本当]年/u.test(record.label ?? ""));
  return ofYear ? [] : [{ stated, readings: [[income]] }];
}

const last = (totals: readonly Entry[], side: "income" | "expenditure"): Entry | undefined =>
  totals.findLast(({ record }) => record.side === side);
