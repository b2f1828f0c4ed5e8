import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UnreadableSource, sourceOf, sourceWithoutBytes } from "../../index.js";
import type { Origin, Source } from "../../index.js";
import { codeOf, emptySource } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";

/** One file to read. */
export interface Input {
  readonly path: string;
  /** Its name alone; of a path where nothing is, the path as it was given. */
  readonly fileName: string;
  /** Where it stands, as bytes, where that is not its path, or is not UTF-8. */
  readonly bytes?: Buffer;
  /** What origins.csv tells of it beside its name: its path within what was given, and what a manifest says. */
  readonly found?: Partial<Origin>;
  /** Set where it is open already: a member of an archive. */
  readonly opened?: Opened;
}

/** A file's bytes and name, or why it cannot be opened. */
export type Opened =
  | { readonly source: Source; readonly bytes: Uint8Array; readonly folder?: string }
  | { readonly source: Source; readonly error: UnreadableSource };

/** Opens a file. One that is not there stands in the dataset with no bytes, under the path as given. */
export async function openInput(input: Input): Promise<Opened> {
  const { path, fileName, bytes: name, found, opened } = input;
  if (opened !== undefined) return opened;
  try {
    const file = name ?? path;
    if (!(await stat(file)).isFile())
      throw new UnreadableSource("not_found", {
        en: "This is no regular file.",
        zh: "这不是普通文件。",
      });
    const bytes = await readFile(file);
    const source = sourceOf(bytes, fileName, found);
    return bytes.length === 0
      ? { source, error: emptySource() }
      : { source, bytes, folder: dirname(path) };
  } catch (error) {
    return { source: sourceWithoutBytes(fileName, found), error: cannotOpen(error) };
  }
}

const NO_SUCH_FILE = { en: "There is no such file.", zh: "没有这个文件。" };
const NOT_PERMITTED = { en: "Reading it is not permitted.", zh: "没有读取权限。" };
const TOO_LARGE = { en: "It is larger than 2 GiB.", zh: "文件大于 2 GiB。" };

const REASONS: Readonly<Record<string, Bilingual<string>>> = {
  ENOENT: NO_SUCH_FILE,
  ENOTDIR: NO_SUCH_FILE,
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
};

function cannotOpen(error: unknown): UnreadableSource {
  if (error instanceof UnreadableSource) return error;
  const code = codeOf(error);
  if (code === "ERR_FS_FILE_TOO_LARGE")
    return new UnreadableSource("too_large", TOO_LARGE, { cause: error });
  if (code === undefined) throw error;
  const unknown = { en: `It cannot be opened (${code}).`, zh: `无法打开（${code}）。` };
  const reason = REASONS[code] ?? unknown;
  return new UnreadableSource("not_found", reason, { cause: error });
}
