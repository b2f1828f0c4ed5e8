import { attribute, elementsIn, parsePage, plainText, UnreadableSource } from "../../../index.js";
import type { Element, Parent } from "../../../index.js";
import { CRAWL } from "../manners/settings.js";
import { elementLinks } from "./element-links.js";
import { addressIn } from "./link.js";
import type { Link, PageFacts } from "./link.js";
import { jsonListLinks } from "./json-list.js";
import { proxiedListLinks, rowsInDatastore } from "./proxied-list.js";
import { staticListLinks } from "./static-list.js";

/** What a page says of itself and where it leads. Nothing in it is run. */
export function pageFacts(source: string, url: string): PageFacts {
  const root = parsed(source);
  if (root === undefined) return NOTHING;
  const elements = [...elementsIn(root)];
  const meta = metaOf(elements);
  const base = addressIn(attributeOf(elements, "base", "href"), url) ?? url;
  const rows = rowsInDatastore(source);
  const inRows = rows === "" ? [] : elementLinks(parsePage(rows), base);
  const scripts = scriptsIn(elements);
  const robots = `${meta("robots")},${meta("gongkai")}`;
  return {
    title: titleOf(elements, meta),
    issuer: meta("contentsource") || sourceIn(elements),
    published: /\d{4}-\d{1,2}-\d{1,2}/u.exec(meta("pubdate"))?.[0] ?? null,
    noindex: /\b(?:noindex|none)\b/iu.test(robots),
    nofollow: /\b(?:nofollow|none)\b/iu.test(robots),
    statesAmounts: statesAmounts(root),
    links: unique([
      ...elementLinks(root, base),
      ...inRows,
      ...staticListLinks(scripts, url),
      ...proxiedListLinks(scripts, base),
      ...jsonListLinks(scripts, base),
    ]),
  };
}

const NOTHING: PageFacts = {
  title: "",
  issuer: null,
  published: null,
  noindex: false,
  nofollow: false,
  statesAmounts: false,
  links: [],
};

function parsed(source: string): Element | undefined {
  try {
    return parsePage(source);
  } catch (error) {
    if (error instanceof UnreadableSource) return undefined;
    throw error;
  }
}

type Meta = (name: string) => string;

function metaOf(elements: readonly Element[]): Meta {
  const named = new Map(
    elements
      .filter(({ tagName }) => tagName === "meta")
      .map((element) => [
        attribute(element, "name").toLowerCase(),
        attribute(element, "content").trim(),
      ]),
  );
  return (name) => named.get(name) ?? "";
}

function attributeOf(elements: readonly Element[], tag: string, name: string): string {
  const element = elements.find(({ tagName }) => tagName === tag);
  return element === undefined ? "" : attribute(element, name);
}

/** Its column and its title: of its meta elements, its heading, else the window without the site's name. */
function titleOf(elements: readonly Element[], meta: Meta): string {
  const heading = elements.find(({ tagName }) => tagName === "h1");
  const window = elements.find(({ tagName }) => tagName === "title");
  const [own = ""] = (window === undefined ? "" : rawText(window)).split(/[-_|—–]/u);
  const title =
    meta("articletitle") || (heading === undefined ? "" : plainText(heading)) || own.trim();
  const column = meta("columnname");
  return title.includes(column) ? title : `${column} ${title}`.trim();
}

/** Whom an article names as its source: 来源. */
function sourceIn(elements: readonly Element[]): string | null {
  const texts = elements.filter(({ tagName }) => tagName !== "script").map(rawText);
  const found = texts.flatMap((text) => SOURCE.exec(text)?.[1] ?? []);
  return found[0] ?? null;
}

const SOURCE = /来源[:：]\s{0,9}(?!发布|日期|作者|时间|浏览|字号)([\p{Script=Han}]{3,30})/u;

/** Where scripts are texts of the page: what they hold is read, not run. */
function scriptsIn(elements: readonly Element[]): string {
  return elements
    .filter(({ tagName }) => tagName === "script")
    .map(rawText)
    .join("\n")
    .slice(0, CRAWL.scriptText);
}

function rawText({ childNodes }: Parent): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

const LEAST_SUMS = 3;

function statesAmounts(root: Element): boolean {
  const sums = plainText(root).matchAll(/\d(?:万|亿)?元/gu);
  return [...sums].length >= LEAST_SUMS;
}

/** Each address once: of several links to one that which says most. */
function unique(links: readonly Link[]): readonly Link[] {
  const known = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.url} ${link.form ?? ""}`;
    const before = known.get(key);
    if (before === undefined || link.text.length > before.text.length) known.set(key, link);
  }
  return [...known.values()].slice(0, CRAWL.links);
}
