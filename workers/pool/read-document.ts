import { UnreadableSource, failed } from "../../index.js";
import type { DocumentDataset } from "../../index.js";
import type { ToRead } from "./pool.js";

/** The library's one call, as the runs use it. */
export type Extract = (source: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}) => Promise<DocumentDataset>;

/** What became of a document: always a dataset, and the fault of the program that stopped it, if any. */
export interface ReadDocument {
  readonly dataset: DocumentDataset;
  readonly bug?: unknown;
}

/** Reads a document, or says why it failed. A fault of the program stops this document, not the run. */
export async function readDocument(
  { source, bytes }: ToRead,
  extract: Extract,
): Promise<ReadDocument> {
  try {
    return { dataset: await extract({ bytes, fileName: source.file_name }) };
  } catch (error) {
    if (error instanceof UnreadableSource) return { dataset: failed(source, error) };
    return { dataset: failed(source, internal(error)), bug: error };
  }
}

function internal(cause: unknown): UnreadableSource {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new UnreadableSource("internal", message, { cause });
}
