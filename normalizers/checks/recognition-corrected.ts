import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { Doubt } from "../recognition/doubted.js";
import { grouped } from "./amount-terms.js";
import { doubtFinding, recognition } from "./recognition-findings.js";

const rule: Rule<Doubt & { readonly alike?: number }> = {
  id: "recognition_corrected",
  severity: "warning",
  about:
    "A text read from a picture stands as it was read; where something else was put in its place, both are told, and why. Separators of numbers and lines under them are told once a table, once for all prose.",
  say: ({ alike, ...doubt }) => {
    const { actual, expected } = sidesOf(doubt);
    const both = `“${actual}” was read from the picture; “${expected}” stands in its place`;
    return alike === undefined
      ? `${both}, as ${WHY[doubt.recognized.corrected?.by ?? "sign"]}.`
      : `${both}: so in ${alike === 1 ? "one place" : `${alike} places`} of it the digits stand as they were read, with other separators or without the line under them.`;
  },
};

const WHY = {
  sign: "nothing else that it may have been can stand there",
  lexicon: "this is the official word",
  arithmetic: "the printed sums hold with this alone",
} as const;

/** As much of both texts as tells them apart. */
function sidesOf({ text, recognized }: Doubt) {
  const from = recognized.corrected?.from ?? text;
  return text.length <= LONGEST && from.length <= LONGEST
    ? { expected: text, actual: from }
    : { expected: excerpt(text, from), actual: excerpt(from, text) };
}

/** Longer texts are quoted where they differ, with so many characters beside. */
const LONGEST = 40;
const BESIDE = 8;

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
    Math.max(0, start - BESIDE),
    Math.min(text.length, text.length - end + BESIDE),
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
    ...alone.map((doubt) => doubtFinding(rule, doubt, sidesOf(doubt))),
    ...respelt.flatMap(respeltFinding),
  ];
});

/** One line a table, and one for the prose, for numbers that were misread beside their digits alone. */
function respeltFinding(doubts: readonly Doubt[]): readonly Finding[] {
  const [first] = doubts;
  if (first === undefined) return [];
  const { table_no, page } = first.where;
  const where = { table_no: table_no ?? null, page: page ?? null, ...sidesOf(first) };
  const found = finding(rule, { ...first, alike: doubts.length }, where);
  return [{ ...found, severity: "info" }];
}
