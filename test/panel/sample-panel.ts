import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll } from "vitest";
import { compile, extract, printJson } from "../../index.js";
import { compare } from "../../panel/compare.js";
import { openDatabase } from "../../panel/duckdb.js";
import type { Database } from "../../panel/duckdb.js";
import { panelFields } from "../../panel/fields.js";
import { PANEL_NAMES } from "../../panel/records.js";
import { datasetPath } from "../../pipeline/dataset/folder.js";
import { madeDataset, type Rows } from "./made-dataset.js";

/** A folder that is gone after the tests of a file. */
export function scratch(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `gongkai-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Gives a new folder in it each time. */
export function newFolders(name: string): () => string {
  const folder = scratch(name);
  return () => mkdtempSync(join(folder, "one-"));
}

/** What a query says of the comparison of made datasets, a row a text. */
export async function answerOf(
  datasets: readonly Rows[],
  sql: string,
  fresh: () => string,
): Promise<readonly string[]> {
  const panel = await comparison(
    datasets.map((rows) => madeDataset(fresh(), rows)),
    fresh(),
  );
  const found = await panel.rows(sql);
  panel.close();
  return found.map((row) => row.map((cell) => cell ?? "–").join(" "));
}

/** A dataset of documents, read in this process. */
export async function datasetOf(paths: readonly string[], folder: string): Promise<string> {
  mkdirSync(join(folder, "documents"), { recursive: true });
  for (const path of paths) {
    const dataset = await extract(path);
    writeFileSync(datasetPath(folder, dataset.document.document_id), printJson(dataset));
  }
  await compile(folder);
  return folder;
}

/** The samples as a dataset. */
export const sampleDataset = (folder: string): Promise<string> =>
  datasetOf(globSync("samples/*/source.txt", { absolute: true }).toSorted(), folder);

/** The comparison of folders, opened with the types of its columns. */
export async function comparison(datasets: readonly string[], out: string): Promise<Database> {
  await compare({ folders: datasets, out });
  return opened(out);
}

const TYPES: Readonly<Record<string, string>> = {
  integer: "INTEGER",
  number: "DECIMAL(24, 2)",
  boolean: "BOOLEAN",
  string: "VARCHAR",
};

async function opened(out: string): Promise<Database> {
  const database = await openDatabase(":memory:");
  for (const name of PANEL_NAMES) {
    const types = panelFields(name).map(
      (field) => `'${field.name}': '${TYPES[field.type] ?? "VARCHAR"}'`,
    );
    await database.run(
      `CREATE VIEW ${name} AS FROM read_csv('${join(out, `${name}.csv`)}', header = true, auto_detect = false, delim = ',', quote = '"', nullstr = '', columns = {${types.join(", ")}})`,
    );
  }
  return database;
}
