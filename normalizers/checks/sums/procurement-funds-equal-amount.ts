import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { moneyTerm, type ProcurementMoney, SOURCES } from "../../evidence/procurement-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "procurement_funds_equal_amount",
  severity: "error",
  about: {
    en: "In each row of the 政府采购预算 the funds add up to the amount.",
    zh: "政府采购预算每一行的各项资金等于金额。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of its funds: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于其各项资金之和：${inWords.zh(sum)}。`,
  },
};

const NAMES: Readonly<Partial<Record<ProcurementMoney, string>>> = {
  amount_current_year: "当年部门预算安排资金",
  amount_general_public: "一般公共预算",
  amount_government_fund: "政府性基金预算",
  amount_state_capital: "国有资本经营预算",
  amount_special_account: "财政专户",
  amount_unit_funds: "单位资金",
  amount_carryover: "财政拨款结转",
  amount_non_fiscal_carryover: "非财政拨款结转结余",
  amount_other_income: "其他来源收入",
  amount_other_channels: "其他渠道资金",
};

const OTHERS: readonly ProcurementMoney[] = [
  "amount_carryover",
  "amount_non_fiscal_carryover",
  "amount_other_channels",
];

/** 总计 = 当年部门预算安排资金 + the rest; 当年部门预算安排资金 = its funds. */
export const procurementFundsEqualAmount = arithmetic(rule, {
  compare: (reading) => reading.procurement_items.flatMap((item) => comparisons(reading, item)),
  unable: {
    en: "no procurement table prints an amount together with its funds",
    zh: "政府采购预算表没有同时印有金额及其各项资金",
  },
});

function comparisons(reading: Reading, item: Placed<"procurement_items">): readonly Comparison[] {
  const term = (column: ProcurementMoney) =>
    moneyTerm(reading, item, { column, name: NAMES[column] ?? "总计" });
  const [total, year] = [term("amount_total"), term("amount_current_year")];
  const terms = (columns: readonly ProcurementMoney[]) =>
    columns.flatMap((column) => term(column) ?? []);
  const funds = terms(SOURCES);
  const own = [...funds, ...terms(["amount_other_income"])];
  const rest = terms(OTHERS);
  const ofYear =
    year === null || own.length === 0 ? [] : [{ stated: year, readings: [own, funds] }];
  const parts = year === null ? own : [year];
  const all = [...parts, ...rest];
  if (total === null || all.length === 0) return ofYear;
  return [...ofYear, { stated: total, readings: [all, parts, [...own, ...rest]] }];
}
