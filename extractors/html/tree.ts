import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html, parse } from "parse5";
import { LIMITS, refuseBeyond } from "../common/limits.js";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

const NESTED = {
  what: { en: "The web page", zh: "网页" },
  unit: { en: "elements inside one another", zh: "层嵌套的元素" },
  remedy: { en: "Save it again with a browser.", zh: "请用浏览器打开后另存。" },
};

const MANY = {
  what: { en: "The web page", zh: "网页" },
  unit: { en: "elements", zh: "个元素" },
  remedy: { en: "Split it.", zh: "请拆分。" },
};

/**
 * Parses a web page as browsers do. Nothing in it is run or fetched.
 *
 * @throws UnreadableSource `too_large` where its elements are too many, or nested without end
 */
export function parsePage(source: string): Element {
  let depth = 0;
  let elements = 0;
  const onItemPush = (): void => {
    depth += 1;
    elements += 1;
    if (depth > LIMITS.htmlDepth) refuseBeyond("htmlDepth", depth, NESTED);
    if (elements > LIMITS.htmlElements) refuseBeyond("htmlElements", elements, MANY);
  };
  const onItemPop = (): void => {
    depth -= 1;
  };
  const page = parse(source, {
    scriptingEnabled: false,
    treeAdapter: { ...defaultTreeAdapter, onItemPush, onItemPop },
  });
  const root = page.childNodes.find(isElement);
  return root ?? defaultTreeAdapter.createElement("html", html.NS.HTML, []);
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** The value of an attribute, empty where it has none. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? "";
}

/** What no reader sees as text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(
  (
    "script style template noscript noframes head title select textarea button input svg math " +
    "canvas audio video rt rp datalist object iframe"
  ).split(" "),
);

/** Whether an element is never shown. */
export function isUnseen({ tagName }: Element): boolean {
  return UNSEEN.has(tagName);
}

/** Whether the page itself hides an element. */
export function isHidden(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  if (element.attrs.some(({ name }) => name === "hidden")) return true;
  return HIDING.test(attribute(element, "style"));
}

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;

/** Whether a text is struck out. */
export function isStruck(element: Element): boolean {
  return (
    ["s", "strike", "del"].includes(element.tagName) ||
    attribute(element, "style").split(";").some(strikesOut)
  );
}

const strikesOut = (declaration: string): boolean =>
  /^\s*text-decoration/iu.test(declaration) && /line-through/iu.test(declaration);

/** All elements under one, in reading order; `enter` says whether to look inside. */
export function* elementsIn(
  root: Parent,
  enter: (element: Element) => boolean = () => true,
): Generator<Element> {
  const open: Element[] = [];
  const openChildren = ({ childNodes }: Parent): void => {
    for (let at = childNodes.length - 1; at >= 0; at -= 1) {
      const child = childNodes[at];
      if (child !== undefined && isElement(child)) open.push(child);
    }
  };
  openChildren(root);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    yield element;
    if (enter(element)) openChildren(element);
  }
}

/** The text under a node without what is never shown, blanks left out. */
export function plainText(node: Node | Parent): string {
  if ("value" in node) return node.value.replaceAll(/\s/gu, "");
  if (!("childNodes" in node) || ("tagName" in node && isUnseen(node))) return "";
  return node.childNodes.map(plainText).join("");
}
