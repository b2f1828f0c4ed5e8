import type { Document } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import type { Section } from "../../pipeline/model/reading.js";
import { numbered } from "../values/ordinal.js";
import { textOf } from "../values/text.js";
import { breaksAmount, isWrapped, wrapWidth } from "./wrapped-lines.js";
import { PROSE } from "./settings.js";

/** A sentence up to its `。`, canonical, with where each part of it stands. */
export interface Sentence {
  readonly text: string;
  /** From which character on it stands in which block, on which page. */
  readonly parts: readonly SentencePart[];
}

/** The part of a sentence that stands in one paragraph. */
export interface SentencePart {
  readonly start: number;
  readonly block: number;
  readonly page: number | null;
}

/** Sentences that follow one another and speak of one subject: a paragraph, or several that run on. */
export interface Passage {
  /** Where it begins. */
  readonly block: number;
  readonly sentences: readonly Sentence[];
}

const GOES_ON = /[，：；、,:;]$/u;

/**
 * The prose of a document. A paragraph goes on in the next where the first breaks off (`其中：`) and the
 * next is no numbered item; the headings of its sections and tables part passages.
 */
export function passages(document: Document, sections: readonly Section[]): readonly Passage[] {
  return passagesOf(document)(sections);
}

const passagesOf = oncePer((document: Document) =>
  oncePer((sections: readonly Section[]): readonly Passage[] => {
    const headings = new Set(sections.map(({ block }) => block));
    return runningLines(document, (block) => headings.has(block)).flatMap((lines) => {
      const [first] = lines;
      return first === undefined ? [] : [{ block: first.block, sentences: sentencesOf(lines) }];
    });
  }),
);

/** Where a character of a sentence stands. */
export function partAt(sentence: Sentence, offset: number): SentencePart | undefined {
  return sentence.parts.findLast(({ start }) => start <= offset);
}

interface ProseLine {
  readonly text: string;
  readonly block: number;
  readonly page: number | null;
}

function runningLines(
  document: Document,
  isHeading: (block: number) => boolean,
): readonly (readonly ProseLine[])[] {
  const found: ProseLine[][] = [];
  const wrapped = wrapWidth(document);
  /** The passage that a page's end broke off, below which its notes stand. */
  let cut: ProseLine[] | undefined;
  document.blocks.forEach((block, index) => {
    if (block.type !== "paragraph" || block.contents === true || isHeading(index)) return;
    const line = { text: textOf(block), block: index, page: pageOf(block.at) };
    const lines = cut !== undefined && !isNote(line) ? cut : found.at(-1);
    const last = lines?.at(-1);
    const isNext = last?.block === index - 1 || lines === cut;
    if (last !== undefined && isNext && goesOn(last, line, wrapped)) lines?.push(line);
    else found.push([line]);
    cut = isNote(line) ? (cut ?? cutOff(found.at(-2), line)) : undefined;
  });
  return found;
}

/** A note at the foot of a page (`①一般公共预算是指…`). */
const isNote = ({ text, page }: ProseLine): boolean => page !== null && /^[①-⑳]/u.test(text);

function cutOff(lines: ProseLine[] | undefined, note: ProseLine): ProseLine[] | undefined {
  const last = lines?.at(-1);
  return last !== undefined && last.block === note.block - 1 && isBrokenOff(last)
    ? lines
    : undefined;
}

/** Whether a line of a page ends within a sentence that it has begun. */
function isBrokenOff({ text, page }: ProseLine): boolean {
  return page !== null && /[，。]/u.test(text) && /[\p{sc=Han}\d%]$/u.test(text);
}

function goesOn(last: ProseLine, next: ProseLine, wrapped: number | null): boolean {
  if (numbered(next.text).ordinal !== null) return false;
  if (wrapped !== null && breaksAmount(last.text, next.text)) return true;
  return GOES_ON.test(last.text) || isWrapped(last.text, wrapped) || isBrokenOff(last);
}

/** Some texts end their sentences with a full point, which behind a digit is one of decimals or lists. */
const END = /(?<=。|(?<=[\p{sc=Han}%％）)”])\.(?!\d))/u;

function sentencesOf(lines: readonly ProseLine[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let text = "";
  let parts: SentencePart[] = [];
  const close = (): void => {
    if (text !== "" && text.length <= PROSE.longestSentence) found.push({ text, parts });
    text = "";
    parts = [];
  };
  for (const { text: line, block, page } of lines)
    for (const piece of line.split(END)) {
      parts.push({ start: text.length, block, page });
      text += piece;
      if (/[。.]$/u.test(piece)) close();
    }
  close();
  return found;
}
