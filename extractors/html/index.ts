import type { Block, Document } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import { decodeText } from "../common/charset.js";
import type { Format } from "../common/format.js";
import { flattenedTables } from "../lines/flattened.js";
import { textCutShort, textUndecodable } from "../lines/rules.js";
import { articleOf, isFurniture } from "./article.js";
import { endParagraph, type Flow, type Picture, readChildren, startFlow } from "./flow.js";
import { filesOf } from "./links.js";
import { statsOf } from "./page-stats.js";
import { filesNotRead, pageOnlyLinks, pagePictureNotRead, pageWithoutText } from "./rules.js";
import { titleOutside } from "./title.js";
import { attribute, type Element, parsePage } from "./tree.js";

/** How a page begins, or what only a page holds. Workbooks and documents that are saved as XML are none. */
const PAGE =
  /^(?:\s|<!--[^]*?-->)*<(?:!doctype\s*(?:html|>)|html|head|body|meta|title|table|div|p|span|center|font|h[1-6])[\s>]|<(?:html|head|body|meta)[\s>]/iu;
const OTHER_XML = /^\s*<\?xml|<\?mso-application|<Workbook[\s>]/u;
const XHTML = /<!DOCTYPE html|<html[\s>]/iu;

/** Web pages, as they were fetched or saved. */
export const html: Format = {
  name: "html",
  mediaType: "text/html",
  accepts: (bytes) => {
    const start = decodeText(bytes.subarray(0, 65_536))?.text;
    return start !== undefined && isPage(start);
  },
  extract: async (bytes) => {
    const decoded = decodeText(bytes);
    if (decoded === null)
      throw new UnreadableSource("damaged", {
        en: "The web page is of no known encoding: fetch it again, or save it as UTF-8.",
        zh: "网页的编码无法识别，请重新获取，或另存为 UTF-8。",
      });
    const { text, cut, undecodable: count } = decoded;
    const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
    const page = readPage(text);
    return {
      value: page.value,
      findings: [
        ...(cut ? [finding(textCutShort, { line: text.split("\n").length })] : []),
        ...(count > 0 ? [finding(textUndecodable, { count, line })] : []),
        ...page.findings,
      ],
    };
  },
};

function isPage(start: string): boolean {
  return PAGE.test(start) && (!OTHER_XML.test(start) || XHTML.test(start));
}

/** Reads the article of a page; menus and what else stands around it are listed as left out. */
export function readPage(source: string): Outcome<Document> {
  const root = parsePage(source);
  const stats = statsOf(root);
  const article = articleOf(root, stats);
  const flow = startFlow((element) =>
    isFurniture(element, stats) ? "menu, foot or other part of the site" : null,
  );
  const outside = titleOutside(root, article);
  if (outside !== null) {
    flow.text = outside;
    flow.level = 1;
    endParagraph(flow);
    flow.level = null;
  }
  readChildren(flow, article);
  endParagraph(flow);
  const files = filesOf(root);
  const document: Document = {
    blocks: flow.blocks,
    pages: [],
    ignored: flow.ignored,
    ...(files.length === 0 ? {} : { files }),
  };
  return { value: document, findings: findingsOf(document, flow) };
}

function findingsOf(document: Document, { pictures }: Flow): readonly Finding[] {
  const { blocks, files = [] } = document;
  const unread = pictures.filter(mayShowText).length;
  const names = files.map(({ name }) => name);
  return [
    ...flattenedTables(blocks.map(lineOf)),
    ...(unread > 0 ? [finding(pagePictureNotRead, { count: unread })] : []),
    ...(files.length > 0 ? [finding(filesNotRead, { count: files.length, names })] : []),
    ...withoutContent(document, unread),
  ];
}

/** Characters of prose of a page that says something itself. */
const FEWEST_CHARACTERS = 200;

function withoutContent({ blocks, files = [] }: Document, pictures: number): readonly Finding[] {
  const characters = blocks.reduce(
    (sum, block) => sum + (lineOf(block)?.length ?? FEWEST_CHARACTERS),
    0,
  );
  const named = files.reduce((sum, { name }) => sum + name.length, 0);
  if (characters === 0 && files.length === 0)
    return pictures > 0 ? [] : [finding(pageWithoutText, {})];
  const isBare = files.length > 0 && characters - named < FEWEST_CHARACTERS;
  return isBare ? [finding(pageOnlyLinks, { count: files.length })] : [];
}

const lineOf = (block: Block): string | null => (block.type === "paragraph" ? block.text : null);

/** Pixels of a side below which a picture is a sign. */
const SMALL = 64;

/** Whether a picture may show text: signs of files and links, and what is said to be small, do not. */
function mayShowText({ element, linked }: Picture): boolean {
  const source = attribute(element, "src");
  if (source === "" || linked || /icon|fileType|logo/iu.test(source)) return false;
  const sides = ["width", "height"].map((side) => sideOf(element, side));
  return sides.every((side) => side === null || side > SMALL);
}

function sideOf(element: Element, side: string): number | null {
  const stated =
    attribute(element, side) ||
    new RegExp(String.raw`(?:^|[;\s])${side}\s*:\s*(\d+)px`, "iu").exec(
      attribute(element, "style"),
    )?.[1] ||
    "";
  const pixels = Number.parseInt(stated, 10);
  return Number.isNaN(pixels) || stated.includes("%") ? null : pixels;
}
