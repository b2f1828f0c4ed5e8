import type { Database } from "../duckdb.js";
import type { Shown } from "./data.js";

/** A row of a query: every value as text, null where there is none. */
export type Row<K extends string> = Readonly<Record<K, string | null>>;

interface Query<K extends string> {
  readonly columns: readonly K[];
  readonly from: string;
  readonly order: string;
}

/** The rows of a query. */
export async function select<K extends string>(
  database: Database,
  { columns, from, order }: Query<K>,
): Promise<readonly Row<K>[]> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const rows = await database.rows(`SELECT ${names} FROM (${from}) ORDER BY ${order}`);
  return rows.map((row) => rowOf(columns, row));
}

/** The first rows of a query, and how many follow. */
export async function selectFirst<K extends string>(
  database: Database,
  { columns, from, order, limit }: Query<K> & { readonly limit: number },
): Promise<Shown<Row<K>>> {
  const rows = await select(database, { columns, from, order: `${order} LIMIT ${limit}` });
  return { rows, more: (await countOf(database, from)) - rows.length };
}

/** How many rows a query has. */
export async function countOf(database: Database, from: string): Promise<number> {
  const [[count] = []] = await database.rows(`SELECT count(*) FROM (${from})`);
  return Number(count);
}

/** A row of these cells. */
export function rowOf<K extends string>(
  columns: readonly K[],
  cells: readonly (string | null | undefined)[],
): Row<K> {
  const row: object = Object.fromEntries(
    columns.map((name, at) => [name, cells[at] ?? null] as const),
  );
  if (!has(row, columns)) throw new Error("a row lacks a column");
  return row;
}

function has<K extends string>(row: object, columns: readonly K[]): row is Row<K> {
  return columns.every((name) => name in row);
}

/** A value that the query gives in every row. */
export function given(text: string | null): string {
  if (text === null) throw new Error("a column without empty cells has one");
  return text;
}
