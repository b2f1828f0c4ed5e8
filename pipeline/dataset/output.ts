import type { DatasetRecord } from "../records.js";
import { compile } from "./compile.js";
import { withCopy } from "./copies.js";
import type { DocumentDataset } from "./dataset.js";
import { datasetPath, removeOthers, writeDataset } from "./folder.js";
import { readDataset } from "./json.js";
import type { Source } from "./source.js";

/**
 * A run's output folder. Documents of earlier runs stay in it, and a document given again is
 * replaced by what the last run made of it, so that a run may be split or repeated.
 */
export interface Output {
  /** Writes a document's JSON. One with the same bytes as another adds its name there. */
  readonly add: (dataset: DocumentDataset) => Promise<void>;
  /** Adds a name to the document of these bytes, which this run has read. False where it has not. */
  readonly addName: (source: Source) => Promise<boolean>;
  /** Writes the CSV files and datapackage.json. */
  readonly close: (options?: CloseOptions) => Promise<Closed>;
}

export interface CloseOptions {
  /** Remove the documents that this run did not read. */
  readonly clean?: boolean;
}

export interface Closed {
  /** The documents of earlier runs in the folder. */
  readonly kept: number;
  readonly removed: number;
}

/** Opens a folder for a run; it is made when the first file is written. */
export function openOutput(folder: string): Output {
  const written = new Set<string>();
  const addCopy = async (id: string, row: (of: DocumentDataset) => DatasetRecord<"documents">) => {
    const dataset = await readDataset(datasetPath(folder, id));
    await writeDataset(folder, withCopy(dataset, row(dataset)));
  };
  return {
    add: async (dataset) => {
      const id = dataset.document.document_id;
      if (written.has(id)) return addCopy(id, () => dataset.document);
      await writeDataset(folder, dataset);
      written.add(id);
    },
    addName: async (source) => {
      const known = written.has(source.document_id);
      if (known) await addCopy(source.document_id, ({ document }) => ({ ...document, ...source }));
      return known;
    },
    close: async ({ clean = false } = {}) => {
      const removed = clean ? await removeOthers(folder, written) : 0;
      return { removed, kept: (await compile(folder)) - written.size };
    },
  };
}
