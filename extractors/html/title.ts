import { attribute, type Element, elementsIn, isUnseen, plainText } from "./tree.js";
import { HTML } from "./settings.js";

/**
 * The title of a page where it stands outside of its article: the heading that the page itself calls the
 * title of the article, else its only heading of the first or second level. Null where the article has it.
 */
export function titleOutside(root: Element, article: Element): string | null {
  const stated = statedTitle(root);
  const inside = plainText(article);
  if (stated !== "" && inside.includes(stated)) return null;
  const headings = [...elementsIn(root, (element) => element !== article && !isUnseen(element))];
  const same = stated === "" ? undefined : headings.find((each) => plainText(each) === stated);
  const ranked = headings.filter(({ tagName }) => /^h[12]$/u.test(tagName)).filter(isLong);
  const found = same ?? (ranked.length === 1 ? ranked[0] : undefined);
  if (found === undefined || found === article) return null;
  const text = textOf(found);
  return inside.includes(plainText(found)) ? null : text;
}

const isLong = (element: Element): boolean => plainText(element).length >= HTML.shortestTitle;

/** `ArticleTitle`, which the pages of governments have by regulation, without blanks. */
function statedTitle(root: Element): string {
  for (const element of elementsIn(root))
    if (element.tagName === "meta" && /^ArticleTitle$/iu.test(attribute(element, "name")))
      return attribute(element, "content").replaceAll(/\s/gu, "");
  return "";
}

function textOf(element: Element): string {
  const texts = element.childNodes.map((node) =>
    "value" in node ? node.value : "tagName" in node ? textOf(node) : "",
  );
  return texts.join("").replaceAll(/\s+/gu, " ").trim();
}
