import type { Block, Cell, Document, Recognized, Table } from "../../pipeline/model/document.js";
import { gridOf } from "../../pipeline/model/grid.js";
import { stitch } from "../structure/stitch/stitch.js";
import { printedTable } from "../captions/printed-table.js";
import { type Grammar, WORDS } from "./grammar.js";
import { mended } from "./phrases.js";
import { placesIn } from "./places.js";
import { projectCodeCells } from "./project-codes.js";
import { filledIn } from "./unread.js";

/**
 * Puts right what recognition misread where the place of a text leaves only one other reading: `1o.5` among
 * amounts, `S` among signs, a name beside its code. What was read stays beside it. No number becomes another,
 * and what is ambiguous stays as it was read. Tables that go on over pages are joined first.
 */
export function correctedByColumn(document: Document): Document {
  if (!isRecognized(document)) return document;
  const whole = mendedDocument(stitch(document));
  const codes = projectCodesIn(whole);
  return {
    ...whole,
    blocks: whole.blocks.map((block, at) => correctedBlock(whole, block, { at, codes })),
  };
}

/** Whether any of a document's text was read from a picture. */
export function isRecognized({ blocks }: Document): boolean {
  return blocks.some((block) =>
    block.type === "table"
      ? block.cells.some(({ recognized }) => recognized !== undefined)
      : block.recognized !== undefined,
  );
}

/** A recognized text with another in its place; what was read first stays known. */
export function corrected<T extends { readonly text: string; readonly recognized?: Recognized }>(
  read: T,
  text: string,
  by: "sign" | "lexicon" | "arithmetic",
): T {
  const { recognized } = read;
  if (recognized === undefined || text === read.text) return read;
  const from = recognized.corrected?.from ?? read.text;
  return { ...read, text, recognized: { ...recognized, corrected: { from, by } } };
}

const mendedText = <T extends { readonly text: string; readonly recognized?: Recognized }>(
  read: T,
): T => {
  const { recognized, text } = read;
  if (recognized === undefined) return read;
  return corrected(read, mended(filledIn(text, recognized)), "lexicon");
};

function mendedDocument(document: Document): Document {
  const blocks = document.blocks.map((block) =>
    block.type === "table" ? { ...block, cells: block.cells.map(mendedText) } : mendedText(block),
  );
  return { ...document, blocks };
}

function projectCodesIn({ blocks }: Document): readonly string[] {
  const tables = blocks.filter((block) => block.type === "table");
  return tables.flatMap((table) => projectCodeCells(gridOf(table)).map(({ text }) => text));
}

/** Where a block stands in its document, and the codes of projects that the document has. */
interface Around {
  readonly at: number;
  readonly codes: readonly string[];
}

function correctedBlock(document: Document, block: Block, { at, codes }: Around): Block {
  if (block.type === "paragraph") return block;
  if (block.cells.every(({ recognized }) => recognized === undefined)) return block;
  const named = withCells(block, (cell) => correctedCell(cell, [WORDS]));
  const inDocument = { ...document, blocks: document.blocks.with(at, named) };
  const places = placesOf(inDocument, named, { at, codes });
  const cells = named.cells.map((cell, i) => {
    const grammars = places.get(cell);
    return grammars === undefined
      ? cell
      : correctedCell(block.cells[i] ?? cell, [...grammars, WORDS]);
  });
  return { ...block, cells };
}

function placesOf(document: Document, table: Table, { at, codes }: Around) {
  const context = { fiscalYear: null, stage: null, phase: null, scope: null };
  const place = { document, block: at, table, number: 1, sections: [], context };
  return placesIn(printedTable(place), codes);
}

const withCells = (table: Table, change: (cell: Cell) => Cell): Table => ({
  ...table,
  cells: table.cells.map(change),
});

/** A cell by the first grammar of its place that doubts it and leaves one reading. */
function correctedCell(cell: Cell, grammars: readonly Grammar[]): Cell {
  const { recognized, text } = cell;
  if (recognized === undefined || text.trim() === "") return cell;
  for (const grammar of grammars) {
    const meant = grammar.doubts(text) ? onlyReading(text, recognized, grammar) : null;
    if (meant !== null) return corrected(cell, meant, grammar.by);
  }
  return cell;
}

/**
 * The one text that the place allows. For words the second reading comes first, since a list of words confirms
 * it; for signs it must agree with the confusions. Last comes what the engine itself thought second best. None
 * where there are several.
 */
function onlyReading(text: string, recognized: Recognized, grammar: Grammar): string | null {
  const { confidence, second, others } = recognized;
  const seconds = second === undefined ? [] : [second];
  const explained = grammar.explained({ text, confidence });
  const ranked =
    grammar.by === "lexicon" ? [seconds, explained, others] : [[...explained, ...seconds], others];
  const found = ranked
    .map((readings) => allowed(readings, grammar))
    .find(({ length }) => length > 0);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

/** The readings that can stand, each once; blanks make no difference. */
function allowed(readings: readonly string[], grammar: Grammar): readonly string[] {
  const standing = readings.filter((text) => text.trim() !== "" && grammar.stands(text));
  const known = new Set<string>();
  return standing.filter((text) => {
    const key = text.replace(/\s/gu, "");
    return !known.has(key) && known.add(key);
  });
}
