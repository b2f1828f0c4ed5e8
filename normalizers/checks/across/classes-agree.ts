import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { SAME_CLASSES, type SameClasses } from "../../forms/relations.js";
import { byStage, type Entry, entries, select } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "classes_agree",
  severity: "error",
  about: {
    en: "A functional 类 has the same amount in the 收支总表 as in the table that breaks it down.",
    zh: "功能分类的类在收支总表和在细分它的表里金额相同。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `“${stated.name}” is ${stated.text} here and ${computed.text} in table ${other?.table_no ?? "?"}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `“${stated.name}”在此表为${stated.text}，在第${other?.table_no ?? "?"}张表为${computed.text}。`,
  },
};

/** 社会保障和就业支出 of the summary = 208 of the 支出总表, by its name. */
export const classesAgree = arithmetic(rule, {
  compare: (reading) => {
    const all = entries(reading);
    return byStage(all).flatMap((ofStage) =>
      SAME_CLASSES.flatMap((same) => pairComparisons(same, ofStage)),
    );
  },
  unable: {
    en: "no summary repeats the 类 of another table",
    zh: "没有收支总表与别的表印有相同的类",
  },
});

function pairComparisons(
  { summary, broken }: SameClasses,
  all: readonly Entry[],
): readonly Comparison[] {
  const classes = select(all, { form: broken, measure: "total" }).filter(
    ({ record }) => record.level === 1 && record.classification === "function",
  );
  const items = select(all, summary);
  const byName = new Map(unique(classes).map((entry) => [nameOf(entry), entry]));
  return unique(items).flatMap((stated) => {
    const same = byName.get(nameOf(stated));
    return same === undefined ? [] : [{ stated, readings: [[same]] }];
  });
}

const nameOf = ({ record }: Entry): string => `${record.label ?? ""} ${record.phase ?? ""}`;

const unique = (all: readonly Entry[]): readonly Entry[] =>
  grouped(all, nameOf).flatMap((group) => (group.length === 1 ? group : []));
