import type { Rule } from "../../../pipeline/model/finding.js";
import type { FormName, Measure } from "../../../pipeline/model/records/vocabulary.js";
import { byStage, type Entry, entries, isTotal } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import type { SumFacts } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "basic_parts_agree",
  severity: "error",
  about: {
    en: "The 人员经费 and 公用经费 of the 基本支出表 are those of the table that prints 基本支出 by them.",
    zh: "基本支出表的人员经费、公用经费，与列出人员经费和公用经费的支出表一致。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `“${stated.name}” is ${stated.text} here and ${computed.text} in table ${other?.table_no ?? "?"} (“${other?.name ?? ""}”).`,
    zh: ({ stated, parts: [other], computed }) =>
      `“${stated.name}”在此表为${stated.text}，在第${other?.table_no ?? "?"}张表为${computed.text}（“${other?.name ?? ""}”）。`,
  },
};

/** A form of 基本支出, and the one that prints the same 基本支出 in columns. */
const PAIRS: readonly (readonly [FormName, FormName])[] = [
  ["general_public_basic", "general_public"],
  ["appropriation_basic", "appropriation_expenditure"],
];

/** The parts of 基本支出, as a column and as a row are called for them. */
const PARTS: readonly (readonly [Measure, RegExp])[] = [
  ["personnel", /^人员(?:经费|支出)(?:[合小总]计)?$/u],
  ["public_use", /^(?:日常)?公用(?:经费|支出)(?:[合小总]计)?$/u],
];

/** 人员经费 and 公用经费 of two tables of one stage. */
export const basicPartsAgree = arithmetic(rule, {
  compare: (reading) =>
    byStage(entries(reading)).flatMap((ofStage) =>
      PAIRS.flatMap((pair) => PARTS.flatMap((part) => comparisons(ofStage, pair, part))),
    ),
  unable: {
    en: "no two of the tables print 人员经费 or 公用经费",
    zh: "没有两张表都印有人员经费或公用经费",
  },
});

function comparisons(
  all: readonly Entry[],
  [basic, broad]: readonly [FormName, FormName],
  [measure, label]: readonly [Measure, RegExp],
): readonly Comparison[] {
  const named = ({ record }: Entry): boolean =>
    record.code === null &&
    (record.measure === measure
      ? isTotal(record.label)
      : record.measure === "total" && label.test(record.label ?? ""));
  const [inBasic, inBroad] = [basic, broad].map((form) =>
    all.filter((entry) => entry.form === form && named(entry)),
  );
  return (inBasic ?? []).flatMap((stated) => {
    const readings = (inBroad ?? [])
      .filter(({ record }) => record.phase === stated.record.phase)
      .map((other) => [quoted(other, measure)]);
    return readings.length === 0 ? [] : [{ stated: quoted(stated, measure), readings }];
  });
}

/** Under a total each column is quoted by what it measures. */
const quoted = (entry: Entry, measure: Measure): Entry =>
  entry.record.measure === measure
    ? { ...entry, name: measure === "personnel" ? "人员经费" : "公用经费" }
    : entry;
