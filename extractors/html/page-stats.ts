import { leadsToFile } from "./links.js";
import { type Element, isUnseen, type Node, type Parent } from "./tree.js";

/** What a part of a page holds, counted once for all parts. Lengths are characters without blanks. */
export interface Stats {
  readonly text: number;
  /** Text that is neither linked nor in a table of figures. */
  readonly prose: number;
  readonly linked: number;
  readonly links: number;
  /** Links that lead to files. */
  readonly files: number;
  readonly tables: number;
  /** Tables with figures that hold no others. */
  readonly dataTables: number;
  readonly figures: number;
}

const NOTHING: Stats = {
  text: 0,
  prose: 0,
  linked: 0,
  links: 0,
  files: 0,
  tables: 0,
  dataTables: 0,
  figures: 0,
};

/** Counts what is in each part of a page. */
export function statsOf(root: Element): (element: Element) => Stats {
  const known = new WeakMap<object, Stats>();
  const count = (node: Node | Parent): Stats => {
    if ("value" in node) return ofText(node.value);
    if (!("childNodes" in node) || ("tagName" in node && isUnseen(node))) return NOTHING;
    const inside = node.childNodes.map(count).reduce(sum, NOTHING);
    const stats = "tagName" in node ? ofElement(node, inside) : inside;
    known.set(node, stats);
    return stats;
  };
  count(root);
  return (element) => known.get(element) ?? NOTHING;
}

function ofText(text: string): Stats {
  const length = text.length - (text.match(/\s/gu)?.length ?? 0);
  const figures = /\d[.,]\d/u.test(text) ? 1 : 0;
  return { ...NOTHING, text: length, prose: length, figures };
}

function sum(a: Stats, b: Stats): Stats {
  return {
    text: a.text + b.text,
    prose: a.prose + b.prose,
    linked: a.linked + b.linked,
    links: a.links + b.links,
    files: a.files + b.files,
    tables: a.tables + b.tables,
    dataTables: a.dataTables + b.dataTables,
    figures: a.figures + b.figures,
  };
}

function ofElement(element: Element, inside: Stats): Stats {
  if (element.tagName === "a") {
    const files = leadsToFile(element) ? 1 : 0;
    return { ...inside, prose: 0, linked: inside.text, links: 1, files };
  }
  if (element.tagName !== "table") return inside;
  const isData = inside.tables === 0 && inside.figures > 0;
  const tables = inside.tables + 1;
  return isData ? { ...inside, tables, dataTables: 1, prose: 0 } : { ...inside, tables };
}
