import { canonical, textOf } from "../../../pipeline/model/canonical-text.js";
import type { Block, Document, Paragraph } from "../../../pipeline/model/document.js";
import { pageOf } from "../../../pipeline/model/document.js";
import { headingNumber, type HeadingNumber } from "./outline-number.js";
import { STRUCTURE } from "../settings.js";
import { tally } from "../../../pipeline/model/tally.js";

/** A table of contents: the blocks that it takes, and the titles that it announces. */
export interface Contents {
  readonly blocks: ReadonlySet<number>;
  /** Canonical, in order, without numbers, leaders and page numbers. */
  readonly titles: readonly string[];
}

const HEADING = /^目[录錄次]$/u;
const LEADER = /…+|[.·．。_]{4,}|(?:\. ){3,}/u;
const LEADERS_AND_PAGE =
  /(?:\s*(?:…|[.·．。_]{3,}|(?:\. ){3,}))+[\s.]*[-—]?\d{0,3}[-—]?\s*|\s+\d{1,3}\s*$/gu;
const NEXT_ENTRY =
  /(?=第[一二三四五六七八九十]+部分)|(?<![第一二三四五六七八九十])(?=[一二三四五六七八九十]+、)/u;

/**
 * The pages of contents (目录): what the source flags, lines with leaders, and the short lines under the
 * word `目录` up to where the first of them comes again.
 */
export function contentsOf(document: Document): Contents {
  const blocks = new Set<number>();
  for (let index = 0; index < document.blocks.length; index += 1) {
    if (blocks.has(index) || !opens(document.blocks[index])) continue;
    const closed = goesOn(document.blocks, index, closes(document.blocks, index));
    const end = textBegins(document.blocks, index, closed);
    for (let at = index; at < end; at += 1) blocks.add(at);
  }
  const titles = [...blocks].flatMap((index) => entries(document.blocks[index]));
  return { blocks, titles };
}

/** The titles that a document's table of contents announces: canonical, without numbers and page numbers. */
export function contentsEntries(document: Document): readonly string[] {
  return contentsOf(document).titles;
}

function opens(block: Block | undefined): boolean {
  if (block?.type !== "paragraph") return false;
  return isEntry(block) || HEADING.test(textOf(block));
}

const isEntry = (paragraph: Paragraph): boolean =>
  paragraph.contents === true || LEADER.test(paragraph.text);

/** The index after the last block of the contents that open at `start`. */
function closes(blocks: readonly Block[], start: number): number {
  let first: string | undefined;
  let number: HeadingNumber | null = null;
  let leaders = false;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.type !== "paragraph") return index;
    const text = textOf(block);
    if (isEntry(block)) leaders = true;
    else if (
      index > start &&
      ends({ block, text, first, number, leaders, above: blocks[index - 1] })
    )
      return index;
    if (first === undefined || headingNumber(text)?.style === "part")
      number ??= headingNumber(text);
    if (!HEADING.test(text)) first ??= entries(block)[0];
  }
  return leaders ? blocks.length : start + 1;
}

/**
 * The end of contents that go on behind a line which is no entry, as where a number was misread: up to where the
 * numbers begin anew, if all that stands between may be entries and one is numbered.
 */
function goesOn(blocks: readonly Block[], start: number, end: number): number {
  const numbers = blocks.slice(start, end).flatMap((block) => numberOf(block) ?? []);
  const number = numbers.find(({ style }) => style === "part") ?? numbers[0];
  if (number?.value !== 1) return end;
  let numbered = 0;
  for (let at = end; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== "paragraph") return end;
    const text = textOf(block);
    if (startsAgain(text, number)) return numbered > 0 ? at : end;
    if (text.length > STRUCTURE.outline.longestEntry || /[。；]$/u.test(text)) return end;
    if (headingNumber(text) !== null) numbered += 1;
  }
  return end;
}

function numberOf(block: Block): HeadingNumber | null {
  return block.type === "paragraph" ? headingNumber(textOf(block)) : null;
}

/** Steps back over headings of the text: lines at the end that repeat an entry before them. */
function textBegins(blocks: readonly Block[], start: number, end: number): number {
  const counts = tally(blocks.slice(start, end).flatMap((block) => entries(block)));
  for (let last = end - 1; last > start; last -= 1) {
    const block = blocks[last];
    const [title] = entries(block);
    const count = title === undefined ? undefined : counts.get(title);
    if (title === undefined || count === undefined || count < 2) return last + 1;
    if (block?.type === "paragraph" && isEntry(block)) return last + 1;
    counts.set(title, count - 1);
  }
  return end;
}

interface Line {
  readonly block: Paragraph;
  readonly text: string;
  readonly first: string | undefined;
  /** The number that the entries count from. */
  readonly number: HeadingNumber | null;
  readonly leaders: boolean;
  readonly above: Block | undefined;
}

function ends({ block, text, first, number, leaders, above }: Line): boolean {
  if (number !== null && startsAgain(text, number)) return true;
  if (leaders && !samePage(block, above) && headingNumber(text)?.value === 1) return true;
  if (leaders && headingNumber(text) === null && text.length > STRUCTURE.outline.longestWrap)
    return true;
  if (text.length > STRUCTURE.outline.longestEntry && entries(block).length < 2) return true;
  if (
    /[。；]$/u.test(text) &&
    (text.length > STRUCTURE.outline.longestEntry / 2 || headingNumber(text) === null)
  )
    return true;
  if (headingNumber(text) === null && !samePage(block, above)) return true;
  return (
    first !== undefined &&
    announces(first, (headingNumber(text)?.rest ?? text).replace(/(?<![。：:])[。：:]+$/u, ""))
  );
}

/** The numbers of the entries begin anew: the text has begun. */
function startsAgain(text: string, first: HeadingNumber): boolean {
  const number = headingNumber(text);
  return number?.style === first.style && number.value === 1 && first.value === 1;
}

function samePage(block: Paragraph, other: Block | undefined): boolean {
  return other !== undefined && pageOf(block.at) === pageOf(other.at);
}

function entries(block: Block | undefined): readonly string[] {
  if (block?.type !== "paragraph" || HEADING.test(textOf(block))) return [];
  return block.text
    .replace(LEADERS_AND_PAGE, "\n")
    .split(/\n/u)
    .flatMap((line) =>
      line.length > STRUCTURE.outline.longestEntry / 2 ? line.split(NEXT_ENTRY) : [line],
    )
    .map((line) => canonical(line))
    .map((line) => (headingNumber(line)?.rest ?? line).replace(/(?<![。：:])[。：:]+$/u, ""))
    .filter((line) => /\p{sc=Han}/u.test(line));
}

/**
 * Whether an entry of the contents is this heading: the same words, or the heading with the issuer or the
 * year in front (`部门主要职能` announces `某某局主要职能`).
 */
export function announces(entry: string, title: string): boolean {
  const bare = entry.replace(/^(?:本?部门|本?单位)/u, "");
  return (
    entry === title || [entry, bare].some((words) => words.length >= 4 && title.endsWith(words))
  );
}
