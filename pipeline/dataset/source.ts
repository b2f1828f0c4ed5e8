import { createHash } from "node:crypto";
import type { DatasetRecord } from "../model/records/registry.js";

/** Where a document came from, as documents.csv tells it. */
export type Source = Pick<
  DatasetRecord<"documents">,
  "document_id" | "file_name" | "source_url" | "sha256" | "bytes" | "retrieved_at"
>;

const ID_LENGTH = 16;

type Fetched = Pick<Source, "source_url" | "retrieved_at">;

/** The source of bytes that were found under a name; the fetching program adds address and time. */
export function sourceOf(bytes: Uint8Array, fileName: string, fetched?: Fetched): Source {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return hashedSource({ sha256, bytes: bytes.length }, fileName, fetched);
}

/** The source of bytes that were hashed before, as while they came. */
export function hashedSource(
  { sha256, bytes }: Pick<Source, "sha256" | "bytes">,
  fileName: string,
  fetched: Fetched = { source_url: null, retrieved_at: null },
): Source {
  return {
    document_id: sha256.slice(0, ID_LENGTH),
    file_name: fileName,
    sha256,
    bytes,
    ...fetched,
  };
}
