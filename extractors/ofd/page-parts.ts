import { UnreadableSource } from "../../pipeline/model/errors.js";
import { partAt } from "../office/package.js";
import type { Package } from "../office/package.js";
import { named, numbersIn, textOf, xmlTree } from "./xml-tree.js";
import type { Node } from "./xml-tree.js";

export interface Font {
  readonly name: string;
  readonly bold: boolean;
}

/** A page with what is drawn on it: its templates, then its own content. Lengths are millimetres. */
export interface PageParts {
  readonly box: readonly number[];
  readonly contents: readonly Node[];
  readonly fonts: ReadonlyMap<string, Font>;
}

const A4 = [0, 0, 210, 297];

/**
 * The pages of a package, of all documents in it, in their order.
 *
 * @throws UnreadableSource `damaged` where a part that is named is missing, `encrypted`
 */
export function* pageParts({ part, main }: Pick<Package, "part" | "main">): Generator<PageParts> {
  if (part("Encryptions.xml") !== undefined)
    throw new UnreadableSource("encrypted", {
      en: "The OFD document is encrypted: save a copy that is not.",
      zh: "OFD 文档已加密，请另存一份不加密的副本。",
    });
  const tree = (path: string) => xmlTree(part(path) ?? missing(path));
  for (const { text } of named(tree(main), "DocRoot"))
    yield* pagesOf(partAt("", text.trim()), tree);
}

type Tree = (path: string) => Node;

function* pagesOf(path: string, tree: Tree): Generator<PageParts> {
  const document = tree(path);
  const folder = folderOf(path);
  const resources = [...named(document, "PublicRes"), ...named(document, "DocumentRes")];
  const fonts = new Map(
    resources.flatMap(({ text }) => fontsIn(tree(partAt(folder, text.trim())))),
  );
  const templates = new Map(
    [...named(document, "TemplatePage")].map(({ attributes }) => [
      attributes["ID"],
      attributes["BaseLoc"] ?? "",
    ]),
  );
  // Most pages have the same one.
  const read = new Map<string, Node>();
  const templateAt = (address: string): Node => {
    const template = read.get(address) ?? tree(partAt(folder, address));
    read.set(address, template);
    return template;
  };
  const usual = boxIn(document) ?? A4;
  for (const { attributes } of named(document, "Page")) {
    const content = tree(partAt(folder, attributes["BaseLoc"] ?? ""));
    const below = [...named(content, "Template")].map((template) =>
      templateAt(templates.get(template.attributes["TemplateID"]) ?? ""),
    );
    yield { box: boxIn(content) ?? usual, contents: [...below, content], fonts };
  }
}

function folderOf(path: string): string {
  return path.replace(/[^/]*$/u, "");
}

function boxIn(node: Node): readonly number[] | undefined {
  const box = numbersIn(textOf(node, "PhysicalBox"));
  return box.length === 4 ? box : undefined;
}

function fontsIn(resources: Node): readonly (readonly [string, Font])[] {
  return [...named(resources, "Font")].map(({ attributes }) => {
    const name = attributes["FontName"] ?? attributes["FamilyName"] ?? "";
    const bold = attributes["Bold"] === "true" || /bold|black|heavy/iu.test(name);
    return [attributes["ID"] ?? "", { name, bold }] as const;
  });
}

function missing(path: string): never {
  throw new UnreadableSource("damaged", {
    en: `The OFD document is damaged: it lacks its part ${path}. Fetch it again, or print it as PDF.`,
    zh: `OFD 文档已损坏：缺少 ${path}。请重新获取，或打印为 PDF。`,
  });
}
