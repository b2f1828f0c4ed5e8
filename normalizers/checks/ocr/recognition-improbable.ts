import type { Rule } from "../../../pipeline/model/finding.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<{ readonly text: string; readonly shape: string | null }> = {
  id: "recognition_improbable",
  severity: "warning",
  about: {
    en: "A text read from a picture is what its column asks for: an amount, a number, a sign, a target, a code. A 项目编码 is of the shape that the others of its document have: length, region, separators, digits and letters.",
    zh: "识别的文字符合所在栏目：金额、数字、符号、指标值、代码。项目编码与本文件其他项目编码形式一致：长度、地区、分隔符、何处是数字何处是字母。",
  },
  say: {
    en: ({ text, shape }) =>
      shape === null
        ? `“${text}” is not what its place asks for, and may be misread.`
        : `“${text}” is not of the shape that the other codes have, ${shape}, and may be misread.`,
    zh: ({ text, shape }) =>
      shape === null
        ? `“${text}”与所在栏目不符，可能识别有误。`
        : `“${text}”与其他编码的形式${shape}不一致，可能识别有误。`,
  },
};

/** What cannot stand in its column, and was not put right: no confusion explains it, or several do. */
export const recognitionImprobable = recognition(rule, ["improbable"], (doubts) =>
  doubts.map((doubt) => {
    const { text, shape = null } = doubt;
    const sides = shape === null ? { actual: text } : { actual: text, expected: shape };
    return doubtFinding(rule, doubt, { facts: { text, shape }, sides });
  }),
);
