import type { Block, Document } from "../../pipeline/model/document.js";
import { type Finding, finding, type Outcome } from "../../pipeline/model/finding.js";
import { relocatedAll } from "../common/relocated.js";
import { flattenedTables } from "../lines/flattened.js";
import { spoiltText } from "../lines/spoilt.js";
import { articleOf, isFurniture } from "./article.js";
import { endParagraph, type Flow, readChildren, startFlow } from "./flow.js";
import { savedFrames } from "./frames.js";
import { filesOf } from "./links.js";
import type { PageReading } from "./page-reading.js";
import { statsOf } from "./page-stats.js";
import { mayShowText, readPictures } from "./pictures.js";
import { filesNotRead, frameNotRead, pageOnlyLinks, pageTextMissing } from "./rules.js";
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

/**
 * Reads the article of a page, or of each page that was saved in its frames; menus and what else stands around it
 * are listed as left out.
 */
export async function readPage(source: string, reading: PageReading): Promise<Outcome<Document>> {
  const root = parsePage(source);
  const { frames, missing } = savedFrames(root, reading.saved);
  const notRead = missing > 0 ? [finding(frameNotRead, { count: missing })] : [];
  if (frames.length === 0) return told(await readRoot(root, reading), notRead);
  const pages: Article[] = [];
  for (const { decoded, address } of frames) {
    const saved = reading.saved && { ...reading.saved, address };
    const page = await readRoot(parsePage(decoded.text), { ...reading, saved });
    pages.push({ ...page, findings: [...spoiltText(decoded), ...page.findings] });
  }
  return told(joined(pages), notRead);
}

/** What a page has, and how many of its pictures are not read. */
interface Article {
  readonly document: Document;
  readonly unread: number;
  readonly findings: readonly Finding[];
}

function told({ document, unread, findings }: Article, notRead: readonly Finding[]) {
  return { value: document, findings: [...notRead, ...findings, ...findingsOf(document, unread)] };
}

/** The pages of frames as one. */
function joined(pages: readonly Article[]): Article {
  const files = new Map(
    pages.flatMap(({ document }) => document.files ?? []).map((file) => [file.address, file]),
  );
  const document: Document = {
    blocks: pages.flatMap(({ document: { blocks } }, at) =>
      relocatedAll(blocks, `frame ${at + 1}`),
    ),
    pages: [],
    ignored: pages.flatMap(({ document: { ignored } }) => ignored),
    ...(files.size === 0 ? {} : { files: [...files.values()] }),
  };
  const unread = pages.reduce((sum, page) => sum + page.unread, 0);
  return { document, unread, findings: pages.flatMap(({ findings }) => findings) };
}

async function readRoot(root: Element, reading: PageReading): Promise<Article> {
  const flow = readArticle(root);
  const files = filesOf(root);
  const pictures = await readPictures(flow.pictures.filter(mayShowText), reading);
  const document: Document = {
    blocks: withPictures(flow.blocks, pictures.blocks),
    pages: [],
    ignored: flow.ignored,
    ...(files.length === 0 ? {} : { files }),
    ...(pictures.besideUsed ? { besideUsed: true } : {}),
  };
  return { document, unread: pictures.unread, findings: pictures.findings };
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
