import { realpath, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, normalize, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Input } from "../../workers/local/open-input.js";
import { UsageError } from "../terminal/terminal.js";
import { walk } from "./walk.js";

/**
 * The files that the paths of a command line stand for: files, folders (walked; hidden files and
 * folders are passed over), globs. Each file once, whichever way it was reached; a folder's files in
 * the order of their names. A path where nothing is stays, to be reported as a failed document.
 *
 * What stands in the program's own folder, of the output or the store, is no input.
 *
 * @throws UsageError where a folder or glob holds no file
 */
export async function findInputs(
  paths: readonly string[],
  ownFolder: string | undefined,
): Promise<readonly Input[]> {
  const found = new Map<string, Input>();
  for (const path of paths)
    for (const input of await filesAt(path, ownFolder)) {
      const file = await fileBehind(input);
      if (!found.has(file)) found.set(file, input);
    }
  return [...found.values()];
}

async function filesAt(path: string, ownFolder: string | undefined): Promise<readonly Input[]> {
  const stats = await statsOf(path);
  if (stats?.isDirectory() === true)
    return someInputs(await walk(path), { ownFolder, within: path, none: emptyFolder(path) });
  if (stats === undefined && isDynamicPattern(path)) {
    const names = await glob(path, { dot: false, expandDirectories: false });
    const inputs = names.map((name) => ({ path: name, fileName: basename(name) }));
    const within = fixedFolder(path);
    return someInputs(inputs, { ownFolder, within, none: noMatch(path) });
  }
  return [{ path, fileName: stats === undefined ? path : basename(path) }];
}

function emptyFolder(path: string): Bilingual<string> {
  return { en: `${path} holds no file to read`, zh: `${path} 中没有可读取的文件` };
}

function noMatch(pattern: string): Bilingual<string> {
  return { en: `no file matches ${pattern}`, zh: `没有文件与 ${pattern} 匹配` };
}

/** The folder that a glob begins in: what stands before its first part with a pattern. */
function fixedFolder(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

interface Some {
  readonly ownFolder: string | undefined;
  /** The folder that the paths of origins.csv begin in. */
  readonly within: string;
  /** What is said where there are none. */
  readonly none: Bilingual<string>;
}

/** In the order of their names, without those of the program's own folder. */
function someInputs(inputs: readonly Input[], { ownFolder, within, none }: Some): readonly Input[] {
  const own = ownFolder === undefined ? undefined : resolve(ownFolder) + sep;
  const some = inputs
    .map((input) => ({ ...input, path: normalize(input.path) }))
    .map((input) => ({ ...input, found: { path: relative(within, input.path) } }))
    .filter(({ path }) => own === undefined || !resolve(path).startsWith(own))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (some.length === 0) throw new UsageError(none);
  return some;
}

/** The file itself where a path leads to it over links. */
async function fileBehind({ path, bytes }: Input): Promise<string> {
  if (bytes !== undefined) return bytes.toString("latin1");
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
