import { interpretation } from "../../../normalizers/interpretation.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { interpret } from "../../../pipeline/run.js";
import type { Block, Cell, Document, Recognized } from "../../../pipeline/model/document.js";

/** A text as it was recognized: alone where it is sure, else with what is known of it. */
export type Seen = string | readonly [text: string, known: Partial<Recognized>];

const SURE: Recognized = { confidence: 0.99, others: [] };

function seen(printed: Seen): { readonly text: string; readonly recognized: Recognized } {
  if (typeof printed === "string") return { text: printed, recognized: SURE };
  return { text: printed[0], recognized: { ...SURE, ...printed[1] } };
}

/** A page as a picture gave it: a line of text, or a table by its rows. */
export type Line = Seen | { readonly rows: readonly (readonly Seen[])[] };

function block(line: Line, index: number): Block {
  const top = index * 100;
  const at = { type: "page", page: 1, box: [50, top, 550, top + 90] } as const;
  if (typeof line === "string" || !("rows" in line))
    return { type: "paragraph", ...seen(line), at };
  const cells = line.rows.flatMap((row, r) =>
    row.map((text, c): Cell => ({
      row: r,
      column: c,
      rowSpan: 1,
      columnSpan: 1,
      ...seen(text),
      at,
    })),
  );
  const columnCount = Math.max(...line.rows.map(({ length }) => length));
  return { type: "table", rowCount: line.rows.length, columnCount, cells, at };
}

/** A document whose every text was read from a picture. */
export function recognizedDocument(...lines: readonly Line[]): Document {
  return { blocks: lines.map(block), pages: [{ number: 1, width: 600, height: 800 }], ignored: [] };
}

/** The cells of all its tables that were corrected: what was read, what stands there now, and why. */
export function correctionsOf({ blocks }: Document): readonly string[] {
  return blocks
    .flatMap((one): readonly { text: string; recognized?: Recognized }[] =>
      one.type === "table" ? one.cells : [one],
    )
    .flatMap(({ text, recognized }) => {
      const correction = recognized?.corrected;
      return correction === undefined ? [] : [`${correction.from} → ${text} (${correction.by})`];
    });
}

/** Reads a document as the program does. */
export function readRecognized(document: Document): Reading {
  return interpret(document, interpretation);
}
