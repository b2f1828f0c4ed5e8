import type { Cell } from "../../pipeline/model/document.js";
import type { Grid } from "../../pipeline/model/grid.js";
import type { Column } from "../../pipeline/model/table-kind.js";
import { canonical } from "../values/text.js";

/** Named fields of a form and the headers that print them. The order decides between two that fit. */
export type Headers<Field extends string> = Readonly<
  Record<Field, RegExp | { readonly header: RegExp }>
>;

/** The grid columns of each field that the header prints: more than one where a header spans them. */
export type Bound<Field extends string> = ReadonlyMap<Field, readonly Column[]>;

/**
 * Binds columns to fields by their headers. The lowest header that names a field decides. A field takes
 * the first column that names it and those beside it under the same header; a column serves one field.
 */
export function bind<Field extends string>(
  columns: readonly Column[],
  headers: Headers<Field>,
): Bound<Field> {
  const bound = new Map<Field, Column[]>();
  for (const column of columns) {
    const field = fieldOf(column, headers);
    if (field === null) continue;
    const taken = bound.get(field);
    if (taken === undefined) bound.set(field, [column]);
    else if (isBeside(taken.at(-1), column)) taken.push(column);
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
    const field = fields.find((name) => isHeader(text, headers[name]));
    if (field !== undefined) return field;
  }
  return null;
}

function isHeader(text: string, named: Headers<string>[string]): boolean {
  return (named instanceof RegExp ? named : named.header).test(text);
}

/** The columns whose lowest header fits, those of a bound field left out. */
export function otherColumns<Field extends string>(
  columns: readonly Column[],
  bound: Bound<Field>,
  header: RegExp,
): readonly Column[] {
  const taken = new Set([...bound.values()].flat());
  return columns.filter(
    (column) => !taken.has(column) && header.test(headerText(column.path.at(-1) ?? "")),
  );
}

/** The cells of a row under a field, each once, from left to right. */
export function cellsUnder<Field extends string>(
  grid: Grid,
  place: { readonly bound: Bound<Field>; readonly field: Field; readonly row: number },
): readonly Cell[] {
  const columns = place.bound.get(place.field) ?? [];
  const cells = columns.map(({ index }) => grid.at(place.row, index));
  return [...new Set(cells)].filter((cell) => cell !== undefined);
}

/** A header without any white space, in half width: `数量  单位` → `数量单位`. */
export function headerText(header: string): string {
  return withoutBlanks(canonical(header));
}

/** Canonical text without the blanks that it has between Latin letters. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, "");
}

function isBeside(left: Column | undefined, right: Column): boolean {
  return left?.index === right.index - 1 && left.path.join("/") === right.path.join("/");
}

/** The cell that begins at a place, not one that goes on from above or the left. */
export function ownCell(grid: Grid, row: number, column: number): Cell | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row && cell.column === column ? cell : undefined;
}
