import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { ToldError, codeOf } from "../../model/errors.js";

/** A folder holds a file of something else under the name of one that is to be written. */
class ForeignFile extends ToldError {
  override readonly name = "ForeignFile";
  override readonly exitCode = 2;
}

/** What a command writes into a folder beside `datapackage.json`, and knows again as its own. */
export interface OwnFiles {
  /** The name in its `datapackage.json`. */
  readonly packageName: string;
  /** How each CSV file begins that it writes, by the name of the file. */
  readonly beginnings: Readonly<Record<string, string>>;
}

/** More than the longest beginning, in bytes. */
const LOOKED_AT = 4096;

/**
 * Refuses to write over what another wrote: a user's `documents.csv`, say.
 *
 * @throws ForeignFile
 */
export async function refuseForeign(
  folder: string,
  { packageName, beginnings }: OwnFiles,
): Promise<void> {
  const earlier = await orUndefined(readFile(join(folder, "datapackage.json"), "utf8"));
  if (earlier !== undefined && earlier !== "" && nameIn(earlier) !== packageName)
    throw foreign(folder, "datapackage.json");
  for (const [name, begins] of Object.entries(beginnings)) {
    const text = await beginning(join(folder, name));
    if (text !== undefined && text !== "" && !text.startsWith(begins)) throw foreign(folder, name);
  }
}

const descriptor = z.object({ name: z.string() });

/** The name in a `datapackage.json`; undefined where it is none. */
function nameIn(text: string): string | undefined {
  try {
    return descriptor.parse(JSON.parse(text)).name;
  } catch {
    return undefined;
  }
}

/** The first characters of a file; undefined where there is none, or none that can be read: writing it will tell. */
async function beginning(path: string): Promise<string | undefined> {
  const file = await orUndefined(open(path));
  if (file === undefined) return undefined;
  try {
    const read = await orUndefined(file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0));
    return read?.buffer.toString("utf8", 0, read.bytesRead).replace(/^\ufeff/u, "");
  } finally {
    await file.close();
  }
}

/** What the system gives; undefined where it refuses. */
async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function foreign(folder: string, name: string): ForeignFile {
  const path = join(folder, name);
  return new ForeignFile({
    en: `${path} was written by something else and would be overwritten. Move it away, or give another folder.`,
    zh: `${path} 由其他程序或命令写出，会被覆盖。请移走该文件，或另选文件夹。`,
  });
}
