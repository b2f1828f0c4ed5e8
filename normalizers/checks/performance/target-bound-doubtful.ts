import { grouped } from "../../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
  type Severity,
} from "../../../pipeline/model/finding.js";
import {
  type Indicator,
  indicatorName,
  indicatorPlace,
  isBoundedRate,
} from "../../evidence/indicator-terms.js";

/** Why a bound is doubted; `basis` is what the basis of the target says where it says otherwise. */
type Why = { readonly kind: "over" | "always" | "basis"; readonly basis: string };

const WHY: Readonly<Record<Why["kind"], Bilingual<(basis: string) => string>>> = {
  over: { en: () => "a share cannot be over 100 %", zh: () => "比率不会超过100%" },
  always: { en: () => "a share is always at most 100 %", zh: () => "比率总是不超过100%" },
  basis: {
    en: (basis) => `its basis says “${basis}”`,
    zh: (basis) => `其依据写的是“${basis}”`,
  },
};

const rule: Rule<{ readonly name: string; readonly target: string; readonly why: Why }> = {
  id: "target_bound_doubtful",
  severity: "error",
  about: {
    en: "The target of a rate can be missed and met: not over 100 %, not ≤ 100 %, and with the sign that its basis states.",
    zh: "比率的指标值既可能达到也可能达不到：不超过 100 %，不是 ≤100 %，符号与其依据一致。",
  },
  say: {
    en: ({ name, target, why }) =>
      `“${name}” has the target ${target}: ${WHY[why.kind].en(why.basis)}.`,
    zh: ({ name, target, why }) => `“${name}”的指标值为${target}：${WHY[why.kind].zh(why.basis)}。`,
  },
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
      unable: { en: "no target is a number", zh: "没有数值的指标值" },
    };
  },
};

/** Doubts of one kind are told once a table: whole sheets are filled in with `≥100%`. */
const clusterOf = ({ table_no, row, severity, actual }: Finding): string =>
  severity === "error" ? `${table_no} ${row}` : `${table_no} ${actual}`;

interface Doubt {
  readonly severity: Severity;
  readonly why: Why;
}

const OVER: Why = { kind: "over", basis: "" };
const ALWAYS: Why = { kind: "always", basis: "" };

function rateDoubt(indicator: Indicator): Doubt | null {
  const { operator, unit, value } = indicator;
  if (unit !== "%" || value === null || !isBoundedRate(indicator)) return null;
  const number = new Big(value);
  if (number.gt(100)) return { severity: "error", why: OVER };
  if (!number.eq(100)) return null;
  if (operator === "lte") return { severity: "error", why: ALWAYS };
  if (operator === "gt") return { severity: "error", why: OVER };
  return operator === "gte" ? { severity: "warning", why: OVER } : null;
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
    return { severity: "error", why: basisSays(AT_LEAST, basis) };
  if (most && operator !== null && !operator.startsWith("lt"))
    return { severity: "error", why: basisSays(AT_MOST, basis) };
  return null;
}

function basisSays(bound: RegExp, basis: string): Why {
  return { kind: "basis", basis: bound.exec(basis)?.[0] ?? "" };
}
