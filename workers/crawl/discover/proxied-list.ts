import { CRAWL } from "../manners/settings.js";
import { addressIn, plainLink } from "./link.js";
import type { Link } from "./link.js";

/** The rows of a list that a page keeps as text in a script, `<datastore>`, or that a proxy answers: HTML. */
export function rowsInDatastore(source: string): string {
  const rows = source.matchAll(/<record>\s*<!\[CDATA\[([\s\S]{0,20000}?)\]\]>/gu);
  return Array.from(rows, ([, row = ""]) => row).join("\n");
}

/**
 * The requests for the rows of a list that come by POST from a proxy, some pages at once: the page says how many rows
 * there are and how many are shown.
 */
export function proxiedListLinks(scripts: string, base: string): readonly Link[] {
  const address = /["']([^"'\s]{1,300}dataproxy\.(?:jsp|do)[^"'\s]{0,600})["']/iu.exec(
    scripts,
  )?.[1];
  const total = numberOf("totalrecords?", scripts);
  const shown = numberOf("perpage", scripts);
  if (address === undefined || total === undefined || shown === undefined || shown === 0) return [];
  const url = addressIn(address.replaceAll("&amp;", "&"), base);
  if (url === undefined) return [];
  const fields = fieldsIn(scripts);
  const step = shown * PAGES_AT_ONCE;
  const count = Math.min(Math.ceil(total / step), CRAWL.listPages);
  return Array.from({ length: count }, (_, at) => {
    const first = at * step + 1;
    const from = new URL(url);
    from.searchParams.set("startrecord", String(first));
    from.searchParams.set("endrecord", String(Math.min(first + step - 1, total)));
    from.searchParams.set("perpage", String(shown));
    return plainLink(from.href, "list", { form: fields.toString() });
  });
}

/** As the system's own script asks. */
const PAGES_AT_ONCE = 3;

function numberOf(name: string, scripts: string): number | undefined {
  const found = new RegExp(String.raw`\b${name}["']?\s{0,9}[:=]\s{0,9}["']?(\d{1,6})`, "iu").exec(
    scripts,
  )?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The fields that a script sends: `params: {col: 1, webid: 4, columnid: "310"}`. */
export function fieldsIn(scripts: string): URLSearchParams {
  const list =
    /\b(?:params?|data|ajaxParam)["']?\s{0,9}:\s{0,9}\{([^{}]{1,2000})\}/iu.exec(scripts)?.[1] ??
    "";
  const fields = list.matchAll(
    /["']?(\w{1,40})["']?\s{0,9}:\s{0,9}(?:"([^"]{0,300})"|'([^']{0,300})'|(\d{1,12}))/gu,
  );
  return new URLSearchParams(
    Array.from(fields, ([, name = "", double, single, number]): [string, string] => [
      name,
      double ?? single ?? number ?? "",
    ]),
  );
}
