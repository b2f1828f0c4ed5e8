import type { DocumentDataset, Place, Table } from "./dataset.js";

/** A piece of a document without pages, in reading order; `sheet` where it is of a workbook. */
export type FlowBlock = Words | Grid;

interface Words {
  readonly type: "heading" | "paragraph";
  readonly text: string;
  readonly sheet?: string | undefined;
}

interface Grid {
  readonly type: "table";
  readonly table: Table;
  readonly sheet?: string | undefined;
}

/**
 * Headings, paragraphs and tables as they follow one another. Lines of a text and rows of a sheet say
 * where they stand. Parts of a Word file or a page of the web are numbered by kind: there the tables
 * stand under the headings of their sections.
 */
export function flowOf(dataset: DocumentDataset): readonly FlowBlock[] {
  const { sections, prose, tables } = dataset;
  const isOrdered = [...prose, ...tables.flatMap(({ cells }) => cells)].every(
    ({ at }) => at.type === "line" || at.type === "sheet",
  );
  return isOrdered ? byPlace(dataset) : bySection(sections, prose, tables);
}

type Sections = DocumentDataset["sections"];
type Prose = DocumentDataset["prose"];

function bySection(sections: Sections, prose: Prose, tables: readonly Table[]): FlowBlock[] {
  const of = (section: number | null) =>
    withTables(
      prose.filter(({ section_no }) => section_no === section),
      tables.filter(({ section_no }) => section_no === section),
    );
  return [
    ...of(null),
    ...sections.flatMap(({ section_no, title }) => [
      { type: "heading" as const, text: title },
      ...of(section_no),
    ]),
  ];
}

/** Each table behind the line that is its caption, and in order; those without at the end. */
function withTables(prose: Prose, tables: readonly Table[]): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  let next = 0;
  for (const { text } of prose) {
    blocks.push({ type: "paragraph", text });
    const captioned = tables.findIndex(({ caption }, i) => i >= next && isCaption(text, caption));
    if (captioned < 0) continue;
    for (const table of tables.slice(next, captioned + 1)) blocks.push({ type: "table", table });
    next = captioned + 1;
  }
  return [...blocks, ...tables.slice(next).map((table) => ({ type: "table" as const, table }))];
}

function isCaption(text: string, caption: string | null): boolean {
  return caption !== null && text.replaceAll(/\s/gu, "") === caption.replaceAll(/\s/gu, "");
}

interface Placed {
  readonly at: Place | undefined;
  readonly block: FlowBlock;
}

/** Headings have no place in the JSON: each stands before the first of its section; those behind all stand at the end. */
function byPlace({ sections, prose, tables }: DocumentDataset): readonly FlowBlock[] {
  const parts: (Placed & { readonly section: number | null })[] = [
    ...prose.map(({ text, at, section_no: section }) => ({
      at,
      section,
      block: { type: "paragraph" as const, text, sheet: sheetOf(at) },
    })),
    ...tables.map((table) => {
      const at = table.cells[0]?.at;
      const block = { type: "table" as const, table, sheet: at && sheetOf(at) };
      return { at, section: table.section_no, block };
    }),
  ];
  const sheets = [...new Set(parts.map(({ block }) => block.sheet))];
  const ordered = parts.toSorted(
    (a, b) =>
      sheets.indexOf(a.block.sheet) - sheets.indexOf(b.block.sheet) || lineOf(a.at) - lineOf(b.at),
  );
  const told = new Set<number>();
  const headings = (until: number, sheet: string | undefined) =>
    sections
      .filter(({ section_no }) => section_no <= until && !told.has(section_no))
      .map(({ section_no, title }) => {
        told.add(section_no);
        return { type: "heading" as const, text: title, sheet };
      });
  return [
    ...ordered.flatMap(({ block, section }) => [...headings(section ?? 0, block.sheet), block]),
    ...headings(Infinity, ordered.at(-1)?.block.sheet),
  ];
}

function sheetOf(at: Place): string | undefined {
  return at.type === "sheet" ? at.sheet : undefined;
}

/** The line of a text, or the row of a sheet. A table without cells has none. */
function lineOf(at: Place | undefined): number {
  if (at?.type === "line") return at.line;
  return at?.type === "sheet" ? Number(/\d+$/u.exec(at.cell)?.[0]) : 0;
}

/** The sheets of a workbook, in their order; none of other documents. */
export function sheetsOf(blocks: readonly FlowBlock[]): readonly string[] {
  return [...new Set(blocks.flatMap(({ sheet }) => sheet ?? []))];
}
