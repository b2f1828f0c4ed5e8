import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_doubtful",
  severity: "warning",
  about:
    "A number, target, code or name read from a picture was read surely, or a printed sum or an official list confirms it.",
  say: (doubt) => {
    const [other] = doubt.recognized.others;
    const may = other === undefined || other === "" ? "" : ` It may be “${other}”.`;
    return doubt.recognized.confidence < SURE
      ? `“${doubt.text}” was read with a sureness of ${sureness(doubt)} only.${may}`
      : `“${doubt.text}” was read surely, but several printed sums fail with it.${may}`;
  },
};

/** From here on it is not the reading itself that is doubted. */
const SURE = 0.98;

/** How sure a reading is, in per cent. */
function sureness({ recognized }: Doubt): string {
  return `${Math.floor(recognized.confidence * 100)} %`;
}

/** A value with a character that was not read surely. */
export const recognitionDoubtful = recognition(rule, ["doubtful"], (doubts) =>
  doubts.map((doubt) => doubtFinding(rule, doubt, { actual: doubt.text })),
);
