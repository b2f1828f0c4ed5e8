import { createHash } from "node:crypto";
import type { DatasetRecord } from "../model/records/registry.js";

/** A row of origins.csv. */
export type OriginRow = DatasetRecord<"origins">;

/** Where bytes were found, and what a manifest says of them: a row of origins.csv without its document. */
export type Origin = Omit<OriginRow, "document_id">;

/** A document by its bytes, and one place where they were found. */
export interface Source
  extends Origin, Pick<DatasetRecord<"documents">, "document_id" | "sha256" | "bytes"> {}

const ID_LENGTH = 16;

type SourceColumns = Omit<Source, "issuer" | "region" | "note">;

/** A place by the name of what was found there; what more is known of it is added. */
type FoundAs = Pick<Origin, "file_name"> & Partial<Origin>;

/** The source of bytes that were found under a name; the fetching program adds address and time. */
export function sourceOf(bytes: Uint8Array, fileName: string, found: Partial<Origin> = {}): Source {
  return hashedSource({ sha256: hashOf(bytes), bytes: bytes.length }, fileName, found);
}

/** The source of bytes that were hashed before, as while they came. */
export function hashedSource(
  { sha256, bytes }: Pick<Source, "sha256" | "bytes">,
  fileName: string,
  found: Partial<Origin> = {},
): Source {
  return {
    document_id: sha256.slice(0, ID_LENGTH),
    ...originFound({ ...found, file_name: fileName }),
    sha256,
    bytes,
  };
}

/** The source of what could not be opened: a document of its own for each path, since it has no bytes to be told by. */
export function sourceWithoutBytes(fileName: string, found: Partial<Origin> = {}): Source {
  const source = sourceOf(new Uint8Array(), fileName, found);
  return { ...source, document_id: hashOf(Buffer.from(source.path)).slice(0, ID_LENGTH) };
}

/** The columns of documents.csv that say which bytes they are, and where they were found. */
export function sourceColumns(source: SourceColumns): SourceColumns {
  const { document_id, file_name, source_url, sha256, bytes, retrieved_at, path, origin } = source;
  return { document_id, file_name, source_url, sha256, bytes, retrieved_at, path, origin };
}

/** The row of origins.csv. */
export function originOf(source: Source): OriginRow {
  const { document_id, path, file_name, origin, source_url, retrieved_at } = source;
  const { issuer, region, note } = source;
  return { document_id, path, file_name, origin, source_url, retrieved_at, issuer, region, note };
}

/** The place that leads among those where a document was found. */
export function leadingSource({
  document,
  origins: [first],
}: {
  readonly document: SourceColumns;
  readonly origins: readonly OriginRow[];
}): Source {
  const { issuer = null, region = null, note = null } = first ?? {};
  return { ...sourceColumns(document), issuer, region, note };
}

/** A place with all that origins.csv tells of it; what is not known is empty. */
function originFound({ file_name, path = file_name, ...known }: FoundAs): Origin {
  const { origin = null, source_url = null, retrieved_at = null } = known;
  const { issuer = null, region = null, note = null } = known;
  return { path, file_name, origin, source_url, retrieved_at, issuer, region, note };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
