import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import {
  type Indicator,
  indicatorName,
  indicatorPlace,
  isBoundedRate,
} from "../../evidence/indicator-terms.js";

const rule: Rule<{
  readonly name: string;
  readonly target: string;
  readonly sibling: string | null;
}> = {
  id: "target_without_unit",
  severity: "error",
  about: {
    en: "A target has a unit where the same indicator has one on another sheet or in another grade, and where it is a rate or a sum of money.",
    zh: "同一指标在别的表或别的等级里有单位时，指标值有单位；比率和金额的指标值有单位。",
  },
  say: {
    en: ({ name, target, sibling }) =>
      `“${name}” has the target ${target} without a unit${sibling === null ? "" : `, elsewhere it is ${sibling}`}.`,
    zh: ({ name, target, sibling }) =>
      `“${name}”的指标值为${target}，没有单位${sibling === null ? "" : `，别处为${sibling}`}。`,
  },
};

/** `801` where the sister sheet says `100%`, `320以下` among persons, `>= 95` of a satisfaction, `5万` of a cost. */
export const targetWithoutUnit: Check = {
  rule,
  run: ({ indicators }) => {
    const numeric = indicators.filter(isNumeric);
    const measured = measuredTargets(numeric);
    const findings = numeric.flatMap((indicator) => doubt(indicator, measured));
    return {
      compared: numeric.length,
      findings,
      unable: { en: "no target is a number", zh: "没有数值的指标值" },
    };
  },
};

const BARE = /^[≥≤<>＝=]{0,2}\d+(?:\.\d+)?$/u;

function isNumeric({ target_kind, target_raw }: Indicator): boolean {
  return target_kind === "number" || BARE.test((target_raw ?? "").replace(/\s/gu, ""));
}

const isUnitless = ({ unit }: Indicator): boolean => unit === null || unit === "";

/** A target with a unit for each name, and for each graded indicator. */
function measuredTargets(numeric: readonly Indicator[]): ReadonlyMap<string, Indicator> {
  const withUnit = numeric.filter((indicator) => !isUnitless(indicator));
  return new Map(withUnit.toReversed().map((indicator) => [siblingKey(indicator), indicator]));
}

/** The other grades of an indicator are its siblings, else the same indicator on any sheet. */
function siblingKey(indicator: Indicator): string {
  const { grade, table_no, row } = indicator;
  return `${grade === null ? "" : `${table_no} ${row}`} ${indicatorName(indicator)}`;
}

function doubt(indicator: Indicator, measured: ReadonlyMap<string, Indicator>): readonly Finding[] {
  const sibling = indicatorName(indicator) === "" ? undefined : measured.get(siblingKey(indicator));
  const money = indicator.level2_code === "cost" && indicator.unit === "万";
  const rate = isUnitless(indicator) && isBoundedRate(indicator);
  const alone = isUnitless(indicator) && sibling !== undefined;
  if (!money && !rate && !alone) return [];
  const target = indicator.target_raw ?? "";
  const other = alone ? sibling.target_raw : null;
  const related = alone ? [{ name: other ?? "", ...indicatorPlace(sibling) }] : [];
  const facts = { name: indicatorName(indicator), target, sibling: other };
  const found = finding(rule, facts, { ...indicatorPlace(indicator), actual: target, related });
  return [alone ? found : { ...found, severity: "warning" }];
}
