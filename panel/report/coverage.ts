import type { Database } from "../duckdb.js";
import { rowsByIssuer } from "./by-issuer.js";
import type { Counts, CoveragePart, Unplaced } from "./data.js";
import { LIMITS } from "./limits.js";
import { countOf, given, select, selectFirst } from "./select.js";
import type { Origin } from "./source.js";

/** Which years and stages of each issuer were read, and which documents could not be placed. */
export async function coveragePart(database: Database, origin: Origin): Promise<CoveragePart> {
  const byIssuer = await rowsByIssuer(
    database,
    {
      from: "SELECT v.*, c.called, c.nth FROM coverage v JOIN called c USING (issuer_id)",
      columns: ["fiscal_year", "stage", "status", "document_ids"],
      order: "fiscal_year, stage",
      limit: LIMITS.coverage,
    },
    (rows) =>
      rows.map((row) => ({
        year: Number(row.fiscal_year),
        stage: given(row.stage),
        status: given(row.status),
        documents: row.document_ids?.split("|") ?? [],
      })),
  );
  return { ...byIssuer, unplaced: origin === "comparison" ? null : await unplaced(database) };
}

async function unplaced(database: Database): Promise<{ rows: readonly Unplaced[]; more: number }> {
  const { rows, more } = await selectFirst(database, {
    columns: ["document_id", "file_name", "status"],
    from: `SELECT d.document_id, f.file_name, d.status FROM documents d JOIN files f USING (document_id)
      LEFT JOIN owned o USING (document_id) WHERE o.issuer_id IS NULL OR o.fiscal_year IS NULL OR o.stage IS NULL`,
    order: "file_name, document_id",
    limit: LIMITS.unplaced,
  });
  const read = rows.map((row) => ({
    document: given(row.document_id),
    file: row.file_name ?? "",
    status: given(row.status),
  }));
  return { rows: read, more };
}

/** How much there is of everything. */
export async function countsOf(database: Database, origin: Origin): Promise<Counts> {
  const [years] = await select(database, {
    columns: ["first", "last"],
    from: "SELECT min(fiscal_year) AS first, max(fiscal_year) AS last FROM coverage",
    order: "first",
  });
  return {
    issuers: await countOf(database, "FROM issuers WHERE documents > 0"),
    amounts: await countOf(database, "FROM told"),
    open: await countOf(database, "FROM series WHERE amount IS NULL"),
    firstYear: yearOf(years?.first),
    lastYear: yearOf(years?.last),
    documents: origin === "comparison" ? {} : await statuses(database),
  };
}

const yearOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

async function statuses(database: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await select(database, {
    columns: ["status", "count"],
    from: "SELECT status, count(*) AS count FROM documents GROUP BY status",
    order: "status",
  });
  return Object.fromEntries(rows.map((row) => [given(row.status), Number(row.count)]));
}
