import type { Check } from "../../../pipeline/model/check.js";
import { finding, type Rule } from "../../../pipeline/model/finding.js";
import { paragraphs } from "../../evidence/prose.js";

const rule: Rule<{ readonly clause: string }> = {
  id: "increase_explained",
  severity: "warning",
  about: {
    en: "An increase is not explained by nothing but a decrease, nor a decrease by an increase.",
    zh: "增加不只用减少来解释，减少不只用增加来解释。",
  },
  say: {
    en: ({ clause }) => `The change and its explanation go opposite ways: “${clause}”.`,
    zh: ({ clause }) => `增减与其原因方向相反：“${clause}”。`,
  },
};

const REASON = "(?:主要)?(?:是|原因是|由|由于|因|因为|原因为|原因：)";
const CHANGED = String.raw`(?<change>增加|增长|减少|下降)[\d.,]+(?:万|亿)?元[，,]?${REASON}(?<reason>[^。；;，,]+)`;
const CLAUSE = new RegExp(CHANGED, "gu");
const UP = /增加|增长|新增|增支|提高|上调|上升|扩大|追加|补发/u;
const DOWN = /减少|下降|压减|缩减|降低|取消|核减/u;

/** `增加252.95万元，主要由…减少导致`. */
export const increaseExplained: Check = {
  rule,
  run: (reading) => {
    const clauses = paragraphs(reading).flatMap(({ text, where }) =>
      [...text.matchAll(CLAUSE)].map((match) => ({ match, where })),
    );
    const findings = clauses.flatMap(({ match, where }) => {
      const { change = "", reason = "" } = match.groups ?? {};
      const [up, down] = [UP.test(reason), DOWN.test(reason)];
      const opposite = change.startsWith("增") ? down && !up : up && !down;
      return opposite ? [finding(rule, { clause: match[0] }, { ...where, actual: match[0] })] : [];
    });
    return {
      compared: clauses.length,
      findings,
      unable: { en: "the prose explains no change", zh: "正文没有说明增减原因" },
    };
  },
};
