import { Big } from "big.js";
import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule, type Severity } from "../../pipeline/finding.js";
import { grouped } from "./amount-terms.js";
import { type Indicator, indicatorName, indicatorPlace, isBoundedRate } from "./indicator-terms.js";

const rule: Rule<{ readonly name: string; readonly target: string; readonly why: string }> = {
  id: "target_bound_doubtful",
  severity: "error",
  about:
    "The target of a rate can be missed and met: not over 100 %, not ≤ 100 %, and with the sign that its basis states.",
  say: ({ name, target, why }) => `“${name}” has the target ${target}: ${why}.`,
};

/** `≤100%` and `≥100%` of a rate, more than 100 %, `=98` where the basis says `98%以上`. */
export const targetBoundDoubtful: Check = {
  rule,
  run: ({ indicators }) => {
    const numbers = indicators.filter(
      ({ target_kind, value }) => target_kind === "number" && value !== null,
    );
    const doubts = numbers.flatMap((indicator): readonly Finding[] => {
      const doubt = rateDoubt(indicator) ?? basisDoubt(indicator);
      if (doubt === null) return [];
      const target = indicator.target_raw ?? "";
      const facts = { name: indicatorName(indicator), target, why: doubt.why };
      const found = finding(rule, facts, { ...indicatorPlace(indicator), actual: target });
      return [{ ...found, severity: doubt.severity }];
    });
    return {
      compared: numbers.length,
      findings: grouped(doubts, clusterOf).flatMap(([first]) => first ?? []),
      unable: "no target is a number",
    };
  },
};

/** Doubts of one kind are told once a table: whole sheets are filled in with `≥100%`. */
const clusterOf = ({ table_no, row, severity, actual }: Finding): string =>
  severity === "error" ? `${table_no} ${row}` : `${table_no} ${actual}`;

interface Doubt {
  readonly severity: Severity;
  readonly why: string;
}

function rateDoubt(indicator: Indicator): Doubt | null {
  const { operator, unit, value } = indicator;
  if (unit !== "%" || value === null || !isBoundedRate(indicator)) return null;
  const number = new Big(value);
  if (number.gt(100)) return { severity: "error", why: "a share cannot be over 100 %" };
  if (!number.eq(100)) return null;
  if (operator === "lte") return { severity: "error", why: "a share is always at most 100 %" };
  if (operator === "gt") return { severity: "error", why: "a share cannot be over 100 %" };
  return operator === "gte" ? { severity: "warning", why: "a share cannot be over 100 %" } : null;
}

const AT_LEAST =
  /(?<!\d)(\d+(?:\.\d+)?)[%&％]?(?:及|（含）)?以上|(?:不低于|不少于|大于等于|≥)(\d+(?:\.\d+)?)/u;
const AT_MOST =
  /(?<!\d)(\d+(?:\.\d+)?)[%&％]?(?:及|（含）)?以[下内]|(?:不超过|不高于|小于等于|≤)(\d+(?:\.\d+)?)/u;

/** The same number with another sign in the column that says what the target is based on. */
function basisDoubt({ operator, value, basis }: Indicator): Doubt | null {
  if (basis === null || value === null) return null;
  const says = (pattern: RegExp): boolean => {
    const match = pattern.exec(basis);
    const number = match?.[1] ?? match?.[2];
    return number !== undefined && new Big(number).eq(value);
  };
  const [least, most] = [says(AT_LEAST), says(AT_MOST)];
  if (least && operator !== null && !operator.startsWith("gt"))
    return { severity: "error", why: `its basis says “${AT_LEAST.exec(basis)?.[0] ?? ""}”` };
  if (most && operator !== null && !operator.startsWith("lt"))
    return { severity: "error", why: `its basis says “${AT_MOST.exec(basis)?.[0] ?? ""}”` };
  return null;
}
