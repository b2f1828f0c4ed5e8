import { canonical, textOf } from "../../../pipeline/model/canonical-text.js";
import {
  type Block,
  type Document,
  type Look,
  pageOf,
  type Paragraph,
} from "../../../pipeline/model/document.js";
import type { Contents } from "./outline-contents.js";
import { openers } from "./outline-counted-anew.js";
import { bodyLook, type HeadingLine, isAnnounced, sameLook, wordingOf } from "./outline-line.js";
import { headingNumber } from "./outline-number.js";
import { STRUCTURE } from "../settings.js";

const DOCUMENT_TITLE = /公开(?:情况)?(?:的)?(?:说明|报告|材料|信息)?$|(?:部门|单位)(?:预算|决算)$/u;
const CALLED_TABLE = /表(?:[（(].*[）)])?$/u;
const CORNER = /^(?:[（(]?(?:金额)?单位[：:]|(?:编制)?(?:部门|单位)(?:名称)?[：:]|公开.{0,4}表)/u;
/** Numbered lines, and which titles are of a known kind. */
interface Found {
  readonly numbered: readonly HeadingLine[];
  readonly isKnown: (title: string) => boolean;
}

/**
 * The headings without a number: page titles that the contents announce, that stand out from the text and are of
 * a known kind, or under which headings are counted anew. Titles of the document and captions are not among them.
 */
export function chapterLines(
  document: Document,
  contents: Contents,
  found: Found,
): readonly HeadingLine[] {
  const body = bodyLook(document);
  const named = namedChapters(document, contents, found);
  const chapters = named.filter(({ block }) => {
    const chapter = document.blocks[block];
    return chapter?.type === "paragraph" && standsOut(chapter, body);
  });
  const known = new Set([...found.numbered, ...named].flatMap((line) => [line.block, line.title]));
  const anew = openers(document, found.numbered, {
    chapters: chapters.map(({ block }) => block),
    mayOpen: (block, title) =>
      !contents.blocks.has(block) && mayBeTitle(title, STRUCTURE.outline.longestTitle),
    standsOut: (block) => standsOut(block, body),
  })
    .filter(
      ({ block, lastBlock, title }) => ![block, lastBlock, title].some((one) => known.has(one)),
    )
    .map(({ block, lastBlock, title }) => ({ ...chapterLine(block, title, true), lastBlock }));
  return [...named, ...anew];
}

/** Page titles that the contents announce, and those of a known kind. */
function namedChapters(
  document: Document,
  contents: Contents,
  found: Found,
): readonly HeadingLine[] {
  const body = bodyLook(document);
  const taken = new Set(found.numbered.flatMap((line) => [line.block, line.lastBlock]));
  const titles = new Set(found.numbered.map(({ title }) => title));
  return document.blocks.flatMap((block, index) => {
    if (block.type !== "paragraph" || contents.blocks.has(index) || taken.has(index)) return [];
    const title = textOf(block);
    if (!mayBeTitle(title, STRUCTURE.outline.longestChapter) || titles.has(title)) return [];
    if (isCaption(document.blocks, index)) return [];
    const announced = isAnnounced(title, contents);
    const isChapter = standsOut(block, body) && found.isKnown(title);
    if (!announced && (!isChapter || goesOnWithTitle(document, index))) return [];
    titles.add(title);
    return [chapterLine(index, title, announced)];
  });
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

function mayBeTitle(title: string, longest: number): boolean {
  return (
    title.length >= 4 &&
    title.length <= longest &&
    headingNumber(title) === null &&
    !/[：:。，、]$/u.test(title) &&
    wordingOf(title) === "title" &&
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

/**
 * Directly before a table, or before the lines in its corner, a line is a caption. What is called a table is one
 * anywhere but over the caption or the heading of another, or alone on its page.
 */
function isCaption(blocks: readonly Block[], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block?.type !== "paragraph" || next?.type === "table") return true;
  if (!CALLED_TABLE.test(textOf(block))) return next !== undefined && CORNER.test(textOf(next));
  if (next === undefined || CORNER.test(textOf(next))) return true;
  return !isTableCalled(textOf(next)) && pageOf(next.at) === pageOf(block.at);
}

/** Whether a line names a table, and not the number of a form (`预算01表`). */
function isTableCalled(text: string): boolean {
  return CALLED_TABLE.test(text) && !/^.{0,6}\d+表$/u.test(text);
}

/** Set larger than the text and centred, or declared a heading by the source. */
function standsOut(block: Paragraph, body: Look | undefined): boolean {
  if (block.outlineLevel !== undefined) return true;
  if (block.look === undefined || body === undefined) return false;
  return block.look.centred && (block.look.size > body.size + 1 || (block.look.bold && !body.bold));
}
