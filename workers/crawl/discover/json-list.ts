import { CRAWL } from "../manners/settings.js";
import { callsAround } from "./calls.js";
import { addressIn, plainLink } from "./link.js";
import type { Link } from "./link.js";
import { fieldsIn } from "./proxied-list.js";

/** The requests by which a script of a page asks a JSON back end for its list; for the first page of it. */
export function jsonListLinks(scripts: string, base: string): readonly Link[] {
  const asked = [...scripts.matchAll(ASKS)];
  const calls = callsAround(scripts, asked);
  return asked.flatMap(([, address = ""], at) => {
    const url = addressIn(address.replaceAll("&amp;", "&"), base);
    return url === undefined ? [] : [requestLink(new URL(url), calls[at] ?? "")];
  });
}

/** A request with its fields: in a form where the script sends one, else in the address. */
function requestLink(url: URL, call: string): Link {
  const fields = fieldsIn(call);
  if (/\b(?:type|method)["']?\s{0,5}:\s{0,5}["']post["']|\$\.post\(/iu.test(call))
    return plainLink(url.href, "list", { form: fields.toString() });
  for (const [name, value] of fields) url.searchParams.set(name, value);
  return plainLink(url.href, "list");
}

const ASKS =
  /(?:\burl\s{0,5}:|\bfetch\(|\$\.(?:post|get(?:JSON)?)\(|\baxios\.get\()\s{0,5}["']([^"'\s]{1,400}(?:search|query|list|json|api)[^"'\s]{0,400})["']/giu;

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const ADDRESS = /^(?:url|link|href|docpuburl|puburl|linkurl|path|fileurl|filepath)$/iu;
const TITLE = /^(?:title|doctitle|name|subject|filename|showtitle)$/iu;

/** A request to a JSON back end. */
interface Request {
  readonly url: string;
  readonly form: string | null;
}

/** The links in what a JSON back end answers: objects that have an address, with their titles; and its next page. */
export function linksInJson(text: string, request: Request): readonly Link[] {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const rows = [...objectsIn(value)].flatMap((row) => rowLink(row, request.url) ?? []);
  return rows.length === 0 ? [] : [...rows, ...nextPage(request, value)];
}

type Row = { readonly [name: string]: Json };

function* objectsIn(value: Json, depth = 0): Generator<Row> {
  if (value === null || typeof value !== "object" || depth > DEEPEST) return;
  if (isList(value)) for (const each of value) yield* objectsIn(each, depth + 1);
  else {
    yield value;
    for (const each of Object.values(value)) yield* objectsIn(each, depth + 1);
  }
}

const DEEPEST = 12;

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function rowLink(row: Row, base: string): Link | undefined {
  const address = Object.entries(row).find(
    ([name, value]) => ADDRESS.test(name) && typeof value === "string",
  )?.[1];
  const url = typeof address === "string" ? addressIn(address, base) : undefined;
  if (url === undefined) return undefined;
  const title = Object.entries(row).find(
    ([name, value]) => TITLE.test(name) && typeof value === "string",
  )?.[1];
  // Search back ends mark what was searched for.
  const text = typeof title === "string" ? title.replaceAll(/<[^<>]{1,100}>/gu, "") : "";
  return plainLink(url, "link", { text, row: text });
}

const PAGE = /^(?:p|page|pageno|pageindex|pagenum|currpage|current)$/iu;

/** The next page, where the request has a number of a page and the answer says that there are more. */
function nextPage({ url: address, form }: Request, value: Json): readonly Link[] {
  const url = new URL(address);
  const fields = form === null ? url.searchParams : new URLSearchParams(form);
  const name = [...fields.keys()].find((key) => PAGE.test(key));
  if (name === undefined) return [];
  const page = Number(fields.get(name));
  const pages = [...objectsIn(value)]
    .map((row) => pagesIn(row))
    .find((count) => count !== undefined);
  if (pages === undefined || !Number.isInteger(page) || page >= Math.min(pages, CRAWL.listPages))
    return [];
  fields.set(name, String(page + 1));
  return [plainLink(url.href, "list", { form: form === null ? null : fields.toString() })];
}

function pagesIn(row: Row): number | undefined {
  const of = (pattern: RegExp) => {
    const found = Object.entries(row).find(
      ([name, value]) => pattern.test(name) && Number(value) > 0,
    )?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const pages = of(/^(?:pages|totalpages?|pagecount)$/iu);
  if (pages !== undefined) return pages;
  const [total, size] = [
    of(/^(?:total|totalcount|totalrecords?|rowcount)$/iu),
    of(/^(?:pagesize|size|rows|perpage|limit)$/iu),
  ];
  return total === undefined || size === undefined ? undefined : Math.ceil(total / size);
}
