import type { Look, Paragraph } from "../../pipeline/model/document.js";
import { refuseBeyond } from "../common/limits.js";
import { emitEnded } from "./ended-table.js";
import { addLine } from "./open-table.js";
import { type Flow, type OpenParagraph, placeWithin, type Reader, type Setting } from "./reader.js";
import type { Style } from "./styles.js";

/** Most paragraphs in cells say nothing of themselves. */
const UNSAID = Object.freeze({});
const CONTENTS_STYLE = /^(?:toc|目录) ?(?:\d|heading|标题)$/u;
const CONTENTS_FIELD = /^\s*TOC\b/iu;
const BODY_TEXT = 10;
const TOO_LONG = {
  what: { en: "A paragraph of the Word document", zh: "Word 文档有一段" },
  unit: { en: "characters", zh: "个字符" },
  remedy: {
    en: "This is no text of a disclosure: check the file.",
    zh: "这不是公开文件的文本，请检查文件。",
  },
};
/** A line that ends like this goes on in the next one. */
const GOES_ON = /[，、,]\s*$/u;

/** Opens the next paragraph of the flow, or goes on in the one whose end was deleted. */
export function openParagraph(reader: Reader): void {
  const { flow } = reader;
  emitEnded(reader);
  flow.paragraphs += 1;
  const before = flow.unended ?? { text: "", contents: false, settings: [], after: [], boxes: 0 };
  flow.unended = undefined;
  flow.paragraph = {
    within: flow.path,
    number: flow.paragraphs,
    text: before.text,
    label: undefined,
    properties: UNSAID,
    mark: UNSAID,
    endDeleted: false,
    contents: before.contents || reader.controls.includes(true),
    settings: before.settings,
    after: before.after,
    boxes: before.boxes,
  };
}

/** Closes the open paragraph: it becomes a block, a line of its cell, or the start of the next. */
export function closeParagraph(reader: Reader): void {
  const { flow } = reader;
  const { paragraph } = flow;
  if (!paragraph) return;
  countParagraph(reader, paragraph);
  flow.paragraph = undefined;
  // A field cannot hide what follows the paragraph, even if its end is missing.
  if (flow.fields.length > 0) flow.fields = flow.fields.filter((field) => field.inResult);
  if (isUnended(reader, paragraph)) flow.unended = paragraph;
  else finishParagraph(reader, flow, paragraph);
}

/** Ends a paragraph that has no next one to go on in. */
export function endUnended(reader: Reader): void {
  const { flow } = reader;
  if (flow.unended) finishParagraph(reader, flow, flow.unended);
  flow.unended = undefined;
}

/** Gives the paragraph its number; one whose end is deleted or hidden has none. */
export function countParagraph(reader: Reader, paragraph: OpenParagraph): void {
  if (paragraph.label !== undefined) return;
  paragraph.label = "";
  if (isUnended(reader, paragraph)) return;
  const style = reader.styles.paragraph(paragraph.properties.style);
  const place = reader.counters.placeOf(paragraph.properties, style);
  if (place) paragraph.label = reader.counters.next(place);
}

/** Where the end of a paragraph is deleted or hidden, nothing parts it from the next. */
function isUnended(reader: Reader, { endDeleted, mark, properties }: OpenParagraph): boolean {
  const style = reader.styles.paragraph(properties.style);
  return endDeleted || (mark.hidden ?? style.run.hidden ?? false);
}

function pathOf({ within, number }: OpenParagraph): string {
  return placeWithin(within, `paragraph ${number}`);
}

/** The place of the next text box that hangs on the paragraph. */
export function addBox(paragraph: OpenParagraph): string {
  paragraph.boxes += 1;
  return `${pathOf(paragraph)} / text box ${paragraph.boxes}`;
}

/** Adds what a reader sees to the open paragraph. */
export function addText(reader: Reader, text: string): void {
  const { flow } = reader;
  const { paragraph, run } = flow;
  if (!paragraph || isInInstruction(flow)) return;
  const style = reader.styles.paragraph(paragraph.properties.style);
  const set = { ...style.run, ...reader.styles.character(run?.style), ...run };
  if (set.hidden === true) return;
  if (set.struck === true) {
    strike(reader, paragraph, text);
    return;
  }
  paragraph.text += set.raised === true ? superscript(text) : text;
  refuseBeyond("lineCharacters", paragraph.text.length, TOO_LONG);
  if (flow.cell) return;
  if (isInContentsField(flow)) paragraph.contents = true;
  countSetting(reader, { paragraph, style, text });
}

