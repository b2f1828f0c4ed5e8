import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { BASIC } from "../../forms/relations.js";
import { type Entry, entries, isGrandTotal } from "../../evidence/amount-terms.js";
import { inUnitOf } from "../../evidence/comparison.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";

const rule: Rule<{ readonly costs: NamedMoney; readonly public_use: NamedMoney }> = {
  id: "operating_costs_within_public_use",
  severity: "warning",
  about: {
    en: "The 机关运行经费 is not more than the 公用经费 of the 基本支出表, of which it is a part.",
    zh: "机关运行经费不超过基本支出表的公用经费，它是其中一部分。",
  },
  say: {
    en: ({ costs, public_use: whole }) =>
      `机关运行经费 is ${costs.text}, more than the 公用经费 ${whole.text} in table ${whole.table_no ?? "?"}.`,
    zh: ({ costs, public_use: whole }) =>
      `机关运行经费为${costs.text}，多于第${whole.table_no ?? "?"}张表的公用经费${whole.text}。`,
  },
};

/** 机关运行经费 ≤ 公用经费: they are the same in an administrative unit. */
export const operatingCostsWithinPublicUse: Check = {
  rule,
  run: (reading) => {
    const all = entries(reading);
    const pairs = all.filter(isOperatingCosts).flatMap((costs) => {
      const publicUse = largest(all.filter((entry) => isPublicUse(entry, costs)));
      return publicUse === undefined ? [] : [{ costs, publicUse }];
    });
    const findings = pairs.flatMap(({ costs, publicUse }): readonly Finding[] => {
      const step = costs.step.gt(publicUse.step) ? costs.step : publicUse.step;
      if (costs.yuan.lte(publicUse.yuan.plus(step))) return [];
      const sides = {
        expected: inUnitOf(costs, publicUse.yuan),
        actual: inUnitOf(costs, costs.yuan),
      };
      const facts = { costs: moneyOf(costs), public_use: moneyOf(publicUse) };
      return [finding(rule, facts, { ...costs.where, ...sides, related: placesOf([publicUse]) })];
    });
    const unable = {
      en: "机关运行经费 and 公用经费 are not both in tables",
      zh: "表内没有同时印有机关运行经费和公用经费",
    };
    return { compared: pairs.length, findings, unable };
  },
};

function isOperatingCosts(entry: Entry): boolean {
  return (
    entry.record.item === "operating_costs" ||
    (entry.form === "operating_costs" && isGrandTotal(entry))
  );
}

function isPublicUse({ record, form }: Entry, { record: costs }: Entry): boolean {
  const inTotal = record.measure === "public_use" && record.code === null;
  const total = inTotal || /^公用经费[合小总]计$/u.test(record.label ?? "");
  return total && record.phase === costs.phase && BASIC.has(form);
}

function largest(all: readonly Entry[]): Entry | undefined {
  return all.toSorted((a, b) => b.yuan.cmp(a.yuan))[0];
}
