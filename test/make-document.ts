import { printedTable } from "../normalizers/captions/printed-table.js";
import type { Block, Document, Look } from "../pipeline/model/document.js";
import type { PrintedTable } from "../pipeline/model/table-kind.js";

const CONTEXT = { fiscalYear: null, stage: null, phase: null, scope: null };

/** A line of a page: its text, or its text and type size. */
export type Printed =
  | string
  | readonly [text: string, size: number]
  | readonly (readonly string[])[];

function look(size: number): Look {
  return { size, bold: false, centred: true, font: "SimHei" };
}

function isTable(line: Printed): line is readonly (readonly string[])[] {
  return Array.isArray(line) && Array.isArray(line[0]);
}

function block(line: Printed, index: number): Block {
  const at = { type: "line", line: index + 1 } as const;
  if (typeof line === "string") return { type: "paragraph", text: line, at };
  if (!isTable(line)) return { type: "paragraph", text: line[0], at, look: look(line[1]) };
  const cells = line.flatMap((row, r) =>
    row.map((text, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text, at })),
  );
  return { type: "table", rowCount: line.length, columnCount: line[0]?.length ?? 0, cells, at };
}

/** A document of lines and tables. */
export function printed(...lines: readonly Printed[]): Document {
  return { blocks: lines.map(block), pages: [], ignored: [] };
}

/** Its tables with all that is printed about them. */
export function tablesOf(document: Document): readonly PrintedTable[] {
  let number = 0;
  return document.blocks.flatMap((table, at) => {
    if (table.type !== "table") return [];
    number += 1;
    return [printedTable({ document, block: at, table, number, sections: [], context: CONTEXT })];
  });
}
