import { grouped } from "../../../pipeline/model/grouped-by.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Doubt } from "../../ocr-correction/doubted.js";
import { doubtFinding, recognition } from "./recognition-findings.js";
import { CHECKS } from "../../evidence/check-settings.js";

/** Both texts, quoted where they differ; `alike`: in how many places of a table this is so, where it is told once. */
type CorrectedFacts = {
  readonly read: string;
  readonly stands: string;
  readonly by: keyof typeof WHY;
  readonly alike: number | null;
};

const rule: Rule<CorrectedFacts> = {
  id: "recognition_corrected",
  severity: "warning",
  about: {
    en: "A text read from a picture stands as it was read; where something else was put in its place, both are told, and why. Separators of numbers and lines under them are told once a table, once for all prose.",
    zh: "从图像识别的文字照识别结果保留；换成别的写法时，两种写法和理由都列出；只是数字分隔符或数字下划线不同的，每表列一条，正文列一条。",
  },
  say: {
    en: ({ read, stands, by, alike }) => {
      const both = `“${read}” was read from the picture; “${stands}” stands in its place`;
      return alike === null
        ? `${both}, as ${WHY[by].en}.`
        : `${both}: so in ${alike === 1 ? "one place" : `${alike} places`} of it the digits stand as they were read, with other separators or without the line under them.`;
    },
    zh: ({ read, stands, by, alike }) => {
      const both = `从图像读出“${read}”，现作“${stands}”`;
      return alike === null
        ? `${both}：${WHY[by].zh}。`
        : `${both}：其中${alike === 1 ? "一处" : `${alike}处`}的数字照读出的保留，只改了分隔符，或去掉了下划线。`;
    },
  },
};

const WHY = {
  sign: {
    en: "nothing else that it may have been can stand there",
    zh: "其他可能的读法都不能出现在此处",
  },
  lexicon: { en: "this is the official word", zh: "这是正式用语" },
  arithmetic: {
    en: "the printed sums hold with this alone",
    zh: "只有这样印出的合计才成立",
  },
} as const;

function factsOf(doubt: Doubt, alike: number | null): CorrectedFacts {
  const { actual: read, expected: stands } = sidesOf(doubt);
  return { read, stands, by: doubt.recognized.corrected?.by ?? "sign", alike };
}

/** As much of both texts as tells them apart. */
function sidesOf({ text, recognized }: Doubt) {
  const from = recognized.corrected?.from ?? text;
  return text.length <= CHECKS.ocr.longestQuoted && from.length <= CHECKS.ocr.longestQuoted
    ? { expected: text, actual: from }
    : { expected: excerpt(text, from), actual: excerpt(from, text) };
}

/** The part of a text in which it differs from another. */
function excerpt(text: string, other: string): string {
  const first = Array.from(text).findIndex((sign, i) => sign !== other[i]);
  const start = first === -1 ? Math.min(text.length, other.length) : first;
  let end = 0;
  while (
    end < Math.min(text.length, other.length) - start &&
    text.at(-1 - end) === other.at(-1 - end)
  )
    end += 1;
  const [from, to] = [
    Math.max(0, start - CHECKS.ocr.beside),
    Math.min(text.length, text.length - end + CHECKS.ocr.beside),
  ];
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

/** `1o.5` → `10.5`, `般公共预算` → `一般公共预算`: what was read, and what stands in its place. */
export const recognitionCorrected = recognition(rule, ["corrected", "respelt"], (doubts) => {
  const alone = doubts.filter(({ kind }) => kind === "corrected");
  const respelt = grouped(
    doubts.filter(({ kind }) => kind === "respelt"),
    ({ where }) => String(where.table_no ?? ""),
  );
  return [
    ...alone.map((doubt) =>
      doubtFinding(rule, doubt, { facts: factsOf(doubt, null), sides: sidesOf(doubt) }),
    ),
    ...respelt.flatMap(respeltFinding),
  ];
});

/** One line a table, and one for the prose, for numbers that were misread beside their digits alone. */
function respeltFinding(doubts: readonly Doubt[]): readonly Finding[] {
  const [first] = doubts;
  if (first === undefined) return [];
  const { table_no, page } = first.where;
  const where = { table_no: table_no ?? null, page: page ?? null, ...sidesOf(first) };
  const found = finding(rule, factsOf(first, doubts.length), where);
  return [{ ...found, severity: "info" }];
}
