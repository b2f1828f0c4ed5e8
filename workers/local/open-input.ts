import { readFile, stat } from "node:fs/promises";
import { UnreadableSource, sourceOf } from "../../index.js";
import type { Source } from "../../index.js";
import { codeOf, emptySource } from "../../pipeline/errors.js";

/** One file to read. */
export interface Input {
  readonly path: string;
  /** Its name alone; of a path where nothing is, the path as it was given. */
  readonly fileName: string;
  /** Its path as bytes, where these are not UTF-8. */
  readonly bytes?: Buffer;
}

/** A file's bytes and name, or why it cannot be opened. */
export type Opened =
  | { readonly source: Source; readonly bytes: Uint8Array }
  | { readonly source: Source; readonly error: UnreadableSource };

/** Opens a file. One that is not there stands in the dataset with no bytes, under the path as given. */
export async function openInput({ path, fileName, bytes: name }: Input): Promise<Opened> {
  try {
    const file = name ?? path;
    if (!(await stat(file)).isFile())
      throw new UnreadableSource("not_found", "This is no regular file.");
    const bytes = await readFile(file);
    if (bytes.length === 0) throw emptySource();
    return { source: sourceOf(bytes, fileName), bytes };
  } catch (error) {
    return { source: sourceOf(new Uint8Array(), fileName), error: cannotOpen(error) };
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
  const code = codeOf(error);
  if (code === "ERR_FS_FILE_TOO_LARGE")
    return new UnreadableSource("too_large", "It is larger than 2 GiB.", { cause: error });
  if (code === undefined) throw error;
  const reason = REASONS[code] ?? `It cannot be opened (${code}).`;
  return new UnreadableSource("not_found", reason, { cause: error });
}
