import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { recognition } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_corrected",
  severity: "warning",
  about:
    "A text read from a picture stands as it was read; where something else was put in its place, both are told, and why.",
  say: ({ text, recognized: { corrected } }) =>
    `“${corrected?.from ?? ""}” was read from the picture; “${text}” stands in its place, as ${WHY[corrected?.by ?? "sign"]}.`,
};

const WHY = {
  sign: "nothing else that it may have been can stand there",
  lexicon: "this is the official word",
  arithmetic: "the printed sums hold with this alone",
} as const;

/** `1o.5` → `10.5`, `般公共预算` → `一般公共预算`: what was read, and what stands in its place. */
export const recognitionCorrected = recognition("corrected", rule, ({ text, recognized }) => ({
  expected: text,
  actual: recognized.corrected?.from ?? text,
}));
