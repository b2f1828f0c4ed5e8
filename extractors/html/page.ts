import type { Block, Document } from "../../pipeline/model/document.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import { flattenedTables } from "../lines/flattened.js";
import { articleOf, isFurniture } from "./article.js";
import { endParagraph, type Flow, readChildren, startFlow } from "./flow.js";
import { filesOf } from "./links.js";
import type { PageReading } from "./page-reading.js";
import { statsOf } from "./page-stats.js";
import { mayShowText, readPictures } from "./pictures.js";
import { filesNotRead, pageOnlyLinks, pageTextMissing } from "./rules.js";
import { titleOutside } from "./title.js";
import { type Element, parsePage } from "./tree.js";
import { HTML } from "./settings.js";

/** How a page begins, or what only a page holds. Workbooks and documents that are saved as XML are none. */
const PAGE =
  /^(?:\s|<!--[^]*?-->)*<(?:!doctype\s*(?:html|>)|html|head|body|meta|title|table|div|p|span|center|font|h[1-6])[\s>]|<(?:html|head|body|meta)[\s>]/iu;
const OTHER_XML = /^\s*<\?xml|<\?mso-application|<Workbook[\s>]/u;
const XHTML = /<!DOCTYPE html|<html[\s>]/iu;

/** Whether a text is a web page, by its beginning. */
export function isPage(start: string): boolean {
  return PAGE.test(start) && (!OTHER_XML.test(start) || XHTML.test(start));
}

/** Reads the article of a page; menus and what else stands around it are listed as left out. */
export async function readPage(source: string, reading: PageReading): Promise<Outcome<Document>> {
  const root = parsePage(source);
  const flow = readArticle(root);
  const files = filesOf(root);
  const pictures = await readPictures(flow.pictures.filter(mayShowText), reading);
  const document: Document = {
    blocks: withPictures(flow.blocks, pictures.blocks),
    pages: [],
    ignored: flow.ignored,
    ...(files.length === 0 ? {} : { files }),
  };
  const findings = [...pictures.findings, ...findingsOf(document, pictures.unread)];
  return { value: document, findings };
}

function readArticle(root: Element): Flow {
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
  return flow;
}

/** What was read of pictures stands where they are shown, by the number of blocks before them. */
function withPictures(
  blocks: readonly Block[],
  shown: ReadonlyMap<number, readonly Block[]>,
): readonly Block[] {
  const at = (index: number) => shown.get(index) ?? [];
  return [...at(0), ...blocks.flatMap((block, index) => [block, ...at(index + 1)])];
}

function findingsOf(document: Document, unread: number): readonly Finding[] {
  const { blocks, files = [] } = document;
  const names = files.slice(0, HTML.filesNamed).map(({ name }) => name);
  return [
    ...flattenedTables(blocks.map(lineOf)),
    ...(files.length > 0 ? [finding(filesNotRead, { count: files.length, names })] : []),
    ...withoutContent(document, unread),
  ];
}

function withoutContent({ blocks, files = [] }: Document, pictures: number): readonly Finding[] {
  const characters = blocks.reduce(
    (sum, block) => sum + (lineOf(block)?.length ?? HTML.fewestCharacters),
    0,
  );
  const named = files.reduce((sum, { name }) => sum + name.length, 0);
  if (characters === 0 && files.length === 0)
    return pictures > 0 ? [] : [finding(pageTextMissing, {})];
  const isBare = files.length > 0 && characters - named < HTML.fewestCharacters;
  return isBare ? [finding(pageOnlyLinks, { count: files.length })] : [];
}

const lineOf = (block: Block): string | null => (block.type === "paragraph" ? block.text : null);
