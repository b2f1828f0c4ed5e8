import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "../names-in.js";
import type { DocumentDataset } from "./dataset.js";
import { isUnfinished, writeGrown } from "./growing-file.js";
import { printPieces } from "./json.js";
import { byCodeUnit } from "./order.js";

const NAME = /^([0-9a-f]{16})\.json$/u;

/** Where the JSON of a document stands in an output folder. */
export function datasetPath(folder: string, documentId: string): string {
  return join(folder, "documents", `${documentId}.json`);
}

/**
 * Writes one document's JSON, whole or not at all, over what stood there.
 *
 * @throws UnreadableSource where it would be too large to be read back
 */
export async function writeDataset(folder: string, dataset: DocumentDataset): Promise<void> {
  const pieces: Uint8Array[] = [];
  printPieces(dataset, (piece) => pieces.push(piece));
  await writePrinted(folder, dataset.document.document_id, pieces);
}

/** Writes the pieces of JSON that is printed already, whole or not at all, over what stood there. */
export async function writePrinted(
  folder: string,
  id: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  await mkdir(join(folder, "documents"), { recursive: true });
  await writeGrown(datasetPath(folder, id), async (append) => {
    for (const piece of pieces) await append(piece);
  });
}

/** The ids of the documents in an output folder, sorted; none where the folder is new. */
export async function documentIds(folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(folder, "documents"));
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).toSorted(byCodeUnit);
}

/** Removes the JSON of every document that is not to be kept. Returns how many those were. */
export async function removeOthers(
  folder: string,
  keep: { readonly has: (id: string) => boolean },
): Promise<number> {
  const others = (await documentIds(folder)).filter((id) => !keep.has(id));
  for (const id of others) await rm(datasetPath(folder, id));
  return others.length;
}

/** Removes what an interrupted run left unfinished in an output folder. Nobody may be writing to it. */
export async function sweepOutput(folder: string): Promise<void> {
  for (const within of [folder, join(folder, "documents")])
    for (const name of await namesIn(within))
      if (isUnfinished(name)) await rm(join(within, name), { force: true });
}

/** Whether a folder holds a dataset of this program. */
export async function isOutput(folder: string): Promise<boolean> {
  return (await documentIds(folder)).length > 0;
}
