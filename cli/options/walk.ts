import { readdir, realpath, stat } from "node:fs/promises";
import type { Dirent } from "node:fs";
import { basename } from "node:path";
import type { Input } from "../../workers/local/open-input.js";
import { textOfBytes } from "./text-of-bytes.js";

const SLASH = Buffer.from("/");
const DOT = 0x2e;

/**
 * Everything in a folder and the folders in it that is no folder itself, over links too; hidden files
 * and folders are passed over. Works on the bytes of names: those of archives of Chinese Windows are
 * GBK, and lead nowhere as text.
 */
export async function walk(folder: string): Promise<readonly Input[]> {
  const found: Buffer[] = [];
  await walkInto(Buffer.from(folder === "/" ? "" : folder), found, new Set());
  return found.map(inputAt);
}

/** Does not follow a link into a folder that it stands in. */
async function walkInto(
  folder: Buffer,
  found: Buffer[],
  above: ReadonlySet<string>,
): Promise<void> {
  const real = await realpath(folder.length === 0 ? SLASH : folder);
  if (above.has(real)) return;
  const options = { encoding: "buffer", withFileTypes: true } as const;
  const entries = await readdir(folder.length === 0 ? SLASH : folder, options);
  for (const entry of entries) {
    if (entry.name[0] === DOT) continue;
    const path = Buffer.concat([folder, SLASH, entry.name]);
    if (await isFolder(entry, path)) await walkInto(path, found, new Set([...above, real]));
    else found.push(path);
  }
}

async function isFolder(entry: Dirent<Buffer>, path: Buffer): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    // A link that leads nowhere; opening it will report that.
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

function inputAt(bytes: Buffer): Input {
  const path = textOfBytes(bytes);
  const fileName = basename(path);
  return Buffer.from(path).equals(bytes) ? { path, fileName } : { path, fileName, bytes };
}
