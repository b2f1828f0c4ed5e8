import { stat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../../pipeline/model/errors.js";
import { identifier } from "../../exports/sql/sql.js";
import { type Compared, compareIn } from "../compare.js";
import type { Database } from "../duckdb.js";
import { panelFields } from "../fields.js";
import { csvSource } from "../load.js";
import { panelColumns, type PanelName, PLACE } from "../records.js";

const SQL = {
  exact: new URL("../sql/exact.sql", import.meta.url),
  names: new URL("../sql/report/names.sql", import.meta.url),
};

/** The files of a comparison dataset that a report is made of. */
const USED = ["issuers", "series", "conflicts", "coverage", "codes"] as const;

/** What the tables of a report come from: documents that were read, or a comparison of them, which has no findings. */
export type Origin = "datasets" | "comparison";

/**
 * Fills a database with what a report is made of: the tables of a comparison dataset, and of datasets their findings too.
 *
 * @throws NoDataset
 */
export async function loadReport(database: Database, compared: Compared): Promise<Origin> {
  const [folder, ...others] = compared.folders;
  const isComparison =
    folder !== undefined && others.length === 0 && (await holds(folder, "series.csv"));
  if (isComparison) await loadComparison(database, folder);
  else {
    await compareIn(database, compared);
    await loadFindings(database, compared.folders);
  }
  await database.file(SQL.names);
  return isComparison ? "comparison" : "datasets";
}

async function holds(folder: string, file: string): Promise<boolean> {
  try {
    return (await stat(join(folder, file))).isFile();
  } catch (error) {
    // A folder that is not there is told of where it is read.
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return false;
    throw error;
  }
}

async function loadComparison(database: Database, folder: string): Promise<void> {
  await database.file(SQL.exact);
  for (const name of USED) {
    const source = await csvSource(folder, name, panelColumns(name));
    await database.run(`CREATE TABLE ${name} AS SELECT ${typed(name)} FROM ${source}`);
  }
}

const TYPES: Readonly<Record<string, string>> = { integer: "INTEGER", boolean: "BOOLEAN" };

/** Its columns as they are in a comparison that was just made: amounts as text. */
function typed(name: PanelName): string {
  return panelFields(name)
    .map((field) => `CAST("${field.name}" AS ${TYPES[field.type] ?? "VARCHAR"}) AS "${field.name}"`)
    .join(", ");
}

/** Findings and file names, each document's from the folder that the comparison took it from. */
async function loadFindings(database: Database, folders: readonly string[]): Promise<void> {
  await database.run(`CREATE TABLE files (document_id VARCHAR, file_name VARCHAR);
    CREATE TABLE findings (document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER, page INTEGER,
      rule VARCHAR, severity VARCHAR, message VARCHAR, message_zh VARCHAR)`);
  for (const [at, folder] of folders.entries())
    for (const [file, { table, columns }] of Object.entries(FINDINGS))
      await database.run(
        `INSERT INTO ${table} SELECT ${columns.map(identifier).join(", ")} FROM ${await csvSource(folder, file, columns)}
          WHERE document_id IN (SELECT document_id FROM (SELECT folder, document_id FROM documents UNION ALL FROM replaced) WHERE folder = ${at})`,
      );
}

/** What is taken of two files beside what is compared, and into which table. */
const FINDINGS = {
  documents: { table: "files", columns: ["document_id", "file_name"] },
  findings: {
    table: "findings",
    columns: [...PLACE, "rule", "severity", "message", "message_zh"],
  },
} as const;
