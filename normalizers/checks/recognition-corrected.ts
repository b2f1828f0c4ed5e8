import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { grouped } from "./amount-terms.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<Doubt & { readonly alike?: number }> = {
  id: "recognition_corrected",
  severity: "warning",
  about:
    "A text read from a picture stands as it was read; where something else was put in its place, both are told, and why. Separators of numbers are told once a table.",
  say: ({ text, alike, recognized: { corrected } }) => {
    const both = `“${corrected?.from ?? ""}” was read from the picture; “${text}” stands in its place`;
    return alike === undefined
      ? `${both}, as ${WHY[corrected?.by ?? "sign"]}.`
      : `${both}: the digits of ${alike === 1 ? "one number" : `${alike} numbers`} stand as they were read, with other separators.`;
  },
};

const WHY = {
  sign: "nothing else that it may have been can stand there",
  lexicon: "this is the official word",
  arithmetic: "the printed sums hold with this alone",
} as const;

const sidesOf = ({ text, recognized }: Doubt) => ({
  expected: text,
  actual: recognized.corrected?.from ?? text,
});

/** `1o.5` → `10.5`, `般公共预算` → `一般公共预算`: what was read, and what stands in its place. */
export const recognitionCorrected = recognition(rule, ["corrected", "respelt"], (doubts) => {
  const alone = doubts.filter(({ kind }) => kind === "corrected");
  const respelt = grouped(
    doubts.filter(({ kind }) => kind === "respelt"),
    ({ where }) => String(where.table_no),
  );
  return [
    ...alone.map((doubt) => doubtFinding(rule, doubt, sidesOf(doubt))),
    ...respelt.flatMap(respeltFinding),
  ];
});

/** One line a table for numbers whose separators alone were misread. */
function respeltFinding(doubts: readonly Doubt[]): readonly Finding[] {
  const [first] = doubts;
  if (first === undefined) return [];
  const { table_no, page } = first.where;
  const where = { table_no: table_no ?? null, page: page ?? null, ...sidesOf(first) };
  const found = finding(rule, { ...first, alike: doubts.length }, where);
  return [{ ...found, severity: "info" }];
}
