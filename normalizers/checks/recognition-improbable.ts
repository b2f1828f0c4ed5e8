import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_improbable",
  severity: "warning",
  about:
    "A text read from a picture is what its column asks for: an amount, a number, a sign, a target, a code. A 项目编码 is of the shape that the others of its document have: length, region, separators, digits and letters.",
  say: ({ text, shape }) =>
    shape === undefined
      ? `“${text}” is not what its place asks for, and may be misread.`
      : `“${text}” is not of the shape that the other codes have, ${shape}, and may be misread.`,
};

/** What cannot stand in its column, and was not put right: no confusion explains it, or several do. */
export const recognitionImprobable = recognition(rule, ["improbable"], (doubts) =>
  doubts.map((doubt) => {
    const { text, shape } = doubt;
    const sides = shape === undefined ? { actual: text } : { actual: text, expected: shape };
    return doubtFinding(rule, doubt, sides);
  }),
);
