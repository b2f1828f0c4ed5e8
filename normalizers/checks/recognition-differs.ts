import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { recognition } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_differs",
  severity: "warning",
  about: "A text that is read twice from a picture is read the same both times.",
  say: ({ text, recognized: { second } }) =>
    `“${text}” was read as “${second ?? ""}” when it was read again.`,
};

/** Two readings of one place that differ. */
export const recognitionDiffers = recognition("differs", rule, ({ text, recognized }) => ({
  expected: recognized.second ?? "",
  actual: text,
}));
