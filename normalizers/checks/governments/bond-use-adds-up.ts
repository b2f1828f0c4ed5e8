import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { termOf } from "../../evidence/government-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "bond_use_adds_up",
  severity: "error",
  about: {
    en: "The projects of a table of the use of bonds add up to its 合计.",
    zh: "债券使用表的各项目之和等于合计。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of the projects: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于各项目之和：${inWords.zh(sum)}。`,
  },
};

/** 合计 = Σ projects, in each column of amounts. */
export const bondUseAddsUp = arithmetic(rule, {
  compare: ({ bonds, tables }) => {
    const ofProjects = tables
      .filter(({ record }) => record.kind === "bond_use")
      .map(({ record }) => record.table_no);
    const totalled = new Set(
      bonds.filter(({ row_kind }) => row_kind === "total").map(({ table_no }) => table_no),
    );
    // One that another without a total follows may go on there.
    const whole = new Set(
      ofProjects.filter((no) => !ofProjects.includes(no + 1) || totalled.has(no + 1)),
    );
    return grouped(
      bonds.filter(({ table_no, amount }) => whole.has(table_no) && amount !== null),
      ({ table_no, column }) => `${table_no} ${column}`,
    ).flatMap(columnComparison);
  },
  unable: {
    en: "no table of the use of bonds prints a total over its projects",
    zh: "没有债券使用表在各项目之外印有合计",
  },
});

function columnComparison(column: readonly Placed<"bonds">[]): readonly Comparison[] {
  const totals = column.filter(({ row_kind }) => row_kind === "total");
  const items = column.filter(({ row_kind }) => row_kind === "item");
  const [total] = totals;
  if (total === undefined || totals.length > 1 || items.length === 0) return [];
  const stated = termOf(total, total.project_name ?? "");
  const parts = items.flatMap((item) => termOf(item, item.project_name ?? "") ?? []);
  return stated === undefined ? [] : [{ stated, readings: [parts] }];
}
