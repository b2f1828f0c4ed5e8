/** One budget, told once as its leaves; every table of a disclosure prints some view of it. */
import { classNames, functionalClasses } from "./class-names.js";

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
export function classRows(leaves: readonly Leaf[], names = classNames): readonly ClassRow[] {
  const codes = new Set(leaves.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [...codes].toSorted().map((code) => ({
    code,
    name: nameOf(code, names),
    values: sum(leaves.filter((leaf) => leaf.code.startsWith(code))),
  }));
}

function nameOf(code: string, names: Readonly<Record<string, string>>): string {
  const name = names[code];
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

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** `12` → `十二`, up to 99. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens > 1 ? `${DIGITS[tens] ?? ""}十` : tens === 1 ? "十" : "";
  return `${ten}${DIGITS[value % 10] ?? ""}`;
}

/** The numbered list of all functional classes with what `cells` prints for each. */
export function classList(
  rows: readonly ClassRow[],
  cells: (row: ClassRow | undefined) => readonly string[],
  list = functionalClasses,
): readonly (readonly string[])[] {
  const byName = new Map(
    rows.filter(({ code }) => code.length === 3).map((row) => [row.name, row]),
  );
  return list.map((name, at) => [`${chineseNumber(at + 1)}、${name}`, ...cells(byName.get(name))]);
}

/** Two lists side by side, the shorter one filled up with blank cells. */
export function sideBySide(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, row) => [
    ...(left[row] ?? blank(left)),
    ...(right[row] ?? blank(right)),
  ]);
}

function blank(rows: readonly (readonly string[])[]): readonly string[] {
  return (rows[0] ?? []).map(() => "");
}

/** The sum of a row's values. */
export function across({ values }: Pick<Leaf, "values">): number {
  return values.reduce((total, value) => total + value, 0);
}
