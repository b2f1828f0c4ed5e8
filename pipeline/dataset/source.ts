import { createHash } from "node:crypto";
import type { DatasetRecord } from "../records.js";

/** Where a document came from, as documents.csv tells it. */
export type Source = Pick<
  DatasetRecord<"documents">,
  "document_id" | "file_name" | "source_url" | "sha256" | "bytes" | "retrieved_at"
>;

const ID_LENGTH = 16;

/** The source of bytes that were found under a name; the fetching program adds address and time. */
export function sourceOf(
  bytes: Uint8Array,
  fileName: string,
  fetched: Pick<Source, "source_url" | "retrieved_at"> = { source_url: null, retrieved_at: null },
): Source {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    document_id: sha256.slice(0, ID_LENGTH),
    file_name: fileName,
    sha256,
    bytes: bytes.length,
    ...fetched,
  };
}
