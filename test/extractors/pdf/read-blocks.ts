import { expect } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { pdf } from "../../../extractors/pdf/index.js";
import type { Document, Paragraph, Table } from "../../../pipeline/model/document.js";
import { makePdf, type PageSpec } from "./make-pdf.js";

const plan = { ...BUNDLED, mode: "never" as const };

/** Writes pages and reads their text layers again; every engine reads the same. */
export async function readPages(...pages: readonly PageSpec[]) {
  const bytes = makePdf(pages);
  const { value, findings } = await pdf.extract(bytes, { plan });
  const other = await pdf.extract(bytes, { plan, pdfEngine: "pdfium" });
  expect(printed(other.value)).toEqual(printed(value));
  expect(other.findings).toEqual(findings);
  return {
    document: value,
    findings,
    tables: value.blocks.filter((block): block is Table => block.type === "table"),
    paragraphs: value.blocks.filter((block): block is Paragraph => block.type === "paragraph"),
  };
}

/** The dots of Chinese fonts are one sign to an engine, and another to the other. */
const dotted = (text: string): string => text.replaceAll("⋯", "…");

/** What is printed, without its places: engines round them in their own ways. */
export function printed({ blocks, ignored, pages }: Document) {
  return {
    blocks: blocks.map((block) =>
      block.type === "table" ? rowsOf(block) : `${dotted(block.text)} ${block.look?.bold ?? false}`,
    ),
    ignored: ignored.map(({ text, reason }) => `${reason}: ${text}`),
    pages: pages.map(({ width, height, ...rest }) => {
      return { ...rest, width: Math.round(width), height: Math.round(height) };
    }),
  };
}

/** The texts of a table by rows; a cell that spans is followed by its span in brackets. */
export function rowsOf(table: Table | undefined): string[][] {
  if (table === undefined) return [];
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, columnSpan }) =>
        rowSpan === 1 && columnSpan === 1 ? text : `${text} [${rowSpan}x${columnSpan}]`,
      ),
  );
}

/** The texts of paragraphs. */
export function textsOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map(({ text }) => text);
}
