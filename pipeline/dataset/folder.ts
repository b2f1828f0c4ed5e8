import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { DocumentDataset } from "./dataset.js";
import { printJson } from "./json.js";
import { byCodeUnit } from "./order.js";

const NAME = /^([0-9a-f]{16})\.json$/u;

/** Where the JSON of a document stands in an output folder. */
export function datasetPath(folder: string, documentId: string): string {
  return join(folder, "documents", `${documentId}.json`);
}

/** Writes one document's JSON, whole or not at all, over what stood there. Returns its path. */
export async function writeDataset(folder: string, dataset: DocumentDataset): Promise<string> {
  const path = datasetPath(folder, dataset.document.document_id);
  await mkdir(join(folder, "documents"), { recursive: true });
  await writeFileAtomic(path, printJson(dataset));
  return path;
}

/** The ids of the documents in an output folder, sorted; none where the folder is new. */
export async function documentIds(folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(folder, "documents"));
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).toSorted(byCodeUnit);
}

/** Removes the JSON of every document that is not to be kept. Returns how many those were. */
export async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<number> {
  const others = (await documentIds(folder)).filter((id) => !keep.has(id));
  for (const id of others) await rm(datasetPath(folder, id));
  return others.length;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Whether a folder holds a dataset of this program. */
export async function isOutput(folder: string): Promise<boolean> {
  return (await documentIds(folder)).length > 0;
}
