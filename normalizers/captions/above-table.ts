import type { Block, Paragraph } from "../../pipeline/model/document.js";
import type { Section } from "../../pipeline/model/reading.js";
import { numbered } from "../values/ordinal.js";
import { canonical } from "../values/text.js";
import { captionOf, isCalledTable, looksLikeCaption, type Caption } from "./caption.js";
import { barePart, partsOf } from "./corner-parts.js";
import { joinCorners, NO_CORNER, type Corner } from "./corner-fields.js";
import { besideTitle, cornerBetween, cornerOf } from "./corner.js";
import { isSecondLine } from "./facets.js";
import { CAPTIONS } from "./settings.js";

/** What stands above a grid: its caption, and what the other lines say. */
export interface AboveTable {
  readonly caption: Caption | null;
  readonly corner: Corner;
}

/** Where a table stands among the blocks of its document. */
interface TablePlace {
  readonly document: { readonly blocks: readonly Block[] };
  readonly block: number;
  readonly sections: readonly Section[];
}

/** What a line above a table can be. `unknown`: short, and neither a sentence nor a heading. */
type LineIs = "corner" | "bare" | "unknown" | "other";

const SENTENCE = /[。；;!！?？，,]/u;
const NOTE = /^[（(]?(?:注|备注|说明)\d*[：:]/u;
/** A lead-in to what follows: `具体如下：`; the label of a blank (`制表人：`) is shorter and says less. */
const LEAD_IN = /.{9}[：:]$|(?:如下|以下|下列|包括|其中|情况|安排|[有为是])[：:]$/u;
const STAGE_OF_YEAR = /^\d{4}年度?(?:部门|单位)?(?:预算|决算)(?:公开)?$/u;

/**
 * Reads what stands above a grid. Every short line between a caption and the grid belongs to the top, in any
 * number and order, unless it is prose, a heading or another caption; each is read for a unit, an issuer, a
 * code, a year, a date, and else only passed over. Where a line says nothing known, the caption over it has to
 * call itself a table: other titles stand over sections too.
 */
export function aboveTable(place: TablePlace): AboveTable {
  const { blocks } = place.document;
  const found: Found = { between: [], unknown: 0, known: 0, stage: null };
  const first = Math.max(0, place.block - CAPTIONS.linesAbove - 1);
  for (let line = place.block - 1; line >= first; line -= 1) {
    const block = blocks[line];
    if (block?.type !== "paragraph" || block.contents === true) break;
    const is = lineIs(place, line, block);
    const title = is === "corner" ? null : titleAt(blocks, line);
    if (title !== null) {
      const top = topOf(title, cornerAround(blocks, line, found), found.between[0]);
      const isStage = found.stage === null && STAGE_OF_YEAR.test(canonical(block.text));
      const asksForTable = found.stage !== null || found.unknown > 0;
      if (!isStage) return asksForTable && !isCalledTable(title.text) ? leftOver(found) : top;
      found.stage = asksForTable ? null : top;
    }
    if (is === "other" || !takeLine(found, is, block.text)) break;
  }
  return leftOver(found);
}

/** What was met on the way up from a table. */
interface Found {
  readonly between: string[];
  unknown: number;
  /** The lines right above the table that all say something known. */
  known: number;
  /** A line like `2024年部门预算`, the caption where none is over it that calls itself a table. */
  stage: AboveTable | null;
}

/** Takes a line among those between; says whether it may be one more. */
function takeLine(found: Found, is: LineIs, text: string): boolean {
  if (is === "unknown") found.unknown += 1;
  if (found.unknown > CAPTIONS.unknownAbove) return false;
  if (found.unknown === 0) found.known += 1;
  found.between.unshift(text);
  return true;
}

function cornerAround(blocks: readonly Block[], caption: number, { between }: Found): Corner {
  return joinCorners(cornerBetween(between), cornerOver(blocks, caption));
}

/** What is known where no caption was found that calls itself a table. */
function leftOver({ stage, between, known }: Found): AboveTable {
  if (stage !== null) return stage;
  return { caption: null, corner: cornerBetween(between.slice(between.length - known)) };
}

function lineIs({ sections }: TablePlace, index: number, { text }: Paragraph): LineIs {
  if (cornerOf([text]) !== null) return "corner";
  const plain = canonical(text);
  if (STAGE_OF_YEAR.test(plain) || partsOf(text).every((part) => isBare(part))) return "bare";
  const isHeading =
    numbered(plain).ordinal !== null || sections.some(({ block }) => block === index);
  if (isHeading || plain.length > CAPTIONS.longestUnknown) return "other";
  if (NOTE.test(plain)) return "unknown";
  return SENTENCE.test(plain) || LEAD_IN.test(plain) ? "other" : "unknown";
}

const isBare = (part: string): boolean => barePart(part) !== null;

/** What corner lines right over a caption say: form numbers, a unit that some print there. */
function cornerOver(blocks: readonly Block[], caption: number): Corner {
  let corner = NO_CORNER;
  for (let line = caption - 1; caption - line <= CAPTIONS.linesOverCaption; line -= 1) {
    const block = blocks[line];
    if (block?.type !== "paragraph" || block.contents === true) return corner;
    const says = cornerOf([block.text]);
    // Under another caption they are the corner of that one.
    if (says === null) return titleOn(block.text) === null ? corner : NO_CORNER;
    corner = joinCorners(corner, says);
  }
  return corner;
}

/** A title as printed, and what stands beside it on its line. */
interface Title {
  readonly text: string;
  readonly beside: Corner;
}

/** The title on a line: the line itself, or what remains of it without the corner beside it. */
function titleOn(line: string): Title | null {
  const { title, corner } = besideTitle(line) ?? { title: line, corner: NO_CORNER };
  return looksLikeCaption(title) ? { text: title, beside: corner } : null;
}

/** How titles of whole documents end, which stand over the first caption in the same type. */
const OF_DOCUMENT = /(?:公开|说明|报告|文本)$/u;

/** The title that ends in this block; its first line may be a block of its own, set the same way. */
function titleAt(blocks: readonly Block[], index: number): Title | null {
  const block = blocks[index];
  if (block?.type !== "paragraph") return null;
  const title = titleOn(block.text);
  if (title === null) return null;
  const before = blocks[index - 1];
  const torn =
    before?.type === "paragraph" &&
    isSetAlike(before, block) &&
    titleOn(before.text) === null &&
    !OF_DOCUMENT.test(canonical(before.text)) &&
    looksLikeCaption(before.text + title.text) &&
    cornerOf([before.text]) === null;
  return torn ? { ...title, text: before.text + title.text } : title;
}

/** The top of a table under its title; the line right below may go on with it. */
function topOf({ text, beside }: Title, around: Corner, below = ""): AboveTable {
  const goesOn = isSecondLine(canonical(below));
  return {
    caption: captionOf(goesOn ? `${text}${below}` : text),
    corner: joinCorners(around, beside),
  };
}

/** Whether two lines are one title by their type: both centred, of one font and size. */
function isSetAlike(first: Paragraph, second: Paragraph): boolean {
  const [a, b] = [first.look, second.look];
  if (a === undefined || b === undefined || !a.centred || !b.centred) return false;
  return a.font === b.font && a.bold === b.bold && Math.abs(a.size - b.size) < CAPTIONS.sameSize;
}
