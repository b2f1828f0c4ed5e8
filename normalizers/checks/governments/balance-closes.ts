import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { termOf } from "../../evidence/government-terms.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "balance_closes",
  severity: "error",
  about: {
    en: "In the balance of a government 收入总计 is 支出总计; a warning where 结转下年 stands below it.",
    zh: "政府收支平衡表的收入总计等于支出总计；结转下年列在其后的，为 warning。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `Expenditure “${stated.name}” ${stated.text} is not the income “${other?.name ?? ""}” ${computed.text}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `支出“${stated.name}”${stated.text}不等于收入“${other?.name ?? ""}”${computed.text}。`,
  },
};

type Amount = Placed<"amounts">;

/** 收入总计 = 支出总计 of one year, phase and coverage; with 结转下年 where that is printed below. */
export const balanceCloses = arithmetic(rule, {
  compare: ({ amounts }) =>
    grouped(
      amounts.filter(
        ({ table_kind, measure }) => table_kind === "gov_balance" && measure === "total",
      ),
      (one) => [one.table_no, one.fiscal_year, one.phase, one.coverage].join(" "),
    ).flatMap(comparisonOf),
  unable: {
    en: "no balance of a government prints both totals",
    zh: "没有政府收支平衡表印有两边的总计",
  },
});

/** Where a total is printed twice on a side which one closes the balance is not known. */
function comparisonOf(group: readonly Amount[]): readonly Comparison[] {
  const income = totals(group, "income");
  const expenditure = totals(group, "expenditure");
  const [received] = income;
  const [spent] = expenditure;
  if (received === undefined || spent === undefined) return [];
  if (income.length > 1 || expenditure.length > 1) return [];
  const carried = group.filter(
    ({ item_code, row }) => item_code === "carried_out" && (row ?? 0) > (spent.row ?? 0),
  );
  const stated = termOf(spent, spent.label ?? "");
  const other = termOf(received, received.label ?? "");
  if (stated === undefined || other === undefined) return [];
  return [{ stated, readings: [[other]], doubtful: carried.length > 0 }];
}

const totals = (group: readonly Amount[], side: "income" | "expenditure"): readonly Amount[] =>
  group.filter((one) => one.side === side && one.item_code === `${side}_total`);
