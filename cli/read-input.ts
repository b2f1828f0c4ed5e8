import { readFile, stat } from "node:fs/promises";
import type { Input } from "./inputs.js";
import { UnreadableSource, failed, sourceOf } from "../index.js";
import type { DocumentDataset, Source } from "../index.js";

/** The library's one call, as the commands use it. */
export type Extract = (source: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}) => Promise<DocumentDataset>;

/** A file's bytes and name, or why it cannot be opened. */
export type Opened =
  | { readonly source: Source; readonly bytes: Uint8Array }
  | { readonly source: Source; readonly error: UnreadableSource };

/** Opens a file. One that is not there stands in the dataset with no bytes, under the path as given. */
export async function openInput({ path, fileName }: Input): Promise<Opened> {
  try {
    if (!(await stat(path)).isFile())
      throw new UnreadableSource("not_found", "This is no regular file.");
    const bytes = await readFile(path);
    return { source: sourceOf(bytes, fileName), bytes };
  } catch (error) {
    return { source: sourceOf(new Uint8Array(), fileName), error: cannotOpen(error) };
  }
}

/** What became of a file: always a dataset, and the fault of ours that stopped it, if any. */
export interface ReadInput {
  readonly dataset: DocumentDataset;
  readonly bug?: unknown;
}

/** Reads a document, or says why it failed. A fault of ours stops this document, not the batch. */
export async function readInput(opened: Opened, extract: Extract): Promise<ReadInput> {
  const { source } = opened;
  if ("error" in opened) return { dataset: failed(source, opened.error) };
  try {
    return { dataset: await extract({ bytes: opened.bytes, fileName: source.file_name }) };
  } catch (error) {
    if (error instanceof UnreadableSource) return { dataset: failed(source, error) };
    return { dataset: failed(source, internal(error)), bug: error };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  EACCES: "Reading it is not permitted.",
  EPERM: "Reading it is not permitted.",
};

function cannotOpen(error: unknown): UnreadableSource {
  if (error instanceof UnreadableSource) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_FS_FILE_TOO_LARGE")
    return new UnreadableSource("too_large", "It is larger than 2 GiB.", { cause: error });
  if (code === "") throw error;
  const reason = REASONS[code] ?? `It cannot be opened (${code}).`;
  return new UnreadableSource("not_found", reason, { cause: error });
}

function internal(error: unknown): UnreadableSource {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new UnreadableSource("internal", message, { cause: error });
}
