import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { ThreePublicItem } from "../../pipeline/vocabulary.js";
import { type Entry, entries } from "./amount-terms.js";
import { inUnitOf } from "./comparison.js";

const rule: Rule<{ readonly whole: Entry; readonly basic: Entry }> = {
  id: "three_public_covers_basic",
  severity: "warning",
  about:
    "A “三公” item is not less than its economic code in the 基本支出表: 公务用车运行维护费 and 30231, 公务接待费 and 30217, 因公出国（境）费 and 30212.",
  say: ({ whole, basic }) =>
    `“${whole.name}” ${inUnitOf(whole, whole.yuan)} is less than ${basic.record.code ?? ""} ${inUnitOf(basic, basic.yuan)} of the 基本支出.`,
};

const CODES: ReadonlyMap<ThreePublicItem, string> = new Map([
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
        ({ record }) =>
          record.code === code &&
          record.phase === whole.record.phase &&
          record.measure === "total" &&
          record.table_kind.endsWith("_basic"),
      );
      return basic === undefined ? [] : [{ whole, basic }];
    });
    const findings = pairs.flatMap(({ whole, basic }): readonly Finding[] => {
      if (whole.yuan.plus(basic.step).gte(basic.yuan)) return [];
      const sides = { expected: inUnitOf(whole, basic.yuan), actual: inUnitOf(whole, whole.yuan) };
      return [finding(rule, { whole, basic }, { ...whole.where, ...sides })];
    });
    const unable = "no “三公” table stands beside a table of 基本支出 by economic codes";
    return { compared: pairs.length, findings, unable };
  },
};
