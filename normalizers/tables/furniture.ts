import { folded } from "../../pipeline/model/canonical-text.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import type { CellReader } from "./cells.js";
import { headerText } from "./columns.js";
import { entriesOf } from "./rows.js";

/** Columns that only count, tick or comment; the dataset has no place for them. */
const NOT_DATA: readonly (readonly [RegExp, string])[] = [
  [/^(?:序号|编号|行次|顺序号)$/u, "serial number"],
  [/^(?:备注|说明|注释)$/u, "remark"],
];

/**
 * Takes off the account what is printed with every form and is no data: corner and header rows, rows
 * outside the body, serial numbers and remarks. `elsewhere` names columns that the dataset has no place for.
 */
export function ignoreFurniture(table: PrintedTable, reader: CellReader, elsewhere?: RegExp): void {
  reader.ignoredRows(table.cornerRows, "corner");
  reader.ignoredRows(
    table.headerRows.filter((row) => !table.bodyRows.includes(row)),
    "header",
  );
  const placed = new Set([...table.cornerRows, ...table.headerRows, ...table.bodyRows]);
  const rows = Array.from({ length: table.grid.rowCount }, (_, row) => row);
  reader.ignoredRows(
    rows.filter((row) => !placed.has(row)),
    "note",
  );
  for (const column of table.columns)
    ignoreColumn(table, reader, { index: column.index, reason: reasonOf(column.path, elsewhere) });
}

function reasonOf(path: readonly string[], elsewhere: RegExp | undefined): string | null {
  const header = headerText(path.at(-1) ?? "");
  const known = NOT_DATA.find(([pattern]) => pattern.test(header))?.[1];
  return known ?? (elsewhere?.test(header) === true ? "no column in the dataset" : null);
}

function ignoreColumn(
  table: PrintedTable,
  reader: CellReader,
  column: { readonly index: number; readonly reason: string | null },
): void {
  const { reason } = column;
  if (reason === null) return;
  for (const row of table.bodyRows) {
    const cell = table.grid.at(row, column.index);
    // A label that spans from another column into this one (合计) is no serial number.
    if (cell !== undefined && cell.column === column.index && cell.columnSpan === 1)
      reader.ignored(cell, reason);
  }
}

const headersOf = oncePer(
  ({ columns }: PrintedTable) => new Set(columns.flatMap(({ path }) => path.map(folded))),
);

/** Ignores a repeated header inside the body; says whether the row was one. */
export function ignoreRepeatedHeader(
  table: PrintedTable,
  reader: CellReader,
  row: number,
): boolean {
  const headers = headersOf(table);
  const texts = entriesOf(table.grid, row).flatMap(({ text }) =>
    text === "" ? [] : [folded(text)],
  );
  const repeated = texts.length > 1 && texts.every((text) => headers.has(text));
  if (repeated) reader.ignoredRows([row], "repeated header");
  return repeated;
}
