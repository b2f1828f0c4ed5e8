import { realpath, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Input } from "../workers/local/open-input.js";
import { UsageError } from "./terminal.js";

/**
 * The files that the paths of a command line stand for: files, folders (walked; hidden files and
 * folders are passed over), globs. Each file once, whichever way it was reached; a folder's files in
 * the order of their names. A path where nothing is stays, to be reported as a failed document.
 *
 * @throws UsageError where a folder or glob holds no file
 */
export async function findInputs(
  paths: readonly string[],
  outputFolder: string,
): Promise<readonly Input[]> {
  const found = new Map<string, Input>();
  for (const path of paths)
    for (const input of await filesAt(path, outputFolder)) {
      const file = await fileBehind(input.path);
      if (!found.has(file)) found.set(file, input);
    }
  return [...found.values()];
}

async function filesAt(path: string, outputFolder: string): Promise<readonly Input[]> {
  const stats = await statsOf(path);
  if (stats?.isDirectory() === true)
    return someInputs(await walk("**", path, outputFolder), `${path} holds no file to read`);
  if (stats === undefined && isDynamicPattern(path))
    return someInputs(await walk(path, ".", outputFolder), `no file matches ${path}`);
  return [{ path, fileName: stats === undefined ? path : basename(path) }];
}

async function walk(pattern: string, folder: string, outputFolder: string): Promise<string[]> {
  const own = resolve(outputFolder) + sep;
  const names = await glob(pattern, { cwd: folder, dot: false, expandDirectories: false });
  return names
    .toSorted()
    .map((name) => (folder === "." ? name : join(folder, name)))
    .filter((path) => !resolve(path).startsWith(own));
}

function someInputs(paths: readonly string[], none: string): readonly Input[] {
  if (paths.length === 0) throw new UsageError(none);
  return paths.map((path) => ({ path, fileName: basename(path) }));
}

/** The file itself where a path leads to it over links. */
async function fileBehind(path: string): Promise<string> {
  return (await statsOf(path)) === undefined ? resolve(path) : realpath(path);
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    // Opening it will fail for the same reason and report it.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
