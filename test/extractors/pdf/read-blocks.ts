import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { pdf } from "../../../extractors/pdf/index.js";
import type { Paragraph, Table } from "../../../pipeline/model/document.js";
import { makePdf, type PageSpec } from "./make-pdf.js";

/** Writes pages and reads their text layers again. */
export async function readPages(...pages: readonly PageSpec[]) {
  const { value, findings } = await pdf.extract(makePdf(pages), {
    plan: { ...BUNDLED, mode: "never" },
  });
  return {
    document: value,
    findings,
    tables: value.blocks.filter((block): block is Table => block.type === "table"),
    paragraphs: value.blocks.filter((block): block is Paragraph => block.type === "paragraph"),
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
