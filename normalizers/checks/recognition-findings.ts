import type { Check } from "../../pipeline/check.js";
import { finding, type Rule, type Sides } from "../../pipeline/finding.js";
import { doubtsOf } from "../recognition/doubt.js";
import type { Doubt, DoubtKind } from "../recognition/doubted.js";

/** A check that tells of all texts of a document which are doubted for one reason. */
export function recognition(
  kind: DoubtKind,
  rule: Rule<Doubt>,
  sidesOf: (doubt: Doubt) => Sides,
): Check {
  return {
    rule,
    run: (reading) => {
      const { recognized, doubts } = doubtsOf(reading);
      const found = doubts.filter((doubt) => doubt.kind === kind);
      return {
        compared: recognized,
        findings: found.map((doubt) => weighed(rule, doubt, sidesOf(doubt))),
        unable: "no text was read from a picture",
      };
    },
  };
}

/** What touches no value, or is confirmed by a printed sum, is worth knowing and no more. */
function weighed(rule: Rule<Doubt>, doubt: Doubt, sides: Sides) {
  const found = finding(rule, doubt, { ...doubt.where, ...sides });
  return doubt.isValue && !doubt.isConfirmed ? found : { ...found, severity: "info" as const };
}

/** How sure a reading is, in per cent. */
export function sureness({ recognized }: Doubt): string {
  return `${Math.floor(recognized.confidence * 100)} %`;
}
