import type { Rule } from "../../../pipeline/model/finding.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<{ readonly text: string; readonly second: string }> = {
  id: "recognition_differs",
  severity: "warning",
  cause: () => "second",
  about: {
    en: "A text that is read twice from a picture is read the same both times.",
    zh: "同一处文字两次识别的结果一致。",
  },
  say: {
    en: ({ text, second }) => `“${text}” was read as “${second}” when it was read again.`,
    zh: ({ text, second }) => `“${text}”再次识别时读作“${second}”。`,
  },
};

/** Two readings of one place that differ. */
export const recognitionDiffers = recognition(rule, ["differs"], (doubts) =>
  doubts.map((doubt) => {
    const { text, recognized } = doubt;
    const second = recognized.second ?? "";
    const sides = { expected: second, actual: text };
    return doubtFinding(rule, doubt, { facts: { text, second }, sides });
  }),
);
