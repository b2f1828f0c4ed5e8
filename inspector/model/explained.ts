import type { AnyRecord, Cell, DocumentDataset, Table } from "./dataset.js";
import { spotOf } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";

/** A record that was read of a cell, or of the row that it stands in. */
export interface OfCell {
  readonly file: string;
  readonly record: AnyRecord;
}

/** The records of a cell, of whatever file; those of its row where the file has no columns of its own. */
export function recordsOf(dataset: DocumentDataset, table: Table, cell: Cell): readonly OfCell[] {
  const lists: readonly (readonly [string, unknown])[] = Object.entries(dataset);
  return lists.flatMap(([file, records]) =>
    file === "findings" || !isList(records)
      ? []
      : records
          .filter(
            ({ table_no, row, column }) =>
              table_no === table.table_no &&
              isWithin(row, cell.row, cell.rowSpan) &&
              (column === undefined || column === cell.column),
          )
          .map((record) => ({ file, record })),
  );
}

/** Every list of a document holds objects; those that are no records have no row of a table. */
function isList(value: unknown): value is readonly AnyRecord[] {
  return Array.isArray(value);
}

function isWithin(row: AnyRecord[string] | undefined, from: number, span: number): boolean {
  return typeof row === "number" && row >= from && row < from + span;
}

/** Where the unit of a table's amounts is printed. */
export type UnitSource =
  | { readonly from: "cell"; readonly spot: Spot; readonly text: string }
  | { readonly from: "line"; readonly spot: Spot; readonly text: string }
  | { readonly from: "inherited" }
  | { readonly from: "unknown" };

const SAYS_UNIT = /单\s*位|金额/u;

/** Finds where a unit is printed: in the table, in its header, in a line above it, or at other tables. */
export function unitSource(dataset: DocumentDataset, table: Table, unit: string): UnitSource {
  const inTable = table.cells.find(({ text, row }) => {
    const words = wordsOf(text);
    return words.includes(unit) && (SAYS_UNIT.test(words) || row < table.header_rows);
  });
  if (inTable !== undefined)
    return { from: "cell", spot: spotOfCell(table, inTable), text: wordsOf(inTable.text) };
  if (table.unit_raw === null) return { from: "inherited" };
  const above = dataset.prose.findLast(
    ({ text, at }) => SAYS_UNIT.test(text) && text.includes(unit) && isAbove(table, at),
  );
  if (above === undefined) return { from: "unknown" };
  const page = above.at.type === "page" ? above.at.page : null;
  return { from: "line", spot: spotOf({ page }), text: above.text };
}

/** A text without blanks and line breaks, which a narrow cell puts into the midst of words. */
const wordsOf = (text: string): string => text.replaceAll(/\s/gu, "");

/** Whether a line stands before a table: on its page above it, or in the flow of a document, as far as can be told. */
function isAbove(table: Table, at: Cell["at"]): boolean {
  const first = table.cells[0]?.at;
  if (first === undefined || first.type !== at.type) return false;
  if (first.type === "page" && at.type === "page")
    return at.page === first.page && at.box[1] <= first.box[3];
  if (first.type === "line" && at.type === "line") return at.line <= first.line;
  if (first.type === "sheet" && at.type === "sheet") return at.sheet === first.sheet;
  return false;
}

/** The cell that a spot leads to; null where it leads to none. */
export function chosenCell(
  { tables }: DocumentDataset,
  spot: Spot | null,
): { readonly table: Table; readonly cell: Cell } | null {
  const table = tables.find(({ table_no }) => table_no === spot?.table);
  const cell = table?.cells.find(({ row, column }) => row === spot?.row && column === spot.column);
  return table === undefined || cell === undefined ? null : { table, cell };
}

/** The spot of a cell in a table. */
export function spotOfCell(table: Table, { at, row, column }: Cell): Spot {
  const page = at.type === "page" ? at.page : null;
  return { page, table: table.table_no, row, column };
}
