import * as z from "zod";
import { documentId, tableNo } from "./columns.js";

/** What is said of a family of records: the rows of one CSV file. */
interface Described {
  /** Chinese name. */
  readonly title: string;
  /** What one row is. */
  readonly about: string;
  /** The columns whose values name a row, where it has a name in every run. */
  readonly key?: readonly string[];
  /** Whether amounts in a unit that their table does not print are doubted (`inherited_unit`). */
  readonly asksUnit?: boolean;
}

type Columns = z.ZodRawShape;

/** A family with the schema of its records. */
export interface Family<C extends Columns = Columns> extends Described {
  readonly record: z.ZodObject<C, z.core.$strict>;
  /** The records of one document. A document that was read before there was the family has none. */
  readonly list: z.ZodPrefault<z.ZodArray<this["record"]>>;
}

/** A family whose rows begin with their document. */
export function documentFamily<C extends Columns>(family: Described & { readonly columns: C }) {
  return withSchemas({ ...family, columns: { document_id: documentId, ...family.columns } });
}

/** A family whose rows begin with their document and table. */
export function tableFamily<C extends Columns>(family: Described & { readonly columns: C }) {
  return documentFamily({ ...family, columns: { table_no: tableNo, ...family.columns } });
}

function withSchemas<C extends Columns>({
  columns,
  ...described
}: Described & { readonly columns: C }): Family<C> {
  const record = z.strictObject(columns);
  return { ...described, record, list: z.array(record).prefault([]) };
}
