import { withoutTrailing } from "../common/without-trailing.js";
import type { Block, Ignored, Paragraph } from "../../pipeline/model/document.js";
import { leadsToFile } from "./links.js";
import { asCell, hiddenParts, isLayout, placeCells } from "./table.js";
import {
  attribute,
  type Element,
  isElement,
  isHidden,
  isStruck,
  isUnseen,
  type Node,
  type Parent,
} from "./tree.js";

/** A picture of a page, and the place among its blocks where it is shown. */
export interface Picture {
  readonly element: Element;
  /** How many blocks stand before it. */
  readonly after: number;
  /** It is a link, or stands before one to a file. */
  readonly isSign: boolean;
}

/** What is read of a page, as far as it is. */
export interface Flow {
  readonly blocks: Block[];
  readonly ignored: Ignored[];
  readonly pictures: Picture[];
  /** Parts that are passed over, and why; null for a part that counts. */
  readonly leftOut: (element: Element) => string | null;
  /** What holds its blocks: a cell; empty for the page. */
  readonly path: string;
  paragraphs: number;
  tables: number;
  /** The text of the open paragraph. */
  text: string;
  level: number | null;
  /** Inside a link. */
  linked: boolean;
  /** In a cell: the lines of its text, instead of paragraphs. */
  readonly lines: string[] | null;
  /** For each open numbered list the number of its next item. */
  readonly counters: number[];
}

/** A flow at its start. */
export function startFlow(
  leftOut: Flow["leftOut"],
  { path = "", lines = null }: Partial<Pick<Flow, "path" | "lines">> = {},
): Flow {
  return {
    blocks: [],
    ignored: [],
    pictures: [],
    leftOut,
    path,
    paragraphs: 0,
    tables: 0,
    text: "",
    level: null,
    linked: false,
    lines,
    counters: [],
  };
}

/** Elements that begin a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu " +
    "nav ol p pre section summary table tbody td tfoot th thead tr ul caption ucapcontent"
  ).split(" "),
);

/** Reads what is under a node into paragraphs and tables. */
export function readChildren(flow: Flow, parent: Parent): void {
  for (const [index, child] of parent.childNodes.entries()) {
    if (isElement(child) && child.tagName === "img" && !isHidden(child)) {
      const isSign = flow.linked || isBeforeFile(parent.childNodes, index);
      flow.pictures.push({ element: child, after: flow.blocks.length, isSign });
    } else readNode(flow, child);
  }
}

/** Whether the next thing after a picture is a link to a file. */
function isBeforeFile(nodes: readonly Node[], index: number): boolean {
  const [next, afterNext] = nodes.slice(index + 1, index + 3);
  const isBlank = next !== undefined && "value" in next && next.value.trim() === "";
  const node = isBlank ? afterNext : next;
  return node !== undefined && isElement(node) && node.tagName === "a" && leadsToFile(node);
}

/** Ends the open paragraph. */
export function endParagraph(flow: Flow): void {
  const text = withoutTrailing(flow.text.replace(/^ +/u, ""), " ");
  flow.text = "";
  if (text.trim() === "") return;
  if (flow.lines !== null) {
    flow.lines.push(text);
    return;
  }
  flow.paragraphs += 1;
  const paragraph: Paragraph = {
    type: "paragraph",
    text,
    at: placeOf(flow, `paragraph ${flow.paragraphs}`),
  };
  flow.blocks.push(flow.level === null ? paragraph : { ...paragraph, outlineLevel: flow.level });
}

function placeOf({ path }: Flow, place: string) {
  return { type: "flow", path: path === "" ? place : `${path} / ${place}` } as const;
}

function readNode(flow: Flow, node: Node): void {
  if ("value" in node) flow.text = joined(flow.text, node.value);
  else if (isElement(node)) readElement(flow, node);
}

/** Blanks of the source are one blank; the wide and the unbreakable blank are characters. */
function joined(before: string, value: string): string {
  const text = value.replaceAll(/[ \t\n\r\f]+/gu, " ");
  return before.endsWith(" ") || before === "" ? before + text.replace(/^ /u, "") : before + text;
}

function readElement(flow: Flow, element: Element): void {
  if (isUnseen(element)) return;
  const reason = leftOutFor(flow, element);
  if (reason !== null) {
    passOver(flow, element, reason);
    return;
  }
  const { tagName } = element;
  if (tagName === "br") endParagraph(flow);
  else if (tagName === "sup" || tagName === "sub") readRaised(flow, element);
  else if (tagName === "table") readTable(flow, element);
  else if (BLOCKS.has(tagName)) readBlock(flow, element);
  else if (tagName === "a") {
    const before = flow.linked;
    flow.linked = true;
    readChildren(flow, element);
    flow.linked = before;
  } else readChildren(flow, element);
}

