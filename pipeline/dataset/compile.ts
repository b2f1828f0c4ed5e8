import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { DatasetRecord, RecordFile } from "../records.js";
import { documentRows } from "./copies.js";
import { RECORD_FILES, csvHeader, csvRows } from "./csv.js";
import { dataPackage } from "./data-package.js";
import type { CsvFacts } from "./data-package.js";
import type { DocumentDataset } from "./dataset.js";
import { datasetPath, documentIds } from "./folder.js";
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
  const files = await Promise.all(RECORD_FILES.map((file) => startCsv(folder, file)));
  try {
    for (const id of ids) await appendDataset(files, await readDataset(datasetPath(folder, id)));
  } catch (error) {
    await Promise.all(files.map(abandon));
    throw error;
  }
  const facts = await Promise.all(files.map(finish));
  await writeFileAtomic(join(folder, "datapackage.json"), printJson(dataPackage(facts)));
  return ids.length;
}

interface GrowingCsv {
  readonly name: RecordFile;
  readonly path: string;
  /** Hidden, and the same in every run: what an interrupted one leaves behind, the next one overwrites. */
  readonly growing: string;
  readonly handle: FileHandle;
  readonly hash: ReturnType<typeof createHash>;
  bytes: number;
}

async function startCsv(folder: string, name: RecordFile): Promise<GrowingCsv> {
  const growing = join(folder, `.${name}.csv.part`);
  const file = {
    name,
    path: join(folder, `${name}.csv`),
    growing,
    handle: await open(growing, "w"),
    hash: createHash("sha256"),
    bytes: 0,
  };
  await append(file, csvHeader(name));
  return file;
}

async function appendDataset(
  files: readonly GrowingCsv[],
  dataset: DocumentDataset,
): Promise<void> {
  for (const file of files) await append(file, rowsOf(file.name, dataset));
}

async function append(file: GrowingCsv, text: string): Promise<void> {
  const bytes = Buffer.from(text, "utf8");
  file.hash.update(bytes);
  file.bytes += bytes.length;
  await file.handle.writeFile(bytes);
}

async function finish(file: GrowingCsv): Promise<CsvFacts> {
  await file.handle.sync();
  await file.handle.close();
  await rename(file.growing, file.path);
  return { name: file.name, bytes: file.bytes, sha256: file.hash.digest("hex") };
}

async function abandon(file: GrowingCsv): Promise<void> {
  await file.handle.close();
  await rm(file.growing);
}

function rowsOf(file: RecordFile, dataset: DocumentDataset): string {
  const rows: { readonly [K in RecordFile]: readonly DatasetRecord<K>[] } = {
    ...dataset,
    documents: documentRows(dataset),
  };
  return csvRows(file, rows[file]);
}
