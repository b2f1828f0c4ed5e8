import type { Link } from "../../pipeline/model/document.js";
import { attribute, type Element, elementsIn, plainText } from "./tree.js";

/** Files that disclosures are published as. */
const FILE =
  /\.(?:pdf|docx?|docm|rtf|wps|xlsx?|xlsm|et|pptx?|ofd|csv|txt|zip|rar|7z|jpe?g|png|tiff?|bmp)(?=$|[?#&;\s])/iu;

/** Whether a link leads to a file, by its address or by what it is called. */
export function leadsToFile(link: Element): boolean {
  const href = attribute(link, "href").trim();
  if (href === "" || /^(?:javascript|mailto|tel|data):/iu.test(href)) return false;
  return FILE.test(href) || FILE.test(plainText(link)) || FILE.test(attribute(link, "download"));
}

/** The files that a page leads to, each once, with the names that it gives them; addresses are whole where the page says its own. */
export function filesOf(root: Element): readonly Link[] {
  const base = baseOf(root);
  const files = new Map<string, Link>();
  for (const element of elementsIn(root)) {
    const address = addressOf(element);
    if (address === null) continue;
    const whole = resolved(address, base);
    const name = plainText(element) || attribute(element, "title") || nameIn(whole);
    const before = files.get(whole);
    if (before === undefined || before.name === nameIn(whole))
      files.set(whole, { name, address: whole });
  }
  return [...files.values()];
}

/** The addresses of the pages in the frames of a page; Excel lists the sheets of a workbook beside them. */
export function framesOf(root: Element): readonly string[] {
  const elements = [...elementsIn(root)];
  const of = (tag: string, name: string, where: (element: Element) => boolean) =>
    elements
      .filter((element) => element.tagName === tag && where(element))
      .map((element) => attribute(element, name).trim());
  const frames = of("frame", "src", () => true);
  const sheets = of("link", "href", (link) => /^shLink$/iu.test(attribute(link, "id")));
  return frames.length === 0 || sheets.length === 0 ? frames : sheets;
}

/** A link to a file, or a file that is shown in a frame of the page. */
function addressOf(element: Element): string | null {
  if (element.tagName === "a")
    return leadsToFile(element) ? attribute(element, "href").trim() : null;
  if (!["iframe", "embed", "object"].includes(element.tagName)) return null;
  const source = attribute(element, "src") || attribute(element, "data");
  return FILE.test(source) ? source.trim() : null;
}

function nameIn(address: string): string {
  const [path = ""] = address.split(/[?#]/u, 1);
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("=")) + 1);
  try {
    return decodeURIComponent(name) || address;
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

/** The address of the page, where it says so. */
function baseOf(root: Element): string | null {
  for (const element of elementsIn(root)) {
    if (element.tagName === "base" && URL.canParse(attribute(element, "href")))
      return attribute(element, "href");
    if (element.tagName !== "meta") continue;
    const name = (attribute(element, "name") || attribute(element, "property")).toLowerCase();
    const content = attribute(element, "content");
    if ((name === "url" || name === "og:url") && URL.canParse(content)) return content;
  }
  return null;
}

function resolved(address: string, base: string | null): string {
  if (base === null) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