const HIDDEN = "hidden by the page";

function leftOutFor(flow: Flow, element: Element): string | null {
  if (isHidden(element)) return HIDDEN;
  if (isStruck(element)) return "struck out";
  return flow.leftOut(element);
}

/** What is left out is listed, a paragraph an entry. */
function passOver(flow: Flow, element: Element, reason: string): void {
  const left = startFlow(() => null, { path: flow.path });
  readContent(left, element);
  const at = placeOf(flow, `paragraph ${flow.paragraphs + 1}`);
  const blocks = left.blocks.flatMap((block): readonly { readonly text: string }[] =>
    block.type === "paragraph" ? [block] : block.cells,
  );
  for (const { text } of blocks) if (text.trim() !== "") flow.ignored.push({ text, reason, at });
}

function readContent(flow: Flow, element: Element): void {
  readChildren(flow, element);
  endParagraph(flow);
}

function readBlock(flow: Flow, element: Element): void {
  endParagraph(flow);
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (level !== undefined) flow.level = Number(level);
  const isNumbered = element.tagName === "ol";
  if (isNumbered) flow.counters.push(Number(attribute(element, "start")) || 1);
  if (element.tagName === "ul") flow.counters.push(0);
  if (element.tagName === "li") flow.text = itemNumber(flow);
  if (element.tagName === "pre") readLines(flow, element);
  else readChildren(flow, element);
  endParagraph(flow);
  if (isNumbered || element.tagName === "ul") flow.counters.pop();
  if (level !== undefined) flow.level = null;
}

/** The number that a list prints before its item; none in a list without numbers. */
function itemNumber(flow: Flow): string {
  const last = flow.counters.length - 1;
  const number = flow.counters[last];
  if (number === undefined || number === 0) return "";
  flow.counters[last] = number + 1;
  return `${number}. `;
}

/** Text that keeps its lines. */
function readLines(flow: Flow, element: Element): void {
  const inner = startFlow(flow.leftOut);
  for (const child of element.childNodes) {
    if (!("value" in child)) {
      readNode(flow, child);
      continue;
    }
    for (const line of child.value.split("\n")) {
      flow.text += line;
      endParagraph(flow);
    }
  }
  flow.pictures.push(...inner.pictures);
}

const RAISED: Readonly<Record<string, string>> = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹", sub: "₀₁₂₃₄₅₆₇₈₉" };

/** Digits that are raised or lowered are no digits of the number that they hang on: they stay apart from it. */
function readRaised(flow: Flow, element: Element): void {
  const before = flow.text;
  flow.text = "";
  readChildren(flow, element);
  const signs = RAISED[element.tagName] ?? "";
  const raised = flow.text.replaceAll(/\d/gu, (digit) => signs[Number(digit)] ?? digit);
  flow.text = before + raised;
}

/** A table of data is a block; one that lays out the page is read through. */
function readTable(flow: Flow, element: Element): void {
  endParagraph(flow);
  if (isLayout(element)) {
    readChildren(flow, element);
    endParagraph(flow);
    return;
  }
  for (const child of element.childNodes.filter(isElement))
    if (child.tagName === "caption") readBlock(flow, child);
  for (const hidden of hiddenParts(element)) passOver(flow, hidden, HIDDEN);
  flow.tables += 1;
  const at = placeOf(flow, `table ${flow.tables}`);
  const { rowCount, columnCount, cells } = placeCells(element);
  const inside: Block[] = [];
  const read = cells.map((placed) => {
    const path = `${at.path} / row ${placed.row + 1} / cell ${placed.column + 1}`;
    const lines: string[] = [];
    const cell = startFlow(flow.leftOut, { path, lines });
    readContent(cell, placed.element);
    for (const block of cell.blocks) inside.push(block);
    for (const each of cell.ignored) flow.ignored.push(each);
    for (const each of cell.pictures)
      flow.pictures.push({ ...each, after: flow.blocks.length + 1 });
    return asCell(placed, lines.join("\n"), path);
  });
  if (read.length > 0) flow.blocks.push({ type: "table", rowCount, columnCount, cells: read, at });
  for (const block of inside) flow.blocks.push(block);
}
