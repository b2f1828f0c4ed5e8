import { readFile, realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { codeOf } from "../../pipeline/model/errors.js";

/** Gives the bytes of a file beside a document by its relative address; null where there is none to be read. */
export type Beside = (address: string) => Promise<Uint8Array | null>;

/** Bytes of the largest file that is read beside a document; a scanned table has some 2 MB. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The files in the folder of a document, and in the folders in it. What an address leads to elsewhere, by
 * climbing, from the root, over links or to a server, is not read.
 */
export function besideIn(folder: string): Beside {
  return async (address) => {
    const name = nameIn(address);
    if (name === null) return null;
    try {
      const [root, file] = await Promise.all([realpath(folder), realpath(resolve(folder, name))]);
      if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
      const stats = await stat(file);
      return stats.isFile() && stats.size <= MOST_BYTES ? await readFile(file) : null;
    } catch (error) {
      // There is no such file, its name cannot be one, or it may not be read.
      if (codeOf(error) === undefined) throw error;
      return null;
    }
  };
}

/** Whether an address leads to something beside the document. */
export function isRelative(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z\d+.-]*:|[\\/#?])/iu.test(address);
}

/** The path that a relative address means; null where it is none. */
function nameIn(address: string): string | null {
  if (!isRelative(address)) return null;
  const [path = ""] = address.split(/[?#]/u, 1);
  try {
    const name = decodeURIComponent(path).replaceAll("\\", "/");
    return isRelative(name) && !name.includes("\0") ? name : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
