import type { Check } from "../../../pipeline/model/check.js";
import {
  type Facts,
  type Finding,
  finding,
  type Rule,
  type Sides,
} from "../../../pipeline/model/finding.js";
import { doubtsOf } from "../../ocr-correction/doubt.js";
import type { Doubt, DoubtKind } from "../../ocr-correction/doubted.js";

/** A check that tells of the texts of a document which are doubted for some reasons. */
export function recognition(
  rule: Rule<never>,
  kinds: readonly DoubtKind[],
  told: (doubts: readonly Doubt[]) => readonly Finding[],
): Check {
  return {
    rule,
    run: (reading) => {
      const { recognized, doubts } = doubtsOf(reading);
      const findings = told(doubts.filter(({ kind }) => kinds.includes(kind)));
      return {
        compared: recognized,
        findings,
        unable: { en: "no text was read from a picture", zh: "没有从图像识别的文字" },
      };
    },
  };
}

/** A finding at the text: what touches no value, or is confirmed by a printed sum, is worth knowing and no more. */
export function doubtFinding<F extends Facts>(
  rule: Rule<F>,
  doubt: Doubt,
  { facts, sides }: { readonly facts: F; readonly sides: Sides },
): Finding {
  const found = finding(rule, facts, { ...doubt.where, ...sides });
  return doubt.isValue && !doubt.isConfirmed ? found : { ...found, severity: "info" };
}
