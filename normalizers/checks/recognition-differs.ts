import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_differs",
  severity: "warning",
  about: "A text that is read twice from a picture is read the same both times.",
  say: ({ text, recognized: { second } }) =>
    `“${text}” was read as “${second ?? ""}” when it was read again.`,
};

/** Two readings of one place that differ. */
export const recognitionDiffers = recognition(rule, ["differs"], (doubts) =>
  doubts.map((doubt) =>
    doubtFinding(rule, doubt, { expected: doubt.recognized.second ?? "", actual: doubt.text }),
  ),
);
