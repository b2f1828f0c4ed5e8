import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { inUnitOf, type Term } from "../../evidence/comparison.js";
import { type Debt, debtGroups, debtTerm } from "../../evidence/debt-terms.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";

const rule: Rule<{ readonly balance: NamedMoney; readonly limit: NamedMoney }> = {
  id: "debt_within_limit",
  severity: "warning",
  cause: () => "limit",
  about: {
    en: "No balance of government debt is more than its limit.",
    zh: "政府债务余额不超过其限额。",
  },
  say: {
    en: ({ balance, limit }) =>
      `The balance “${balance.name}” is ${balance.text}, more than its limit ${limit.text}.`,
    zh: ({ balance, limit }) =>
      `“${balance.name}”的余额为${balance.text}，超过其限额${limit.text}。`,
  },
};

/** 余额 ≤ 限额 of one region, kind and year in a table. */
export const debtWithinLimit: Check = {
  rule,
  run: (reading) => {
    const pairs = debtGroups(reading, keyOf).flatMap(pairsIn);
    return {
      compared: pairs.length,
      findings: pairs.flatMap(exceeding),
      unable: {
        en: "no table of debt prints a balance with its limit",
        zh: "没有政府债务表同时印有余额及其限额",
      },
    };
  },
};

const keyOf = (record: Debt) => [
  record.table_no,
  record.region_raw === null ? record.region_scope : record.row,
  record.debt_kind,
  record.fiscal_year,
];

interface Pair {
  readonly limit: Term;
  readonly balance: Term;
}

/** Every balance with the limit, where but one is printed. */
function pairsIn(group: readonly Debt[]): readonly Pair[] {
  const terms = (measure: Debt["measure"]) =>
    group.filter((one) => one.measure === measure).flatMap((one) => debtTerm(one) ?? []);
  const limits = terms("limit");
  const [limit] = limits;
  if (limit === undefined || limits.some(({ yuan }) => !yuan.eq(limit.yuan))) return [];
  return terms("balance").map((balance) => ({ limit, balance }));
}

function exceeding({ limit, balance }: Pair): readonly Finding[] {
  const step = limit.step.gt(balance.step) ? limit.step : balance.step;
  if (balance.yuan.lte(limit.yuan.plus(step))) return [];
  const sides = {
    expected: `≤ ${inUnitOf(balance, limit.yuan)}`,
    actual: inUnitOf(balance, balance.yuan),
  };
  const facts = { balance: moneyOf(balance), limit: moneyOf(limit) };
  return [finding(rule, facts, { ...balance.where, ...sides, related: placesOf([limit]) })];
}
