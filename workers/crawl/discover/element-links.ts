import { attribute, elementsIn, plainText } from "../../../index.js";
import type { Element } from "../../../index.js";
import { addressIn, plainLink } from "./link.js";
import type { Link } from "./link.js";

const ROW: ReadonlySet<string> = new Set(["tr", "li", "dd", "dt", "p", "article"]);
const MOST_ROW = 200;

/** Names of parts of a page that are the same on every page of a site. */
const MENU =
  /(?:^|[-_\s])(?:nav|menu|head(?:er)?|foot(?:er)?|top(?:bar)?|bottom|crumbs?|breadcrumb|search|friend(?:ly)?|login|lang|sitemap)(?:$|[-_\s\d])/iu;

/** The links of the elements of a page: links, frames, what they do when they are clicked, forms of hidden fields. */
export function elementLinks(root: Element, base: string): readonly Link[] {
  return [...elementsIn(root)].flatMap((element) => linkOf(element, base) ?? []);
}

function linkOf(element: Element, base: string): Link | undefined {
  if (element.tagName === "iframe" || element.tagName === "frame") {
    const url = addressIn(attribute(element, "src"), base);
    return url === undefined ? undefined : plainLink(url, "frame");
  }
  if (element.tagName === "form") return formLink(element, base);
  const url = targetOf(element, base);
  if (url === undefined) return undefined;
  const said = { text: textOf(element), row: rowOf(element), inMenu: isInMenu(element) };
  const nofollow = /\bnofollow\b/iu.test(attribute(element, "rel"));
  return plainLink(url, isNext(said.text) ? "next" : "link", { ...said, nofollow });
}

const DATA = ["data-url", "data-href", "data-file", "data-path", "data-link"];

function targetOf(element: Element, base: string): string | undefined {
  const href = attribute(element, "href");
  if (["a", "area"].includes(element.tagName)) {
    const plain = addressIn(href, base);
    if (plain !== undefined) return plain;
  }
  for (const script of [
    attribute(element, "onclick"),
    href.startsWith("javascript:") ? href : "",
  ]) {
    const found = addressInScript(script, base);
    if (found !== undefined) return found;
  }
  const data = DATA.map((name) => attribute(element, name)).find((value) => value !== "");
  return data === undefined ? undefined : (addressIn(unpacked(data) ?? data, base) ?? undefined);
}

/** The first address among the texts of a script: as it is, or in base64. */
function addressInScript(script: string, base: string): string | undefined {
  for (const [, text = ""] of script.slice(0, 4_000).matchAll(/["']([^"'<>\s]{4,1000})["']/gu)) {
    const plain = unpacked(text) ?? text;
    if (LOOKS_LIKE_ADDRESS.test(plain)) return addressIn(plain, base);
  }
  return undefined;
}

const LOOKS_LIKE_ADDRESS =
  /^(?:https?:\/\/|\.{0,2}\/[\w.%\p{L}]|[\w%\p{L}./-]+\.(?:s?html?|jsp|do|action|pdf|docx?|xlsx?|zip|rar|wps|et)(?:\?|$))/iu;

/** What a text says in base64, where that is an address. */
function unpacked(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/u.test(text) || text.length % 4 !== 0) return undefined;
  const plain = Buffer.from(text, "base64").toString("utf8");
  return /^(?:https?:\/\/|\/)[\w./%?=&\p{L}-]+$/iu.test(plain) ? plain : undefined;
}

const typeOf = (field: Element) => attribute(field, "type").toLowerCase();

const isHidden = (field: Element) =>
  ["hidden", "submit", "image", "button"].includes(typeOf(field));

/** A form that asks nothing of a person: all its fields are hidden. */
function formLink(form: Element, base: string): Link | undefined {
  const fields = [...elementsIn(form)].filter(({ tagName }) =>
    ["input", "select", "textarea"].includes(tagName),
  );
  const hidden = fields.filter((field) => typeOf(field) === "hidden");
  if (hidden.length === 0 || !fields.every(isHidden)) return undefined;
  const url = addressIn(attribute(form, "action"), base);
  if (url === undefined) return undefined;
  const values = hidden.map((field): [string, string] => [
    attribute(field, "name"),
    attribute(field, "value"),
  ]);
  const encoded = new URLSearchParams(values).toString();
  const label = fields
    .map((field) => attribute(field, "value"))
    .find((_, at) => typeOf(fields[at] ?? form) === "submit");
  const said = { text: plainText(form) || (label ?? ""), row: rowOf(form), inMenu: isInMenu(form) };
  const isPost = attribute(form, "method").toLowerCase() === "post";
  if (isPost) return plainLink(url, "link", { ...said, form: encoded });
  return plainLink(`${url.split("?")[0] ?? url}?${encoded}`, "link", said);
}

/** What a link is called: its text, else what is said of it or of its picture. */
function textOf(element: Element): string {
  const text = plainText(element);
  const title = attribute(element, "title").trim() || attribute(element, "download").trim();
  // Lists shorten long titles and keep them whole in an attribute.
  if (title.length > text.length || /(?:…|\.\.\.)$/u.test(text)) return title || text;
  if (text !== "") return text;
  const picture = [...elementsIn(element)].find(({ tagName }) => tagName === "img");
  return picture === undefined ? "" : attribute(picture, "alt").trim();
}

function rowOf(element: Element): string {
  for (const above of ancestors(element)) {
    if (!ROW.has(above.tagName)) continue;
    const text = plainText(above);
    return text.length > MOST_ROW ? "" : text;
  }
  return "";
}

function isInMenu(element: Element): boolean {
  return [...ancestors(element)].some(
    (above) =>
      ["nav", "header", "footer"].includes(above.tagName) ||
      MENU.test(attribute(above, "class")) ||
      MENU.test(attribute(above, "id")),
  );
}

function* ancestors(element: Element): Generator<Element> {
  for (
    let above = element.parentNode;
    above !== null && "tagName" in above;
    above = above.parentNode ?? null
  )
    yield above;
}

/** Whether a link goes on with a list: 下一页, or the number of a page. */
function isNext(text: string): boolean {
  return /^(?:下一?页|下页|后一页|末页|尾页|next|[>›»]{1,2}|\d{1,3}|第\d{1,3}页)[>›»]*$/iu.test(
    text,
  );
}
