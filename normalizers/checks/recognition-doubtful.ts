import type { Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { recognition, sureness } from "./recognition-findings.js";

const rule: Rule<Doubt> = {
  id: "recognition_doubtful",
  severity: "warning",
  about:
    "A number, target or code read from a picture was read surely, or a printed sum confirms it.",
  say: (doubt) => {
    const [other] = doubt.recognized.others;
    const may = other === undefined || other === "" ? "" : ` It may be “${other}”.`;
    return `“${doubt.text}” was read with a sureness of ${sureness(doubt)} only.${may}`;
  },
};

/** A value with a character that was not read surely. */
export const recognitionDoubtful = recognition("doubtful", rule, ({ text }) => ({ actual: text }));
