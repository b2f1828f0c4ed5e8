import type { Cell } from "../../pipeline/model/document.js";
import type { TableDrafts } from "../../pipeline/model/records/registry.js";
import type { Column, PrintedTable, TableKind } from "../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../captions/facets.js";
import { unitUnder } from "../values/unit.js";
import { type CellReader, cellReader } from "./cells.js";
import { type Bound, bind, cellsUnder } from "./columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "./furniture.js";
import { isBlankRow, rowPage } from "./rows.js";

/** A column of a form. */
interface FormColumn {
  /** The headers that print it. */
  readonly header: RegExp;
  readonly read: Read;
}

/** Reads a cell; `unit` is that of its column or table. */
type Read = (
  cell: Cell | undefined,
  by: { readonly reader: CellReader; readonly unit: string | null },
) => string | null;

/** Canonical text, null where blank or a dash. */
export const text: Read = (cell, { reader }) => reader.text(cell);
/** An exact decimal. */
export const number: Read = (cell, { reader }) => reader.number(cell);
/** Yuan. */
export const money: Read = (cell, { reader, unit }) => reader.money(cell, unit);

/** A table whose columns are bound to fields, with the account of its cells. */
export interface Opened<Field extends string> {
  readonly table: PrintedTable;
  readonly reader: CellReader;
  readonly bound: Bound<Field>;
}

/** A row of it. */
export interface Line<Field extends string> extends Opened<Field> {
  readonly row: number;
  readonly page: number | null;
  /** The first of the row's own cells under a column. */
  readonly cell: (field: Field) => Cell | undefined;
  /** What is printed there, read as the column is. Nothing is read, and no cell used, that is not asked for. */
  readonly read: (field: Field) => string | null;
}

interface Lined<Field extends string> {
  /** Where two fit a printed column, the earlier is meant. */
  readonly columns: Readonly<Record<Field, FormColumn>>;
  /** Whether a cell that covers a column in a row belongs there; every one, where not given. */
  readonly own?: (cell: Cell, at: At<Field>) => boolean;
}

interface At<Field> {
  readonly field: Field;
  readonly row: number;
  /** The first column under the header. */
  readonly column: number;
}

/** A form of one record a row. Its kind is the subject that a caption has which names it. */
interface Form<Field extends string> extends Lined<Field>, Pick<TableKind, "kind" | "name"> {
  /** Headers of columns that the dataset has no place for. */
  readonly elsewhere?: RegExp;
  /** Finds the columns where their own headers are not enough. */
  readonly bind?: (columns: readonly Column[]) => Bound<Field>;
  readonly fits: (bound: Bound<Field>, table: PrintedTable) => boolean;
  readonly shows: (bound: Bound<Field>, table: PrintedTable) => boolean;
  /** The records of the body rows, by the name of their file; blank rows and repeated headers are left out. */
  readonly rows: (lines: readonly Line<Field>[], opened: Opened<Field>) => TableDrafts;
}

/** A kind of table, made of its columns and what its rows mean. */
export function defineTable<Field extends string>(form: Form<Field>): TableKind {
  const { kind, name, elsewhere, rows } = form;
  const boundIn = form.bind ?? ((columns: readonly Column[]) => bind(columns, form.columns));
  return {
    kind,
    name,
    names: (table) => facetsOfTitled(table).subject === kind,
    fits: (table) => form.fits(boundIn(table.columns), table),
    shows: (table) => form.shows(boundIn(table.columns), table),
    read: (table) => {
      const reader = cellReader(table.grid);
      ignoreFurniture(table, reader, elsewhere);
      const body = table.bodyRows.filter(
        (row) => !isBlankRow(table.grid, row) && !ignoreRepeatedHeader(table, reader, row),
      );
      const opened = { table, reader, bound: boundIn(table.columns) };
      return { ...rows(linesOf(form, opened, body), opened), ...reader.close() };
    },
  };
}

/** These rows of a table, to be read by the columns of a form. */
export function linesOf<Field extends string>(
  { columns, own = () => true }: Lined<Field>,
  opened: Opened<Field>,
  rows: readonly number[],
): readonly Line<Field>[] {
  const { table, reader, bound } = opened;
  return rows.map((row) => {
    const cell = (field: Field) => {
      const [first] = bound.get(field) ?? [];
      if (first === undefined) return undefined;
      const under = cellsUnder(table.grid, { bound, field, row });
      return under.find((each) => own(each, { field, row, column: first.index }));
    };
    const read = (field: Field) =>
      columns[field].read(cell(field), {
        reader,
        unit: unitUnder(bound.get(field)?.[0]?.path ?? [], table),
      });
    return { ...opened, row, page: rowPage(table.grid, row), cell, read };
  });
}
