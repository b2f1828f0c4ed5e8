import type { Block, Paragraph } from "../../../pipeline/model/document.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { printedTable } from "../../../normalizers/captions/printed-table.js";
import { makeTable } from "../../make-table.js";

/** What stands around a table. */
export interface Around {
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

/** A table as a document prints it: lines above, rows (`^` and `<` merge), lines below. */
export function printTable(
  rows: readonly (readonly string[])[],
  { above = [], below = [] }: Around = {},
): PrintedTable {
  const table = makeTable(rows);
  const blocks: readonly Block[] = [...above.map(paragraph), table, ...below.map(paragraph)];
  return printedTable({
    document: { blocks, pages: [], ignored: [] },
    block: above.length,
    table,
    number: 1,
    sections: [],
    context: { fiscalYear: null, stage: null, phase: null, scope: null },
  });
}

/** The same rows as plain text prints them: wide cells are one cell, tall ones leave blanks. */
export function withoutSpans(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.filter((text) => text !== "<").map((text) => (text === "^" ? "" : text)),
  );
}

/** The cells that nobody read, and the rules that were doubted. */
export function unread(reading: {
  readonly ledger: readonly {
    readonly use: string;
    readonly row: number;
    readonly column: number;
  }[];
}): readonly string[] {
  return reading.ledger
    .filter(({ use }) => use === "reported")
    .map(({ row, column }) => `${row}/${column}`);
}

function paragraph(text: string, index: number): Paragraph {
  return { type: "paragraph", text, at: { type: "line", line: index + 1 } };
}
