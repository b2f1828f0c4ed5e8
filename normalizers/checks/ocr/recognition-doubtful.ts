import type { Rule } from "../../../pipeline/model/finding.js";
import type { Doubt } from "../../ocr-correction/doubted.js";
import { doubtFinding, recognition } from "./recognition-findings.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{
  readonly text: string;
  /** How sure the reading is, in per cent; null where it is sure and printed sums fail with it. */
  readonly sureness: number | null;
  readonly other: string | null;
}> = {
  id: "recognition_doubtful",
  severity: "warning",
  cause: () => "doubt",
  about: {
    en: "A number, target, code or name read from a picture was read surely, or a printed sum or an official list confirms it.",
    zh: "识别的数字、指标值、代码、名称把握足够，或有表内合计、官方名录印证。",
  },
  say: {
    en: ({ text, sureness, other }) => {
      const may = other === null ? "" : ` It may be “${other}”.`;
      return sureness === null
        ? `“${text}” was read surely, but several printed sums fail with it.${may}`
        : `“${text}” was read with a sureness of ${sureness} % only.${may}`;
    },
    zh: ({ text, sureness, other }) => {
      const may = other === null ? "" : `可能是“${other}”。`;
      return sureness === null
        ? `“${text}”识别的把握足够，但有几处印出的合计与它不符。${may}`
        : `“${text}”识别的把握只有${sureness}%。${may}`;
    },
  },
};

function factsOf({ text, recognized: { confidence, others } }: Doubt) {
  const sureness = confidence < CHECKS.ocr.sure ? Math.floor(confidence * 100) : null;
  const [other = ""] = others;
  return { text, sureness, other: other === "" ? null : other };
}

/** A value with a character that was not read surely. */
export const recognitionDoubtful = recognition(rule, ["doubtful"], (doubts) =>
  doubts.map((doubt) =>
    doubtFinding(rule, doubt, { facts: factsOf(doubt), sides: { actual: doubt.text } }),
  ),
);
