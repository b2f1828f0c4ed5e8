import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { SUMMARIES } from "../../forms/relations.js";
import { byTable, type Entry, entries, isTotal } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "income_equals_expenditure",
  severity: "error",
  about: {
    en: "In a 收支总表 the total of income is the total of expenditure.",
    zh: "收支总表的收入总计等于支出总计。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `Expenditure “${stated.name}” ${stated.text} is not the income “${other?.name ?? ""}” ${computed.text}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `支出“${stated.name}”${stated.text}不等于收入“${other?.name ?? ""}”${computed.text}。`,
  },
};

/** 收入总计 = 支出总计. */
export const incomeEqualsExpenditure = arithmetic(rule, {
  compare: (reading: Reading) =>
    byTable(entries(reading).filter(({ form }) => SUMMARIES.has(form))).flatMap(tableComparison),
  unable: { en: "no summary prints the totals of both sides", zh: "没有收支总表印有两边的总计" },
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
