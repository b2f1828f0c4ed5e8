import { grouped } from "../../pipeline/model/grouped-by.js";
import type { Database } from "../duckdb.js";
import type { ByIssuer } from "./data.js";
import { countOf, given, select, type Row } from "./select.js";

interface Wanted<K extends string> {
  /** A query of rows with `issuer_id`, `called` and `nth`, beside the columns. */
  readonly from: string;
  readonly columns: readonly K[];
  readonly order: string;
  readonly limit: number;
}

/** The rows of the first issuers that have any, by region and name, and how many issuers follow. */
export async function rowsByIssuer<K extends string, T>(
  database: Database,
  { from, columns, order, limit }: Wanted<K>,
  read: (rows: readonly Row<K>[]) => readonly T[],
): Promise<ByIssuer<T>> {
  const all = `SELECT DISTINCT nth, issuer_id FROM (${from})`;
  const rows = await select(database, {
    columns: ["issuer_id", "called", ...columns],
    from: `SELECT * FROM (${from}) WHERE issuer_id IN (SELECT issuer_id FROM (${all}) ORDER BY nth LIMIT ${limit})`,
    order: `nth, ${order}`,
  });
  const issuers = grouped(rows, (row) => given(row.issuer_id)).map((own) => ({
    name: given(own[0]?.called ?? null),
    rows: read(own),
  }));
  return { issuers, more: (await countOf(database, all)) - issuers.length };
}
