import type { Column } from "../../pipeline/table-kind.js";
import { canonical } from "../text.js";

/** Named fields of a form and the headers that print them. The order decides between two that fit. */
export type Headers<Field extends string> = Readonly<Record<Field, RegExp>>;

/** The grid column of each field that the header prints. */
export type Bound<Field extends string> = ReadonlyMap<Field, number>;

/**
 * Binds columns to fields by their headers. The lowest header that names a field decides; a field takes
 * the first column that names it, a column serves one field.
 */
export function bind<Field extends string>(
  columns: readonly Column[],
  headers: Headers<Field>,
): Bound<Field> {
  const bound = new Map<Field, number>();
  for (const column of columns) {
    const field = fieldOf(column, headers);
    if (field !== null && !bound.has(field)) bound.set(field, column.index);
  }
  return bound;
}

/** The field that a column's lowest telling header names, or null. */
export function fieldOf<Field extends string>(
  column: Column,
  headers: Headers<Field>,
): Field | null {
  const fields = Object.keys(headers).filter((key): key is Field => key in headers);
  for (const header of column.path.toReversed()) {
    const text = headerText(header);
    const field = fields.find((name) => headers[name].test(text));
    if (field !== undefined) return field;
  }
  return null;
}

/** A header without any white space, in half width: `数量  单位` → `数量单位`. */
export function headerText(header: string): string {
  return canonical(header).replace(/\s/gu, "");
}
