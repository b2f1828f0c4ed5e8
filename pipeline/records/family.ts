import { z } from "zod";
import { documentId, tableNo } from "./columns.js";

type Shape = z.ZodRawShape;

/** A family of records: the rows of one CSV file, and all that is to be known to write and describe them. */
export interface Family<Columns extends Shape = Shape> extends Described, Schemas<Columns> {}

interface Described {
  /** Chinese name. */
  readonly title: string;
  /** What one row is. */
  readonly about: string;
  /** The columns whose values name a row, where it has a name in every run. */
  readonly key?: readonly string[];
}

interface Schemas<Columns extends Shape> {
  readonly record: z.ZodObject<Columns, z.core.$strict>;
  /** The records of one document. A document that was read before there was the family has none. */
  readonly list: z.ZodPrefault<z.ZodArray<this["record"]>>;
}

type OfDocument = { readonly document_id: typeof documentId };
type OfTable = OfDocument & { readonly table_no: typeof tableNo };

/** A family that tables give. */
export interface TableFamily<Columns extends Shape = Shape>
  extends Family<OfTable & Columns>, AsksUnit {}

interface AsksUnit {
  /** Whether amounts in a unit that their table does not print are doubted (`inherited_unit`). */
  readonly asksUnit?: boolean;
}

/** A family whose rows begin with their document. */
export function documentFamily<C extends Shape>({
  columns,
  ...described
}: Described & { readonly columns: C }): Family<OfDocument & C> {
  return { ...described, ...schemas({ document_id: documentId, ...columns }) };
}

/** A family whose rows begin with their document and table. */
export function tableFamily<C extends Shape>({
  columns,
  ...described
}: Described & AsksUnit & { readonly columns: C }): TableFamily<C> {
  return { ...described, ...schemas({ document_id: documentId, table_no: tableNo, ...columns }) };
}

function schemas<C extends Shape>(columns: C): Schemas<C> {
  const record = z.strictObject(columns);
  return { record, list: z.array(record).prefault([]) };
}
