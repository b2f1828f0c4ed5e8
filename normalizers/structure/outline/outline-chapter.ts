import { canonical, textOf } from "../../../pipeline/model/canonical-text.js";
import type { Block, Document, Look, Paragraph } from "../../../pipeline/model/document.js";
import type { Contents } from "./outline-contents.js";
import { bodyLook, type HeadingLine, isAnnounced, sameLook, wordingOf } from "./outline-line.js";
import { headingNumber } from "./outline-number.js";
import { STRUCTURE } from "../settings.js";

const DOCUMENT_TITLE = /公开(?:情况)?(?:的)?(?:说明|报告|材料|信息)?$|(?:部门|单位)(?:预算|决算)$/u;
const CORNER = /^(?:[（(]?(?:金额)?单位[：:]|(?:编制)?(?:部门|单位)(?:名称)?[：:]|公开.{0,4}表)/u;
/** How chapters are called that only a new count of headings tells from the text. */
const CHAPTER_END = /概况$|(?:预算|决算)(?:收支)?(?:情况)?说明$/u;

/**
 * The headings without a number: page titles that the contents announce, or that stand out from the
 * text and are of a known kind. Titles of the document and captions are not among them.
 */
export function chapterLines(
  document: Document,
  contents: Contents,
  found: {
    readonly numbered: readonly HeadingLine[];
    readonly isKnown: (title: string) => boolean;
  },
): readonly HeadingLine[] {
  const body = bodyLook(document);
  const taken = new Set(found.numbered.flatMap((line) => [line.block, line.lastBlock]));
  const titles = new Set(found.numbered.map(({ title }) => title));
  const counted = countedAnew(document, found.numbered);
  return document.blocks.flatMap((block, index) => {
    if (block.type !== "paragraph" || contents.blocks.has(index) || taken.has(index)) return [];
    const title = textOf(block);
    if (!mayBeChapter(title) || titles.has(title)) return [];
    if (isCaption(document.blocks[index + 1])) return [];
    const announced = isAnnounced(title, contents) || counted.has(index);
    const isChapter = standsOut(block, body) && found.isKnown(title);
    if (!announced && (!isChapter || goesOnWithTitle(document, index))) return [];
    titles.add(title);
    return [chapterLine(index, title, announced)];
  });
}

/**
 * The lines under which headings are counted from 一 anew, where no parts do that: two or more such lines are
 * chapters, one is the document's title.
 */
function countedAnew({ blocks }: Document, numbered: readonly HeadingLine[]): ReadonlySet<number> {
  if (numbered.some(({ style }) => style === "part")) return new Set();
  const lines = numbered
    .filter((line) => line.style === "chinese" && line.value === 1 && line.wording === "title")
    .map((line) => line.block - 1)
    .filter((index) => {
      const above = blocks[index];
      return above?.type === "paragraph" && CHAPTER_END.test(textOf(above));
    });
  return new Set(lines.length > 1 ? lines : []);
}

function chapterLine(block: number, title: string, announced: boolean): HeadingLine {
  return {
    block,
    lastBlock: block,
    ordinal: null,
    style: "chapter",
    value: 0,
    title,
    wording: "title",
    announced,
  };
}

function mayBeChapter(title: string): boolean {
  return (
    title.length >= 4 &&
    title.length <= STRUCTURE.outline.longestChapter &&
    headingNumber(title) === null &&
    !/[：:。，、]$/u.test(title) &&
    wordingOf(title) === "title" &&
    !/表(?:[（(].*[）)])?$/u.test(title) &&
    !DOCUMENT_TITLE.test(title)
  );
}

/** The second line of the document's own title: nothing but short lines stands before it, the last of its look. */
function goesOnWithTitle({ blocks }: Document, index: number): boolean {
  const [block, above] = [blocks[index], blocks[index - 1]];
  if (block?.type !== "paragraph" || above?.type !== "paragraph") return false;
  return (
    sameLook(above.look, block.look) &&
    blocks.slice(0, index).every((one) => one.type === "paragraph" && isTitleLine(one.text))
  );
}

function isTitleLine(text: string): boolean {
  return (
    text.length <= 2 * STRUCTURE.outline.longestChapter && headingNumber(canonical(text)) === null
  );
}

/** Directly before a table, or before the lines in its corner, a line is a caption. */
function isCaption(next: Block | undefined): boolean {
  return next?.type === "table" || (next !== undefined && CORNER.test(textOf(next)));
}

/** Set larger than the text and centred, or declared a heading by the source. */
function standsOut(block: Paragraph, body: Look | undefined): boolean {
  if (block.outlineLevel !== undefined) return true;
  if (block.look === undefined || body === undefined) return false;
  return block.look.centred && (block.look.size > body.size + 1 || (block.look.bold && !body.bold));
}
