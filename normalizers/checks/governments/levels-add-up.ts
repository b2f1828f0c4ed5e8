import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { type Entry, entries } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import { CHECKS } from "../../evidence/check-settings.js";
import { type Comparison, isLess } from "../../evidence/comparison.js";
import { whereMostHold } from "../../evidence/majority.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "levels_add_up",
  severity: "error",
  about: {
    en: "In a table of a government whose rows have no codes, a row is the sum of those one level below it, where it is in most of its columns; a warning where those are less.",
    zh: "政府的表没有科目编码时，一行等于其下一级各行之和；该行的多数栏目成立时才核对其余栏目，下级之和较小时为 warning。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of the rows below it: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于其下各行之和：${inWords.zh(sum)}。`,
  },
};

/** A row = the rows one level below, by indent and list number; 其中 names only some of them, which no column shows to be all. */
export const levelsAddUp = arithmetic(rule, {
  compare: (reading) => {
    const uncoded = entries(reading).filter(
      ({ record }) => record.account !== null && record.code === null && record.measure === "total",
    );
    const parents = grouped(uncoded, ({ record }) => `${record.table_no} ${record.side}`).flatMap(
      parentsOf,
    );
    return whereMostHold(parents, CHECKS.governments.leastColumns).map((one) =>
      // A list that is whole in the other columns may leave out what those do not have.
      isLess(one) ? { ...one, doubtful: true } : one,
    );
  },
  unable: {
    en: "no table of a government prints rows without codes with rows below them",
    zh: "没有政府的表印有无编码的项目及其下级项目",
  },
});

/** The comparisons of each row that has others below it, one a column. */
function parentsOf(table: readonly Entry[]): readonly (readonly Comparison[])[] {
  const below = grouped(
    table.filter(({ record }) => record.parent_row !== null),
    ({ record }) => String(record.parent_row),
  );
  const at = new Map(table.map((one) => [`${one.record.row} ${one.record.column}`, one]));
  return below.map((children) =>
    grouped(children, ({ record }) => String(record.column)).flatMap((parts) => {
      const [first] = parts;
      const stated = at.get(`${first?.record.parent_row} ${first?.record.column}`);
      return stated === undefined ? [] : [{ stated, readings: [parts] }];
    }),
  );
}
