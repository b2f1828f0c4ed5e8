import { Big } from "big.js";
import { pageOf } from "../../pipeline/model/document.js";
import type { Where } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { decimal, yuanIn } from "../values/amount.js";
import { canonical, withoutAsides } from "../values/text.js";
import { stepOf } from "./amount-terms.js";
import type { Term } from "./comparison.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import { EVIDENCE } from "./settings.js";

/** A paragraph of prose in canonical text, with its place. */
export interface Prose {
  readonly text: string;
  readonly where: Where;
}

/** An amount of money in a sentence: a term, with where it stands and the words that lead to it. */
export interface Mention extends Term {
  readonly start: number;
  readonly end: number;
  /** From the amount before it, or the start, up to this one. */
  readonly before: string;
}

/** The paragraphs of a document, contents pages left out; one without end comes in pieces. */
export const paragraphs = oncePer(({ document, sections }: Reading): readonly Prose[] =>
  document.blocks.flatMap((block, index) => {
    if (block.type !== "paragraph" || block.contents === true) return [];
    const section = sections.findLast((one) => one.block <= index);
    const where = { section_no: section?.section_no ?? null, page: pageOf(block.at) };
    return pieces(block.text).map((text) => ({ text: canonical(text), where }));
  }),
);

const PIECE = new RegExp(
  String.raw`[^]{1,${EVIDENCE.longestPiece}}(?:(?<=。)|$)|[^]{1,${EVIDENCE.longestPiece}}`,
  "gu",
);

function pieces(text: string): readonly string[] {
  if (text.length <= EVIDENCE.longestPiece) return [text];
  return text.slice(0, EVIDENCE.longestPiece * EVIDENCE.mostPieces).match(PIECE) ?? [];
}

/** The sentences of a paragraph. */
export function sentences({ text, where }: Prose): readonly Prose[] {
  return text
    .split(/(?<=。)/u)
    .filter((sentence) => sentence !== "")
    .map((sentence) => ({ text: sentence, where }));
}

/** A comma before a number belongs to it only behind a digit (`收入，9.00万元`). */
const MONEY =
  /(?<!\d|\d[.,，]|\.)(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)((?:[十百千]?万|百|千|亿)?元)(?!\/)/gu;

/** The amounts of a sentence in order. */
export function mentions({ text, where }: Prose): readonly Mention[] {
  let last = 0;
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const [printed, number = "", unit = ""] = match;
    const [value, factor] = [decimal(number), yuanIn(unit)];
    if (value === null || factor === null) return [];
    const before = text.slice(last, match.index);
    last = match.index + printed.length;
    return [
      {
        name: nameIn(before),
        yuan: new Big(value).times(factor),
        unit,
        factor: new Big(factor),
        step: stepOf(number, new Big(factor)),
        where,
        start: match.index,
        end: last,
        before,
      },
    ];
  });
}

/** The words right before an amount: `其中：基本支出预算为` → `基本支出预算`. */
function nameIn(before: string): string {
  const plain = withoutAsides(before);
  const words = plain.split(/[，,；;。：:（）()]|(?<!收)、/u).findLast((part) => part !== "") ?? "";
  return words.replace(/(?:共计|共|合计|总计|预计|安排|约)?[为是]?$/u, "") || words;
}

const CHANGE = /(?:增加|减少|增长|下降|上升|降低|增支|减支|多|少|增|减)(?:了|额)?(?:为|约)?$/u;

/** Whether an amount is a change (`增加56.95万元`), not a level. */
export function isChange({ before }: Mention): boolean {
  return CHANGE.test(before);
}

/** Whether the amount is an increase (`1`) or a decrease (`-1`). */
export function direction({ before }: Mention): 1 | -1 {
  return /(?:减少|下降|降低|减支|少|减)(?:了|额)?(?:为|约)?$/u.test(before) ? -1 : 1;
}
