import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { RECORD_FILES } from "../../model/records/registry.js";
import type { DatasetRecord, RecordFile } from "../../model/records/registry.js";
import { type OwnFiles, refuseForeign } from "./foreign.js";
import { csvHeader, csvRows } from "./csv.js";
import { DATASET_NAME, dataPackage } from "./data-package.js";
import type { CsvFacts } from "./data-package.js";
import type { DocumentDataset } from "../dataset.js";
import { growFile } from "../growing-file.js";
import type { GrowingFile } from "../growing-file.js";
import { printJson } from "../json.js";

/** The CSV files of an output folder, which grow out of sight until every document is in them. */
export interface CsvFiles {
  /** Appends a document's rows. Documents come one after another, in the order of their ids. */
  readonly add: (dataset: DocumentDataset) => Promise<void>;
  /** Appends some rows of a document to one file. */
  readonly append: <F extends RecordFile>(
    file: F,
    records: readonly DatasetRecord<F>[],
  ) => Promise<void>;
  /** Puts the files in their place, then datapackage.json. */
  readonly finish: () => Promise<void>;
  /** Leaves the old files as they are; what was begun is gone. */
  readonly abandon: () => Promise<void>;
}

/** The files of a dataset: each row of them begins with its document. */
export const DATASET_FILES: OwnFiles = {
  packageName: DATASET_NAME,
  beginnings: Object.fromEntries(RECORD_FILES.map((name) => [`${name}.csv`, "document_id,"])),
};

/**
 * Begins the CSV files of a folder, which is made where there is none.
 *
 * @throws ForeignFile
 */
export async function growCsvFiles(folder: string): Promise<CsvFiles> {
  await mkdir(folder, { recursive: true });
  await refuseForeign(folder, DATASET_FILES);
  const csvs = await Promise.all(RECORD_FILES.map((name) => startCsv(folder, name)));
  const append: CsvFiles["append"] = async (name, records) => {
    const csv = csvs.find((each) => each.name === name);
    if (records.length > 0) await csv?.file.append(csvRows(name, records));
  };
  return {
    append,
    add: async (dataset) => {
      const named = { ...dataset, documents: [dataset.document] };
      for (const name of RECORD_FILES) await append<RecordFile>(name, named[name]);
    },
    finish: async () => {
      const facts: CsvFacts[] = [];
      // All of them are on the disk before the first is seen.
      for (const { name, file } of csvs) facts.push({ name, ...(await file.complete()) });
      for (const { file } of csvs) await file.show();
      await writeFileAtomic(join(folder, "datapackage.json"), printJson(dataPackage(facts)));
    },
    abandon: async () => {
      await Promise.all(csvs.map(({ file }) => file.abandon()));
    },
  };
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
