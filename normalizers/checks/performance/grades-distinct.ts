import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  finding,
  type Rule,
  type Severity,
} from "../../../pipeline/model/finding.js";
import { canonical } from "../../values/text.js";
import {
  gradedIndicators,
  type Indicator,
  indicatorName,
  indicatorPlace,
  type Interval,
  intervalOf,
} from "../../evidence/indicator-terms.js";

/** Why grades are doubted, and the target or number that shows it. */
type Why = { readonly kind: "alike" | "left_out" | "shared" | "point"; readonly target: string };

const WHY: Readonly<Record<Why["kind"], Bilingual<(target: string) => string>>> = {
  alike: {
    en: (target) => `two of them are “${target}”`,
    zh: (target) => `其中两个都是“${target}”`,
  },
  left_out: {
    en: (target) => `exactly ${target} has no grade`,
    zh: (target) => `恰为${target}时没有等级`,
  },
  shared: { en: (target) => `${target} has two grades`, zh: (target) => `${target}有两个等级` },
  point: {
    en: (target) => `more than ${target} has not the best grade`,
    zh: (target) => `超过${target}反而不是最好的等级`,
  },
};

const rule: Rule<{
  readonly name: string;
  readonly targets: readonly string[];
  readonly why: Why;
}> = {
  id: "grades_distinct",
  severity: "error",
  about: {
    en: "The grades 优, 良, 中, 差 of an indicator differ from one another, leave no number out and share none.",
    zh: "一个指标的优、良、中、差互不相同，数值既不遗漏也不重叠。",
  },
  say: {
    en: ({ name, targets, why }) =>
      `The grades of “${name}” (${targets.join(" / ")}): ${WHY[why.kind].en(why.target)}.`,
    zh: ({ name, targets, why }) =>
      `“${name}”的各等级（${targets.join(" / ")}）：${WHY[why.kind].zh(why.target)}。`,
  },
};

/** Every result has one grade. */
export const gradesDistinct: Check = {
  rule,
  run: ({ indicators }) => {
    const groups = gradedIndicators(indicators);
    const findings = groups.flatMap((grades) => {
      const doubt = alike(grades) ?? leftOut(grades) ?? shared(grades) ?? pointBelow(grades);
      const [first] = grades;
      if (doubt === null || first === undefined) return [];
      const targets = grades.map(({ target_raw }) => target_raw ?? "");
      const facts = { name: indicatorName(first), targets, why: doubt.why };
      return [
        {
          ...finding(rule, facts, { ...indicatorPlace(first), actual: targets.join(" / ") }),
          severity: doubt.severity,
        },
      ];
    });
    return {
      compared: groups.length,
      findings,
      unable: { en: "no indicator is graded", zh: "没有分等级的指标" },
    };
  },
};

interface Doubt {
  readonly severity: Severity;
  readonly why: Why;
}

function alike(grades: readonly Indicator[]): Doubt | null {
  const texts = grades.map(({ target_raw }) => canonical(target_raw ?? ""));
  const same = texts.find((text, index) => text !== "" && texts.indexOf(text) !== index);
  return same === undefined ? null : { severity: "error", why: { kind: "alike", target: same } };
}

type Bounds = readonly Interval[];

function boundsOf(grades: readonly Indicator[]): Bounds | null {
  const bounds = grades.flatMap((grade) => intervalOf(grade) ?? []);
  return bounds.length === grades.length ? bounds : null;
}

/** `>2` and `<2`: a bound that no grade includes. */
function leftOut(grades: readonly Indicator[]): Doubt | null {
  const bounds = boundsOf(grades);
  if (bounds === null) return null;
  const low = bounds.flatMap((one) => (one.low !== null && !one.lowIncluded ? [one.low] : []));
  const gap = low.find(
    (value) => bounds.some(({ high }) => high?.eq(value)) && !bounds.some(covers(value)),
  );
  return gap === undefined
    ? null
    : { severity: "error", why: { kind: "left_out", target: gap.toFixed() } };
}

function covers(value: NonNullable<Interval["low"]>): (one: Interval) => boolean {
  return ({ low, lowIncluded, high, highIncluded }) =>
    (low === null || value.gt(low) || (lowIncluded && value.eq(low))) &&
    (high === null || value.lt(high) || (highIncluded && value.eq(high)));
}

/** `360-400人` and `400人以上`: a bound of a range that another grade includes too. */
function shared(grades: readonly Indicator[]): Doubt | null {
  const bounds = boundsOf(grades);
  if (bounds === null || !grades.some(({ operator }) => operator === "range")) return null;
  const ends = bounds.flatMap(({ low, high }) => [low, high].filter((end) => end !== null));
  const twice = ends.find((end) => bounds.filter(covers(end)).length > 1);
  return twice === undefined
    ? null
    : { severity: "error", why: { kind: "shared", target: twice.toFixed() } };
}

/** `95%` above `≥85%`: what is better than the best grade falls into the next. */
function pointBelow([best, next]: readonly Indicator[]): Doubt | null {
  if (best?.operator !== "eq" || next?.operator !== "gte") return null;
  if (best.value === null || (best.unit === "%" && Number(best.value) >= 100)) return null;
  return { severity: "warning", why: { kind: "point", target: best.target_raw ?? "" } };
}
