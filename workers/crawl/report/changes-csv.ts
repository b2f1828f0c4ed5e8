import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { datasetPath, documentIds } from "../../../pipeline/dataset/folder.js";
import { growFile } from "../../../pipeline/dataset/growing-file.js";
import { readDataset, readHead } from "../../../pipeline/dataset/json.js";
import { changesBetween } from "./changes.js";

const COLUMNS = ["document_id", "supersedes", "file", "change", "name", "before", "after"];

/** Writes changes.csv into an output folder: every version of a document compared with the one before it. */
export async function writeChanges(folder: string): Promise<number> {
  const file = await growFile(join(folder, "changes.csv"));
  let count = 0;
  try {
    await file.append(stringify([COLUMNS], { record_delimiter: "\n" }));
    for (const id of await documentIds(folder)) {
      const before = (await readHead(datasetPath(folder, id)))?.document.supersedes ?? null;
      if (before === null || (await readHead(datasetPath(folder, before))) === undefined) continue;
      const [old, now] = await Promise.all(
        [before, id].map((each) => readDataset(datasetPath(folder, each))),
      );
      const changes = old === undefined || now === undefined ? [] : changesBetween(old, now);
      count += changes.length;
      await file.append(
        stringify([...changes], { record_delimiter: "\n", quoted_match: /\r/u, columns: COLUMNS }),
      );
    }
    await file.complete();
    await file.show();
  } catch (error) {
    await file.abandon();
    throw error;
  }
  return count;
}