function isInInstruction({ fields }: Flow): boolean {
  return fields.some((field) => !field.inResult);
}

/** Whether the flow stands inside a table of contents that Word makes. */
export function isInContentsField({ fields }: Flow): boolean {
  return fields.some(({ instruction }) => CONTENTS_FIELD.test(instruction));
}

/** Text that is crossed out is kept beside the document; runs of one paragraph are one text. */
function strike({ seen }: Reader, paragraph: OpenParagraph, text: string): void {
  const path = pathOf(paragraph);
  const last = seen.struck.at(-1);
  const goesOn = last?.at.type === "flow" && last.at.path === path;
  if (text.trim() === "" && !goesOn) return;
  if (goesOn) seen.struck.pop();
  const whole = (goesOn ? last.text : "") + text;
  seen.struck.push({ text: whole, reason: "crossed out", at: { type: "flow", path } });
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Raised digits in characters of their own: glued to a number they would be digits of it. */
function superscript(text: string): string {
  return text.replace(/\d/gu, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}

function countSetting(
  reader: Reader,
  set: { readonly paragraph: OpenParagraph; readonly style: Style; readonly text: string },
): void {
  const characters = set.text.trim().length;
  if (characters === 0) return;
  const { styles, flow } = reader;
  const { run } = flow;
  const look = styles.look(set.style, { ...styles.character(run?.style), ...run });
  const known = set.paragraph.settings.find((each) => isSameLook(each.look, look));
  if (known) known.characters += characters;
  else set.paragraph.settings.push({ look, characters });
}

function isSameLook(one: Setting["look"], other: Setting["look"]): boolean {
  return one.size === other.size && one.bold === other.bold && one.font === other.font;
}

function finishParagraph(reader: Reader, flow: Flow, paragraph: OpenParagraph): void {
  const text = (paragraph.label ?? "") + paragraph.text;
  if (flow.cell) {
    if (isPrinted(text)) addLine(flow.cell, text);
  } else for (const block of blocks(reader, paragraph, text)) flow.emit(block);
  for (const block of paragraph.after) flow.emit(block);
}

function blocks(reader: Reader, paragraph: OpenParagraph, text: string): Paragraph[] {
  const style = reader.styles.paragraph(paragraph.properties.style);
  const level = paragraph.properties.outlineLevel ?? style.paragraph.outlineLevel ?? BODY_TEXT;
  const contents = paragraph.contents || CONTENTS_STYLE.test(style.name);
  const look = dominant(paragraph, style);
  const lines = level < BODY_TEXT ? [oneLine(text)] : printedLines(text);
  return lines.filter(isPrinted).map((line) => ({
    type: "paragraph",
    text: line,
    at: { type: "flow", path: pathOf(paragraph) },
    ...(level >= 1 && level < BODY_TEXT ? { outlineLevel: level } : {}),
    ...(look ? { look } : {}),
    ...(contents ? { contents } : {}),
  }));
}

function oneLine(text: string): string {
  return text.includes("\n") ? text.split("\n").filter(isPrinted).join(" ") : text;
}

function isPrinted(text: string): boolean {
  return text.trim() !== "";
}

/**
 * The lines that a writer parted inside one paragraph, each a paragraph to the reader. A line that
 * ends in a comma was only wrapped.
 */
function printedLines(text: string): string[] {
  if (!text.includes("\n")) return [text];
  const lines: string[] = [];
  let open = "";
  for (const line of text.split("\n")) {
    open += line;
    if (GOES_ON.test(line)) continue;
    lines.push(open);
    open = "";
  }
  return [...lines, open];
}

function dominant(paragraph: OpenParagraph, style: Style): Look | undefined {
  let [most] = paragraph.settings;
  if (!most) return undefined;
  for (const each of paragraph.settings) if (each.characters > most.characters) most = each;
  const centred = paragraph.properties.centred ?? style.paragraph.centred ?? false;
  return { ...most.look, centred };
}
