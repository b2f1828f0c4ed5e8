import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { docx } from "../../../extractors/docx/index.js";
import { pdf } from "../../../extractors/pdf/index.js";
import type { Block, Cell, Document, Table } from "../../../pipeline/model/document.js";
import type { Format } from "../../../extractors/common/format.js";
import { stitch } from "../../../normalizers/structure/stitch/stitch.js";

const FOLDER = new URL("../../../../shared/documents/county/", import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere)
  console.warn("Skipped: the real documents are not here, no PDF is compared with its source.");

async function read(format: Format, name: string): Promise<Document> {
  return stitch((await format.extract(readFileSync(new URL(name, FOLDER)))).value);
}

function tablesOf({ blocks }: Document): Table[] {
  return blocks.filter((block): block is Table => block.type === "table");
}

function paragraphsOf({ blocks }: Document): string[] {
  return blocks.flatMap(textOf).filter((text) => text !== "");
}

function textOf(block: Block): string[] {
  return block.type === "paragraph" ? [block.text.replace(/\s/gu, "")] : [];
}

/** Place, span and text of a cell, white space aside. */
function keyOf({ row, column, rowSpan, columnSpan, text }: Cell): string {
  return [row, column, rowSpan, columnSpan, text.replace(/\s/gu, "")].join(" ");
}

function sharedCells(printed: readonly Table[], source: readonly Table[]): number {
  return source
    .map((table, i) => {
      const found = new Set(printed[i]?.cells.map(keyOf));
      return table.cells.filter((cell) => found.has(keyOf(cell))).length;
    })
    .reduce((sum, count) => sum + count, 0);
}

/** The share of cells that must be the same; one file has a row that its own print cuts off. */
const FLOORS = [
  ["beidaihe-hrss-2021", 1],
  ["caofeidian-hrss-2023", 1],
  ["chengde-gaoxin-hrss-2020", 0.995],
  ["nandagang-hrss-2020", 1],
] as const;

describe.skipIf(!isThere)(
  "a PDF gives the tables and paragraphs of the document it was printed from",
  () => {
    test.each(FLOORS)("%s", { timeout: 60_000 }, async (name, floor) => {
      const [printed, source] = [await read(pdf, `${name}.pdf`), await read(docx, `${name}.docx`)];
      const [tables, expected] = [tablesOf(printed), tablesOf(source)];
      const cells = expected.reduce((sum, table) => sum + table.cells.length, 0);
      expect(tables).toHaveLength(expected.length);
      expect(sharedCells(tables, expected) / cells).toBeGreaterThanOrEqual(floor);
      const texts = new Set(paragraphsOf(source));
      expect(paragraphsOf(printed).filter((text) => !texts.has(text))).toEqual([]);
    });
  },
);
