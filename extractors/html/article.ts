import type { Stats } from "./page-stats.js";
import { attribute, type Element, isElement } from "./tree.js";

/** How the article of a page is told from what stands around it. */
const ARTICLE = {
  /** Characters of prose that show where it is: fewer do not. */
  fewest: 200,
  /** The share of the prose of the page that the article holds. */
  share: 0.85,
  /** The share of a part's text that are links, and how many make it a menu. */
  linkShare: 0.6,
  fewestLinks: 3,
} as const;

type StatsOf = (element: Element) => Stats | null;

/** The part of a page that is its article: the innermost that holds nearly all of its prose, and all tables of figures. */
export function articleOf(root: Element, statsOf: StatsOf): Element {
  const body = root.childNodes.filter(isElement).find(({ tagName }) => tagName === "body") ?? root;
  const whole = statsOf(body);
  if (whole === null || whole.prose < ARTICLE.fewest) return body;
  const holdsAll = (element: Element): boolean => {
    const stats = element.tagName === "table" ? null : statsOf(element);
    if (stats === null || stats.dataTables !== whole.dataTables) return false;
    return stats.prose >= whole.prose * ARTICLE.share;
  };
  let article = body;
  for (;;) {
    const inner: Element | undefined = article.childNodes.filter(isElement).find(holdsAll);
    if (inner === undefined) return article;
    article = inner;
  }
}

/** Elements that stand around articles by what they are, or by how every site calls them. */
const FURNITURE: ReadonlySet<string> = new Set(["nav", "footer", "aside", "menu"]);
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|share|toolbar)(?:$|[\s_-])/iu;
/** Whether a part of a page is no part of its article: its menu, its foot, or a list of links to other pages. */
export function isFurniture(element: Element, statsOf: StatsOf): boolean {
  const stats = statsOf(element);
  if (stats === null) return false;
  if (FURNITURE.has(element.tagName)) return true;
  const { dataTables, files, links, linked, text } = stats;
  if (dataTables > 0 || files > 0) return false;
  const name = `${attribute(element, "class")} ${attribute(element, "id")}`;
  if (FURNITURE_NAME.test(name) || attribute(element, "role") === "navigation") return true;
  return links >= ARTICLE.fewestLinks && linked >= text * ARTICLE.linkShare;
}
