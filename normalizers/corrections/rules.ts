import type { Rule } from "../../pipeline/model/finding.js";

/** A cell whose text a reader put right. */
export const cellCorrected: Rule<{
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly why: string;
}> = {
  id: "cell_corrected",
  severity: "info",
  about: {
    en: "Cells stand as they are printed, unless a reader corrected what was read.",
    zh: "单元格均按原文，除非读者更正了读出的内容。",
  },
  say: {
    en: ({ from, to, who, why }) => `“${from}” was corrected to “${to}” by ${who}: ${why}.`,
    zh: ({ from, to, who, why }) => `“${from}”由${who}更正为“${to}”：${why}。`,
  },
};

/** A correction of what does not stand in the document. */
export const correctionUnfit: Rule<{
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** What stands there; null where there is no such place. */
  readonly found: string | null;
}> = {
  id: "correction_unfit",
  severity: "warning",
  about: {
    en: "What a correction speaks of stands in the document.",
    zh: "更正所说的内容在文档中。",
  },
  say: {
    en: ({ what, from, to, found }) =>
      `A correction (${what}) of “${from}” to “${to}” is not applied: ${found === null ? "there is nothing of that kind" : `“${found}” stands there`}.`,
    zh: ({ what, from, to, found }) =>
      `将“${from}”改为“${to}”的更正（${what}）没有应用：${found === null ? "该处没有这样的内容" : `该处为“${found}”`}。`,
  },
};

/** A finding that a reader looked at and found to be of no weight. */
export const findingDismissed: Rule<{
  readonly rule: string;
  readonly said: string;
  readonly said_zh: string;
  readonly who: string;
  readonly why: string;
}> = {
  id: "finding_dismissed",
  severity: "info",
  about: {
    en: "Findings stand, unless a reader dismissed them.",
    zh: "核查发现均保留，除非读者驳回。",
  },
  say: {
    en: ({ rule, said, who, why }) => `Dismissed by ${who} (${why}): ${rule}: ${said}`,
    zh: ({ rule, said_zh: said, who, why }) => `已由${who}驳回（${why}）：${rule}：${said}`,
  },
};
