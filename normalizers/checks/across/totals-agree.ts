import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { SAME_TOTAL, type SameTotal } from "../../forms/relations.js";
import { byStage, type Entry, entries, isTotal, select } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "totals_agree",
  severity: "error",
  about: {
    en: "A total printed in two tables is the same in both: 收支总表 and 支出总表, 基本支出表 and 合计 of 基本支出.",
    zh: "两张表都印有的总数一致：收支总表与支出总表，基本支出表与基本支出的合计。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `“${stated.name}” is ${stated.text} here and ${computed.text} in table ${other?.table_no ?? "?"} (“${other?.name ?? ""}”).`,
    zh: ({ stated, parts: [other], computed }) =>
      `“${stated.name}”在此表为${stated.text}，在第${other?.table_no ?? "?"}张表为${computed.text}（“${other?.name ?? ""}”）。`,
  },
};

/** 合计 of one form = the same total in another. */
export const totalsAgree = arithmetic(rule, {
  compare: (reading) => {
    const totals = leading(
      entries(reading).filter(({ record }) => isWhole(record.label, record.code)),
    );
    return byStage(totals).flatMap((ofStage) =>
      SAME_TOTAL.flatMap((same) => comparisons(same, ofStage)),
    );
  },
  unable: { en: "no two of the tables print the same total", zh: "没有两张表印有同一个总数" },
});

/** 合计 of a whole table, not of a part of it (人员经费合计). */
function isWhole(label: string | null, code: string | null): boolean {
  return code === null && isTotal(label) && !/人员|公用|小计$/u.test(label ?? "");
}

/** The first column of each measure in a row: `金额` may stand again under a fund of its own. */
function leading(totals: readonly Entry[]): readonly Entry[] {
  return grouped(totals, cellKey).flatMap(([first]) => first ?? []);
}

const cellKey = ({ record }: Entry): string =>
  [record.table_no, record.row, record.side, record.phase, record.measure].join(" ");

/** A table may print its total once; its equal is one of the other's (本年支出合计 or 支出总计). */
function comparisons({ total, of }: SameTotal, totals: readonly Entry[]): readonly Comparison[] {
  return select(totals, total).flatMap((stated) => {
    const others = select(totals, { ...of, phase: stated.record.phase });
    return others.length === 0 ? [] : [{ stated, readings: others.map((other) => [other]) }];
  });
}
