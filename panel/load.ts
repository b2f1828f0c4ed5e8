import { open } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "../exports/duckdb/read-csv.js";
import { identifier, listed } from "../exports/sql/sql.js";
import { ToldError, codeOf } from "../pipeline/model/errors.js";
import type { Database } from "./duckdb.js";
import { PLACE } from "./records.js";

/** A folder is no dataset that can be compared: it says which, why and what to do. */
class NoDataset extends ToldError {
  override readonly name = "NoDataset";
  override readonly exitCode = 2;
}

/** A table that a file is loaded into: which rows, and their columns; of several together the first that is stated. */
interface Loaded {
  readonly table: string;
  readonly where: string;
  readonly columns: readonly (string | readonly string[])[];
}

/** The files that are compared beside documents.csv. */
const LOADED: Readonly<Record<string, Loaded>> = {
  amounts: {
    table: "amounts",
    where: "(is_primary = 'true' OR concept IS NOT NULL) AND amount IS NOT NULL",
    columns: [
      ...PLACE,
      "table_kind",
      "classification",
      ["code", "code_inferred"],
      "concept",
      "is_primary",
      "phase",
      "measure_raw",
      "amount",
      "raw",
      "unit_raw",
      "account",
      "coverage",
      "region_code",
      "region_name",
      "fiscal_year",
    ],
  },
  figures: {
    table: "figures",
    where: "amount IS NOT NULL",
    columns: [
      "document_id",
      "page",
      "measure",
      "fiscal_year",
      "phase",
      "amount",
      "raw",
      "coverage",
    ],
  },
  debt: {
    table: "debt",
    where: "amount IS NOT NULL",
    columns: [
      ...PLACE,
      "region_code",
      "region_name",
      "region_scope",
      "debt_kind",
      "measure",
      "phase",
      "fiscal_year",
      "amount",
      "raw",
      "unit_raw",
    ],
  },
  procurement_items: {
    table: "procurement",
    where: "row_kind = 'total'",
    columns: ["document_id", "table_no", "row", "page", "row_kind", "amount_total"],
  },
  organizations: {
    table: "organizations",
    where: "name IS NOT NULL",
    columns: ["document_id", "name"],
  },
  findings: {
    table: "doubts",
    where: "severity IN ('error', 'warning')",
    columns: [...PLACE, "severity"],
  },
};

const DOCUMENT_COLUMNS = [
  "document_id",
  "status",
  "media_type",
  "issuer_name",
  "issuer_code",
  "region_code",
  "region_name",
  "fiscal_year",
  "stage",
  "scope",
  "version",
  "supersedes",
];

/**
 * Loads what the folders state. A document that several hold is taken from the one that read it best,
 * and the order of the folders makes no difference; one that a later version replaced is left out.
 *
 * @throws NoDataset
 */
export async function loadFolders(database: Database, folders: readonly string[]): Promise<void> {
  for (const [at, folder] of folders.entries()) {
    const source = await csvSource(folder, "documents", DOCUMENT_COLUMNS);
    await database.run(
      `INSERT INTO documents SELECT ${at}, ${listed(DOCUMENT_COLUMNS)} FROM ${source}`,
    );
  }
  await chooseFolders(database, folders);
  await database.file(SUPERSEDED);
  for (const [at, folder] of folders.entries())
    for (const [file, loaded] of Object.entries(LOADED))
      await database.run(
        `INSERT INTO ${loaded.table} ${await rowsOf(folder, file, loaded)}
          AND document_id IN (SELECT document_id FROM documents WHERE folder = ${at})`,
      );
}

const SUPERSEDED = new URL("./sql/superseded.sql", import.meta.url);
const COPIES = new URL("./sql/copies.sql", import.meta.url);

/** Leaves each document in one folder. */
async function chooseFolders(database: Database, folders: readonly string[]): Promise<void> {
  await database.run(`CREATE TABLE twice AS SELECT document_id FROM documents GROUP BY ALL HAVING count(*) > 1;
    CREATE TABLE prints (folder INTEGER, document_id VARCHAR, print VARCHAR)`);
  const [[count] = []] = await database.rows("SELECT count(*) FROM twice");
  if (count === "0") return;
  for (const [at, folder] of folders.entries())
    for (const [file, loaded] of Object.entries(LOADED))
      await database.run(
        `INSERT INTO prints SELECT ${at}, document_id, '${file} ' || md5(string_agg(a::VARCHAR, '|' ORDER BY a::VARCHAR))
          FROM (${await rowsOf(folder, file, loaded)} AND document_id IN (FROM twice)) a GROUP BY document_id`,
      );
  await database.file(COPIES);
}

/** What is compared of a file, as a query. */
async function rowsOf(folder: string, file: string, { where, columns }: Loaded): Promise<string> {
  const stated = columns.map((each) =>
    typeof each === "string" ? identifier(each) : `coalesce(${listed(each)})`,
  );
  const source = await csvSource(folder, file, columns.flat());
  return `SELECT ${stated.join(", ")} FROM ${source} WHERE ${where}`;
}

/**
 * A CSV file of a dataset as a table of texts.
 *
 * @throws NoDataset where it is not there, or lacks a column that is compared
 */
export async function csvSource(
  folder: string,
  file: string,
  compared: readonly string[],
): Promise<string> {
  const path = join(folder, `${file}.csv`);
  const columns = await headerOf(path, folder);
  const missing = compared.find((name) => !columns.includes(name));
  if (missing !== undefined)
    throw new NoDataset({
      en: `${path} was written by an earlier version: it has no column ${missing}. Make it again with this version.`,
      zh: `${path} 由较早的版本写出，没有 ${missing} 列。请用本版本重新生成。`,
    });
  return readCsv(path, columns);
}

/** More than the longest header line, in bytes. */
const HEADER_BYTES = 16_384;

async function headerOf(path: string, folder: string): Promise<readonly string[]> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
      return (buffer.toString("utf8", 0, bytesRead).split("\n")[0] ?? "").split(",");
    } finally {
      await file.close();
    }
  } catch (cause) {
    const code = codeOf(cause) ?? String(cause);
    throw new NoDataset(
      {
        en: `${folder} is no dataset: ${path} cannot be read (${code}). Give folders that “gongkai extract” or “gongkai compile” wrote.`,
        zh: `${folder} 不是数据集：无法读取 ${path}（${code}）。请给出 gongkai extract 或 gongkai compile 写出的文件夹。`,
      },
      { cause },
    );
  }
}
