import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { datasetPath } from "../../pipeline/dataset/folder.js";
import { unfinished } from "../../pipeline/dataset/growing-file.js";

/** The `documents/*.json` of a folder that is made from a store, and can be made again. */
export interface JsonFiles {
  /** Puts a document's JSON in its place, whole; nothing is written where the same stands there. */
  readonly put: (documentId: string, json: Uint8Array) => Promise<void>;
}

/**
 * Opens the documents of a folder, which is made where there is none. `there` are the ids of those
 * that it holds. Files are not forced onto the disk one by one: after a power cut the next compile
 * finds those that were lost, and writes them again.
 */
export async function openJsonFiles(
  folder: string,
  there: ReadonlySet<string>,
): Promise<JsonFiles> {
  await mkdir(join(folder, "documents"), { recursive: true });
  return {
    put: async (documentId, json) => {
      const path = datasetPath(folder, documentId);
      if (there.has(documentId) && (await readFile(path)).equals(json)) return;
      const hidden = unfinished(path);
      await writeFile(hidden, json);
      await rename(hidden, path);
    },
  };
}
