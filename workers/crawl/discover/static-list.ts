import { CRAWL } from "../manners/settings.js";
import { addressIn, plainLink } from "./link.js";
import type { Link } from "./link.js";

/**
 * The other pages of a static list, whose pager a script writes: `createPageHTML(7, 0, "index", "html")` stands for
 * `index.html`, `index_1.html` … `index_6.html`.
 */
export function staticListLinks(scripts: string, base: string): readonly Link[] {
  const found = CALL.exec(scripts)?.groups;
  if (found === undefined) return [];
  const { count = "1", name = "index", ending = "html" } = found;
  const pages = Math.min(Number(count), CRAWL.listPages);
  const numbers = Array.from({ length: Math.max(pages - 1, 0) }, (_, at) => at + 1);
  return numbers.flatMap((number) => {
    const url = addressIn(`${name}_${number}.${ending}`, base);
    return url === undefined ? [] : [plainLink(url, "next")];
  });
}

/** Some systems name the element that the pager is written to first. */
const CALL =
  /createPageHTML\(\s*(?:["'][\w-]{1,40}["']\s*,\s*)?(?<count>\d{1,4})\s*,\s*\d{1,4}\s*,\s*["'](?<name>[\w-]{1,60})["']\s*,\s*["'](?<ending>\w{1,8})["']/u;
