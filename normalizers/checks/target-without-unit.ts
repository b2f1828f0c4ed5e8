import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import {
  gradedIndicators,
  type Indicator,
  indicatorName,
  indicatorPlace,
  isBoundedRate,
} from "./indicator-terms.js";

const rule: Rule<{
  readonly name: string;
  readonly target: string;
  readonly sibling: string | null;
}> = {
  id: "target_without_unit",
  severity: "error",
  about:
    "A target has a unit where the same indicator has one on another sheet or in another grade, and where it is a rate or a sum of money.",
  say: ({ name, target, sibling }) =>
    `“${name}” has the target ${target} without a unit${sibling === null ? "" : `, elsewhere it is ${sibling}`}.`,
};

/** `801` where the sister sheet says `100%`, `320以下` among persons, `>= 95` of a satisfaction, `5万` of a cost. */
export const targetWithoutUnit: Check = {
  rule,
  run: ({ indicators }) => {
    const numeric = indicators.filter(isNumeric);
    const findings = numeric.flatMap((indicator) =>
      doubt(indicator, siblings(indicator, indicators)),
    );
    return { compared: numeric.length, findings, unable: "no target is a number" };
  },
};

const BARE = /^[≥≤<>＝=]{0,2}\d+(?:\.\d+)?$/u;

function isNumeric({ target_kind, target_raw }: Indicator): boolean {
  return target_kind === "number" || BARE.test((target_raw ?? "").replace(/\s/gu, ""));
}

const isUnitless = ({ unit }: Indicator): boolean => unit === null || unit === "";

function doubt(indicator: Indicator, others: readonly Indicator[]): readonly Finding[] {
  const sibling = others.find((other) => !isUnitless(other));
  const money = indicator.level2_code === "cost" && indicator.unit === "万";
  const rate = isUnitless(indicator) && isBoundedRate(indicator);
  const alone = isUnitless(indicator) && sibling !== undefined;
  if (!money && !rate && !alone) return [];
  const target = indicator.target_raw ?? "";
  const facts = { name: indicatorName(indicator), target, sibling: sibling?.target_raw ?? null };
  const found = finding(rule, facts, indicatorPlace(indicator), { actual: target });
  return [sibling === undefined ? { ...found, severity: "warning" } : found];
}

/** The other grades of the indicator, else the same indicator on other sheets. */
function siblings(indicator: Indicator, all: readonly Indicator[]): readonly Indicator[] {
  const grades = gradedIndicators(all).find((group) => group.includes(indicator));
  if (grades !== undefined)
    return grades.filter((other) => other !== indicator && isNumeric(other));
  const name = indicatorName(indicator);
  return all.filter(
    (other) =>
      other !== indicator && isNumeric(other) && indicatorName(other) === name && name !== "",
  );
}
