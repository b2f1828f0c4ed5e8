import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { AmountItem } from "../../../pipeline/model/records/vocabulary.js";
import { BASIC } from "../../forms/relations.js";
import { entries } from "../../evidence/amount-terms.js";
import { inUnitOf } from "../../evidence/comparison.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";

const rule: Rule<{
  readonly whole: NamedMoney;
  readonly basic: NamedMoney & { readonly code: string };
}> = {
  id: "three_public_covers_basic",
  severity: "warning",
  about: {
    en: "A “三公” item is not less than its economic code in the 基本支出表: 公务用车运行维护费 and 30231, 公务接待费 and 30217, 因公出国（境）费 and 30212.",
    zh: "“三公”各项不少于基本支出表里的对应科目：公务用车运行维护费与 30231、公务接待费与 30217、因公出国（境）费与 30212。",
  },
  say: {
    en: ({ whole, basic }) =>
      `“${whole.name}” ${whole.text} is less than ${basic.code} ${basic.text} of the 基本支出.`,
    zh: ({ whole, basic }) =>
      `“${whole.name}”${whole.text}少于基本支出中科目${basic.code}的${basic.text}。`,
  },
};

const CODES: ReadonlyMap<AmountItem, string> = new Map([
  ["vehicle_running", "30231"],
  ["reception", "30217"],
  ["abroad", "30212"],
]);

/** “三公” counts 项目支出 too: it may be more than the code of 基本支出, not less. */
export const threePublicCoversBasic: Check = {
  rule,
  run: (reading) => {
    const all = entries(reading);
    const pairs = all.flatMap((whole) => {
      const code = whole.record.item === null ? undefined : CODES.get(whole.record.item);
      if (code === undefined || whole.record.measure !== "total") return [];
      const basic = all.find(
        ({ record, form }) =>
          record.code === code &&
          record.phase === whole.record.phase &&
          record.measure === "total" &&
          BASIC.has(form),
      );
      return basic === undefined ? [] : [{ whole, basic }];
    });
    const findings = pairs.flatMap(({ whole, basic }): readonly Finding[] => {
      if (whole.yuan.plus(basic.step).gte(basic.yuan)) return [];
      const sides = { expected: inUnitOf(whole, basic.yuan), actual: inUnitOf(whole, whole.yuan) };
      const facts = {
        whole: moneyOf(whole),
        basic: { ...moneyOf(basic), code: basic.record.code ?? "" },
      };
      return [finding(rule, facts, { ...whole.where, ...sides, related: placesOf([basic]) })];
    });
    const unable = {
      en: "no “三公” table stands beside a table of 基本支出 by economic codes",
      zh: "“三公”经费表与按经济分类的基本支出表没有同时印出",
    };
    return { compared: pairs.length, findings, unable };
  },
};
