import { stringify } from "csv-stringify/sync";
import type { DocumentDataset } from "../../../index.js";
import { datasetPath, documentIds } from "../../../pipeline/dataset/folder.js";
import { writeGrown } from "../../../pipeline/dataset/growing-file.js";
import { readDataset, readHead } from "../../../pipeline/dataset/json.js";
import { changesBetween } from "./changes.js";

/** The columns of changes.csv. */
export const CHANGES_COLUMNS = [
  "document_id",
  "supersedes",
  "file",
  "change",
  "name",
  "before",
  "after",
];

/** Two versions of a document, one after the other. */
export type Versions = readonly [before: DocumentDataset, after: DocumentDataset];

/** Writes changes.csv: what changed from each version of a document to the next. */
export async function writeChanges(path: string, versions: AsyncIterable<Versions>): Promise<void> {
  await writeGrown(path, async (append) => {
    await append(stringify([CHANGES_COLUMNS], { record_delimiter: "\n" }));
    for await (const [before, after] of versions)
      await append(
        stringify([...changesBetween(before, after)], {
          record_delimiter: "\n",
          quoted_match: /\r/u,
          columns: CHANGES_COLUMNS,
        }),
      );
  });
}

/** The versions among the documents of an output folder, in the order of their ids. */
export async function* versionsIn(folder: string): AsyncGenerator<Versions> {
  for (const id of await documentIds(folder)) {
    const before = (await readHead(datasetPath(folder, id)))?.document.supersedes ?? null;
    if (before === null || (await readHead(datasetPath(folder, before))) === undefined) continue;
    yield [
      await readDataset(datasetPath(folder, before)),
      await readDataset(datasetPath(folder, id)),
    ];
  }
}
