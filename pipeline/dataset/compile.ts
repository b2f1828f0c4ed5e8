import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { DatasetRecord, RecordFile } from "../records.js";
import { documentRows } from "./copies.js";
import { RECORD_FILES, csvHeader, csvRows } from "./csv.js";
import { dataPackage } from "./data-package.js";
import type { CsvFacts } from "./data-package.js";
import type { DocumentDataset } from "./dataset.js";
import { datasetPath, documentIds } from "./folder.js";
import { growFile } from "./growing-file.js";
import type { GrowingFile } from "./growing-file.js";
import { printJson, readDataset } from "./json.js";

/**
 * Builds the CSV files and datapackage.json of an output folder from its `documents/*.json`, read
 * one at a time, in the order of their ids. Old CSV files stay until the new ones are whole. Returns
 * how many documents there are.
 *
 * @throws UnreadableDataset where a JSON file is not of this version's form; the old CSV files stay
 */
export async function compile(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const ids = await documentIds(folder);
  const csvs = await Promise.all(RECORD_FILES.map((name) => startCsv(folder, name)));
  try {
    for (const id of ids) await appendDataset(csvs, await readDataset(datasetPath(folder, id)));
  } catch (error) {
    await Promise.all(csvs.map(({ file }) => file.abandon()));
    throw error;
  }
  const facts = await Promise.all(csvs.map(finishCsv));
  await writeFileAtomic(join(folder, "datapackage.json"), printJson(dataPackage(facts)));
  return ids.length;
}

interface Csv {
  readonly name: RecordFile;
  readonly file: GrowingFile;
}

async function startCsv(folder: string, name: RecordFile): Promise<Csv> {
  const file = await growFile(join(folder, `${name}.csv`));
  await file.append(csvHeader(name));
  return { name, file };
}

async function appendDataset(csvs: readonly Csv[], dataset: DocumentDataset): Promise<void> {
  for (const { name, file } of csvs) await file.append(rowsOf(name, dataset));
}

async function finishCsv({ name, file }: Csv): Promise<CsvFacts> {
  return { name, ...(await file.finish()) };
}

function rowsOf(file: RecordFile, dataset: DocumentDataset): string {
  const rows: { readonly [K in RecordFile]: readonly DatasetRecord<K>[] } = {
    ...dataset,
    documents: documentRows(dataset),
  };
  return csvRows(file, rows[file]);
}
