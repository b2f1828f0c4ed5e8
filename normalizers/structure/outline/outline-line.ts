import { textOf } from "../../../pipeline/model/canonical-text.js";
import type { Block, Document, Look, Paragraph } from "../../../pipeline/model/document.js";
import { announces, type Contents } from "./outline-contents.js";
import { headingNumber, type NumberStyle } from "./outline-number.js";
import { STRUCTURE } from "../settings.js";

/**
 * How much a numbered line reads like a title: a noun phrase, short clauses without an end (`守住山林，管好水源`),
 * one short sentence, or running prose.
 */
export type Wording = "title" | "clauses" | "sentence" | "prose";

/** A line that may be a heading. */
export interface HeadingLine {
  readonly block: number;
  /** The last block it takes: headings may be torn over two. */
  readonly lastBlock: number;
  readonly ordinal: string | null;
  readonly style: NumberStyle;
  readonly value: number;
  readonly title: string;
  readonly wording: Wording;
  readonly announced: boolean;
}

const TITLE_END =
  /(?:情况|说明|目标|措施|信息|解释|职责|职能|概况|构成|机构|设置|事项|安排|绩效|指标)(?:[（(][^）)]*[）)])?[：:。]?$/u;
const SENTENCE_MARK = /[。；;！？!?]/u;
const AMOUNT = /\d[\d.,]*(?:[万亿千]?元|万)/u;
/** What is set in one line with the title of a part: its first chapter or form. */
const RUN_IN = /(?<=.{4})一、.*$/u;

/** How the text after a list number reads. */
export function wordingOf(text: string): Wording {
  const closed = text.replace(/[：:。]$/u, "");
  if (closed === "" || text.length > STRUCTURE.outline.longestTitle || SENTENCE_MARK.test(closed))
    return "prose";
  if (/[，、,]$/u.test(text) || AMOUNT.test(closed) || /[：:]/u.test(closed)) return "prose";
  if (TITLE_END.test(text)) return "title";
  if (closed !== text) return "sentence";
  if (!/[，,]/u.test(text)) return "title";
  return text.length <= STRUCTURE.outline.longestClauses ? "clauses" : "sentence";
}

/** The numbered lines of a document outside its contents, torn ones made whole. */
export function numberedLines(document: Document, contents: Contents): readonly HeadingLine[] {
  const body = bodyLook(document);
  return document.blocks.flatMap((block, index) => {
    if (block.type !== "paragraph" || contents.blocks.has(index)) return [];
    const line = numberedLine(block, index, contents);
    if (line === null) return [];
    return [withRest(line, { block, next: document.blocks[index + 1], body, contents })];
  });
}

function numberedLine(block: Paragraph, index: number, contents: Contents): HeadingLine | null {
  const number = headingNumber(textOf(block));
  if (number === null) return null;
  const { ordinal, style, value } = number;
  const rest = style === "part" ? number.rest.replace(RUN_IN, "") : number.rest;
  return { block: index, lastBlock: index, ordinal, style, value, ...worded(rest, contents) };
}

function worded(
  text: string,
  contents: Contents,
): Pick<HeadingLine, "title" | "wording" | "announced"> {
  const title = text.replace(/(?<![：:。])[：:。]+$/u, "");
  return { title, wording: wordingOf(text), announced: isAnnounced(title, contents) };
}

/** Whether the contents name this title. */
export function isAnnounced(title: string, contents: Contents): boolean {
  return contents.titles.some((entry) => announces(entry, title));
}

interface Surroundings {
  readonly block: Paragraph;
  readonly next: Block | undefined;
  readonly body: Look | undefined;
  readonly contents: Contents;
}

/** A heading torn over two paragraphs (`第一部分` / `部门概况`, `…情况` / `说明`), joined. */
function withRest(line: HeadingLine, around: Surroundings): HeadingLine {
  const { block, next, body, contents } = around;
  if (next?.type !== "paragraph" || isSentence(line)) return line;
  const rest = textOf(next);
  const goesOn =
    rest.length <= STRUCTURE.outline.longestFragment &&
    headingNumber(rest) === null &&
    wordingOf(rest) === "title" &&
    !rest.includes(line.title || "\n");
  if (!goesOn || !isTorn(line, rest, { body, block, next, contents })) return line;
  return { ...line, lastBlock: line.block + 1, ...worded(line.title + rest, contents) };
}

const isSentence = ({ wording }: HeadingLine): boolean =>
  wording === "sentence" || wording === "clauses";

function isTorn(
  line: HeadingLine,
  rest: string,
  { block, next, body, contents }: Surroundings & { readonly next: Paragraph },
): boolean {
  if (line.title === "") return true;
  if (line.announced || line.wording !== "title") return false;
  if (contents.titles.includes(line.title + rest)) return true;
  return line.style === "part" && sameLook(block.look, next.look) && !sameLook(block.look, body);
}

/** Set alike, as far as the source says. */
export function sameLook(one: Look | undefined, other: Look | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    Math.abs(one.size - other.size) < STRUCTURE.outline.sameSize &&
    one.bold === other.bold &&
    one.font === other.font
  );
}

/** The look of the running text: that of most characters. */
export function bodyLook(document: Document): Look | undefined {
  const weights = new Map<string, { look: Look; characters: number }>();
  for (const block of document.blocks) {
    if (block.type !== "paragraph" || block.look === undefined) continue;
    const { size, bold, font } = block.look;
    const key = `${size.toFixed(1)} ${bold} ${font}`;
    const weight = weights.get(key) ?? { look: block.look, characters: 0 };
    weights.set(key, { look: weight.look, characters: weight.characters + block.text.length });
  }
  return [...weights.values()].sort((a, b) => b.characters - a.characters)[0]?.look;
}
