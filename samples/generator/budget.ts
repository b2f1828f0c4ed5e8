/** One budget, told once as its leaves; every table of a disclosure prints some view of it. */
import { classNames } from "./class-names.js";

/** A leaf of the budget: hundredths of the printed unit by column. */
export interface Leaf {
  readonly code: string;
  readonly values: readonly number[];
}

/** A class with the sum of its leaves. */
export interface ClassRow extends Leaf {
  readonly name: string;
}

/** The leaves with their parents above them, by code. */
export function classRows(leaves: readonly Leaf[]): readonly ClassRow[] {
  const codes = new Set(leaves.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [...codes].toSorted().map((code) => ({
    code,
    name: nameOf(code),
    values: sum(leaves.filter((leaf) => leaf.code.startsWith(code))),
  }));
}

function nameOf(code: string): string {
  const name = classNames[code];
  if (name === undefined) throw new Error(`No name for class ${code}`);
  return name;
}

/** The column sums of rows. */
export function sum(rows: readonly Pick<Leaf, "values">[]): readonly number[] {
  const width = rows[0]?.values.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    rows.reduce((total, row) => total + (row.values[column] ?? 0), 0),
  );
}

/** `1234567` → `12345.67`; zero prints nothing. */
export function plain(hundredths: number): string {
  return hundredths === 0 ? "" : (hundredths / 100).toFixed(2);
}

/** `1234567` → `12,345.67`; zero prints nothing. */
export function grouped(hundredths: number): string {
  return plain(hundredths).replace(/\B(?=(?:\d{3})+\.)/gu, ",");
}

/** 类, 款, 项 of a code in three columns. */
export function split(code: string): readonly [string, string, string] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
}
