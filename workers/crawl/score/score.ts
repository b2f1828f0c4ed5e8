import { fileNameOf } from "../../web/file-name.js";
import type { Link } from "../discover/link.js";
import { isFileAddress } from "../discover/address.js";
import { ADDRESS_WEIGHTS, COLUMN_WEIGHTS, GENERIC, SCORE, TITLE_WEIGHTS } from "./weights.js";
import type { Weight } from "./weights.js";

/** How much speaks for a link, and what: `budget 3`, `page:budget 2.4`. */
export interface Score {
  readonly total: number;
  readonly parts: readonly string[];
}

/** What is scored of a link. */
export type Scored = Pick<Link, "url" | "text" | "row" | "inMenu">;

/** Whether a link leads to a disclosure: by its title, its address, and what the page is about that it stands on. */
export function scoreOf(link: Scored, page: string): Score {
  const columns = isFileAddress(link.url) ? [] : COLUMN_WEIGHTS;
  const own = weighed(titleOf(link), [...TITLE_WEIGHTS, ...columns]);
  const address = weighed(new URL(link.url).pathname, ADDRESS_WEIGHTS);
  const context = link.inMenu ? NOTHING : contextOf(page);
  return rounded({
    total: own.total + address.total + context.total,
    parts: [...own.parts, ...address.parts, ...context.parts.map((part) => `page:${part}`)],
  });
}

/** Whether a title is that of a disclosure itself. */
export function titleScore(title: string): Score {
  return rounded(weighed(title, TITLE_WEIGHTS));
}

const NOTHING: Score = { total: 0, parts: [] };

function titleOf({ url, text, row }: Scored): string {
  const said = text.trim();
  const name = nameIn(url);
  const title = GENERIC.test(said) ? row : said;
  return GENERIC.test(title) || /\p{Script=Han}/u.test(name) ? `${title} ${name}` : title;
}

/** Names of files made of digits and letters say nothing. */
function nameIn(url: string): string {
  const name = fileNameOf(url);
  return /\p{Script=Han}/u.test(name) ? name.replace(/\.\w{1,5}$/u, "") : "";
}

function contextOf(page: string): Score {
  const { total, parts } = weighed(page, TITLE_WEIGHTS);
  const most = SCORE.mostContext;
  return { total: Math.max(-most, Math.min(most, total * SCORE.context)), parts };
}

function weighed(text: string, weights: readonly Weight[]): Score {
  const fitting = weights.filter(({ pattern }) => pattern.test(text));
  const total = fitting.reduce((sum, { weight }) => sum + weight, 0);
  return { total, parts: fitting.map(({ part, weight }) => `${part} ${weight}`) };
}

function rounded({ total, parts }: Score): Score {
  return { total: Math.round(total * 10) / 10, parts };
}
