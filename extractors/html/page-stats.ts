import { leadsToFile } from "./links.js";
import { type Element, isElement, isUnseen } from "./tree.js";

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

/** The same while it is counted. */
type Count = { -readonly [name in keyof Stats]: Stats[name] };

/** The parts of a page that are asked about: what holds an article, a menu or a list. */
const PARTS: ReadonlySet<string> = new Set(
  (
    "body div section article main center form font ucapcontent nav header footer aside " +
    "menu ul ol dl table"
  ).split(" "),
);

/** Counts what is in each part of a page; elements within lines are none. */
export function statsOf(root: Element): (element: Element) => Stats | null {
  const known = new Map<Element, Stats>();
  countElement(root, { totals: nothingYet(), known });
  return (element) => known.get(element) ?? null;
}

const nothingYet = (): Count => ({
  text: 0,
  prose: 0,
  linked: 0,
  links: 0,
  files: 0,
  tables: 0,
  dataTables: 0,
  figures: 0,
});

interface Counting {
  /** Of all that was passed so far: what a part holds is by how much they grow over it. */
  readonly totals: Count;
  readonly known: Map<Element, Stats>;
}

function countElement(element: Element, counting: Counting): void {
  if (isUnseen(element)) return;
  const { totals, known } = counting;
  const { tagName } = element;
  const before = tagName === "a" || PARTS.has(tagName) ? { ...totals } : null;
  for (const child of element.childNodes) {
    if (isElement(child)) countElement(child, counting);
    else if ("value" in child) addText(totals, child.value);
  }
  if (before === null) return;
  if (tagName === "a") countLink(element, totals, before);
  else if (tagName === "table") countTable(totals, before);
  if (tagName !== "a") known.set(element, grown(totals, before));
}

function countLink(link: Element, totals: Count, before: Stats): void {
  totals.prose = before.prose;
  totals.linked += totals.text - before.text;
  totals.links += 1;
  if (leadsToFile(link)) totals.files += 1;
}

function countTable(totals: Count, before: Stats): void {
  if (totals.tables === before.tables && totals.figures > before.figures) {
    totals.dataTables += 1;
    totals.prose = before.prose;
  }
  totals.tables += 1;
}

function grown(after: Stats, before: Stats): Stats {
  return {
    text: after.text - before.text,
    prose: after.prose - before.prose,
    linked: after.linked - before.linked,
    links: after.links - before.links,
    files: after.files - before.files,
    tables: after.tables - before.tables,
    dataTables: after.dataTables - before.dataTables,
    figures: after.figures - before.figures,
  };
}

function addText(totals: Count, text: string): void {
  const length = text.length - (text.match(/\s/gu)?.length ?? 0);
  totals.text += length;
  totals.prose += length;
  if (/\d[.,]\d/u.test(text)) totals.figures += 1;
}
