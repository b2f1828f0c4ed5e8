import { fileURLToPath } from "node:url";
import { literal } from "../exports/sql/sql.js";
import type { Database } from "./duckdb.js";
import { type IssuersFile, NOTHING_KNOWN } from "./issuers-file.js";
import { loadFolders } from "./load.js";
import { HEADLINES } from "./records.js";
import { inScratch } from "./scratch.js";
import {
  type FileSet,
  PANEL,
  type PanelRows,
  REFERENCE,
  refuseOthers,
  writePanel,
} from "./write.js";

const SQL = {
  exact: new URL("./sql/exact.sql", import.meta.url),
  load: new URL("./sql/load.sql", import.meta.url),
  reference: new URL("./sql/reference.sql", import.meta.url),
  issuers: new URL("./sql/issuers.sql", import.meta.url),
  stated: new URL("./sql/stated.sql", import.meta.url),
  candidates: new URL("./sql/candidates.sql", import.meta.url),
  current: new URL("./sql/current.sql", import.meta.url),
  doubts: new URL("./sql/doubts.sql", import.meta.url),
  series: new URL("./sql/series.sql", import.meta.url),
  differing: new URL("./sql/differing.sql", import.meta.url),
  conflicts: new URL("./sql/conflicts.sql", import.meta.url),
  coverage: new URL("./sql/coverage.sql", import.meta.url),
};
const LISTS = {
  divisions: fileURLToPath(new URL("../normalizers/reference/divisions.tsv", import.meta.url)),
  classification: fileURLToPath(
    new URL("../normalizers/reference/classification.tsv", import.meta.url),
  ),
  cofog: fileURLToPath(new URL("./cofog.tsv", import.meta.url)),
};

/** The datasets to compare, and what the user knows of issuers. */
export interface Compared {
  readonly folders: readonly string[];
  readonly issuers?: IssuersFile;
}

/** A comparison, and where to. */
export interface Comparison extends Compared {
  readonly out: string;
}

/**
 * Makes the comparison dataset of datasets: who published what, each amount once a year, and what contradicts.
 * The same documents give the same bytes, whatever the order of the folders and of their rows.
 *
 * @throws NoDataset, ForeignFile, DatabaseUnavailable
 */
export async function compare({ out, ...compared }: Comparison): Promise<PanelRows> {
  return written(PANEL, out, async (database) => {
    await compareIn(database, compared);
  });
}

/**
 * Makes the tables of the comparison dataset in a database, beside those that they are made of.
 *
 * @throws NoDataset
 */
export async function compareIn(
  database: Database,
  { folders, issuers = NOTHING_KNOWN }: Compared,
): Promise<void> {
  await database.file(SQL.exact);
  await database.file(SQL.load);
  await database.file(SQL.reference, LISTS);
  await loadFolders(database, folders);
  await database.run(userTables(issuers));
  for (const step of ["issuers", "stated", "candidates", "doubts"] as const)
    await database.file(SQL[step]);
  await compareStatements(database);
  for (const step of ["conflicts", "coverage"] as const) await database.file(SQL[step]);
  await database.run(panelTable());
}

/** Statements that are compared at once; 100,000 take some 100 MB. */
const STATEMENTS_AT_ONCE = 50_000;

/** Makes the series and finds what differs in them, some issuers at a time. */
async function compareStatements(database: Database): Promise<void> {
  const [[count] = []] = await database.rows("SELECT count(*) FROM stated");
  const buckets = Math.ceil(Number(count) / STATEMENTS_AT_ONCE);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    await database.file(SQL.current, { buckets: String(buckets), bucket: String(bucket) });
    await database.file(SQL.series);
    await database.file(SQL.differing);
  }
}

/**
 * Writes codes.csv and regions.csv alone.
 *
 * @throws ForeignFile, DatabaseUnavailable
 */
export async function writeReference(out: string): Promise<PanelRows> {
  return written(REFERENCE, out, (database) => database.file(SQL.reference, LISTS));
}

/** Writes files out of a database, which is filled in a file beside them and gone at the end. */
async function written(
  set: FileSet,
  out: string,
  fill: (database: Database) => Promise<void>,
): Promise<PanelRows> {
  await refuseOthers(out, set);
  return inScratch(out, async (database, scratch) => {
    await fill(database);
    return writePanel(database, set, { scratch, out });
  });
}

function userTables({ issuers }: IssuersFile): string {
  const names = issuers.flatMap(({ id, names: all, region }) =>
    all.map(
      (name) =>
        `INSERT INTO user_names VALUES (${literal(id)}, ${literal(name)}, ${region === undefined ? "NULL" : literal(region)})`,
    ),
  );
  const parts = issuers.flatMap(({ id, part_of: whole }) =>
    whole === undefined
      ? []
      : [`INSERT INTO user_parts VALUES (${literal(id)}, ${literal(whole)})`],
  );
  return [
    "CREATE TABLE user_names (issuer_id VARCHAR, name VARCHAR, region_code VARCHAR)",
    "CREATE TABLE user_parts (issuer_id VARCHAR, part_of VARCHAR)",
    ...names,
    ...parts,
  ].join(";\n");
}

/** One column a headline concept; the stage of a phase of accounts is final_accounts, as documents call it. */
function panelTable(): string {
  const concepts = HEADLINES.map(
    (name) => `max(s.amount) FILTER (s.concept = ${literal(name)}) AS ${name}`,
  ).join(",\n  ");
  return `CREATE TABLE panel AS
WITH wide AS (SELECT
  s.issuer_id, s.fiscal_year, CASE s.phase WHEN 'accounts' THEN 'final_accounts' ELSE s.phase END AS stage, s.coverage,
  ${concepts},
  string_agg(s.concept, '|' ORDER BY s.concept) FILTER (s.doubts > 0 AND s.concept IN (${HEADLINES.map(literal).join(", ")})) AS doubtful
FROM series s WHERE s.concept IS NOT NULL
GROUP BY s.issuer_id, s.fiscal_year, s.phase, s.coverage)
SELECT w.*, exact(money(w.debt_limit) - money(w.debt_balance)) AS debt_headroom,
  i.name, i.kind, i.region_code, i.region_name, i.province_code, i.level
FROM wide w JOIN issuers i USING (issuer_id)`;
}
