import { readFileSync } from "node:fs";
import path from "node:path";
import { formatOf, formats } from "../../extractors/index.js";
import type { Block, Place } from "../../pipeline/model/document.js";
import { aligned, dividedOtherwise } from "./alignment.js";
import { comparable, exportedCells } from "./exported.js";

const USAGE = `npm run bench -- cells FILE...

  Compares each cell with text of workbooks, Word files and web pages with what LibreOffice shows of them
  (Calc for workbooks, Writer for the others), sheet by sheet, in order. Needs LibreOffice.
`;
/** How many differences of a sheet are printed. */
const SHOWN = 8;
/** The share of cells that must be read as they are shown. */
const LEAST = 0.999;

/** `npm run bench -- cells`: how many cells are read once and as they are displayed. */
export async function* cellFigures(files: readonly string[]): AsyncGenerator<string> {
  if (files.length === 0) throw new Error(USAGE);
  let [all, equal, more] = [0, 0, 0];
  for (const file of files) {
    const theirs = exportedCells(file);
    const ours = await cellsRead(file, theirs);
    const compared = [...new Set([...theirs.keys(), ...ours.keys()])].map((sheet) => ({
      sheet,
      shown: theirs.get(sheet)?.length ?? 0,
      ...dividedOtherwise(aligned(theirs.get(sheet) ?? [], ours.get(sheet) ?? [])),
    }));
    const sum = (of: (each: (typeof compared)[number]) => number) =>
      compared.reduce((total, each) => total + of(each), 0);
    const [shown, same, extra] = [
      sum((e) => e.shown),
      sum((e) => e.equal),
      sum((e) => e.extra.length),
    ];
    [all, equal, more] = [all + shown, equal + same, more + extra];
    yield `${path.basename(file).padEnd(48)} ${compared.length} sheets, ${shown} cells, ${same} equal, ${extra} more\n`;
    for (const { sheet, missing, extra: added } of compared) {
      for (const text of missing.slice(0, SHOWN)) yield `  ${sheet}: not read “${text}”\n`;
      for (const text of added.slice(0, SHOWN)) yield `  ${sheet}: read “${text}”\n`;
    }
  }
  const share = ((100 * equal) / Math.max(1, all)).toFixed(3);
  const verdict = equal >= LEAST * all ? "" : "  below 99.9 %";
  yield `${equal} of ${all} cells equal (${share} %), ${more} more${verdict}\n`;
}

/** By sheet the texts in its order; of a document without sheets the cells of its tables. */
async function cellsRead(
  file: string,
  theirs: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bytes = readFileSync(file);
  const { value } = await formatOf(bytes, formats).extract(bytes);
  const placed = value.blocks.flatMap(textsOf);
  const sheets = new Map<string, Placed[]>();
  for (const one of placed) {
    // A workbook of one sheet is exported without its name.
    const name = one.at.type === "sheet" && !theirs.has("") ? comparable(one.at.sheet) : "";
    sheets.set(name, [...(sheets.get(name) ?? []), one]);
  }
  return new Map(
    [...sheets].map(([name, texts]) => [name, texts.toSorted(byAddress).map(({ text }) => text)]),
  );
}

interface Placed {
  readonly text: string;
  readonly at: Place;
}

/** Lines between the tables of a document are no cells; those of a sheet are. */
function textsOf(block: Block): readonly Placed[] {
  if (block.type !== "table" && block.at.type !== "sheet") return [];
  const parts = block.type === "table" ? block.cells : [block];
  return parts
    .map(({ text, at }) => ({ text: comparable(text), at }))
    .filter(({ text }) => text !== "");
}

/** Row by row in a sheet; elsewhere as they come. */
function byAddress(a: Placed, b: Placed): number {
  if (a.at.type !== "sheet" || b.at.type !== "sheet") return 0;
  const [rowA, columnA] = position(a.at.cell);
  const [rowB, columnB] = position(b.at.cell);
  return rowA - rowB || columnA - columnB;
}

function position(address: string): readonly [row: number, column: number] {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, each) => 26 * sum + each.charCodeAt(0) - 64, 0);
  return [Number(digits), column];
}
