import { open } from "node:fs/promises";
import { join } from "node:path";
import { ToldError, codeOf } from "../../model/errors.js";
import { RECORD_FILES } from "../../model/records/registry.js";

/** A folder holds a file of somebody else under the name of one that is to be written. */
class ForeignFile extends ToldError {
  override readonly name = "ForeignFile";
  override readonly exitCode = 2;
}

/** How the first line of each of our CSV files begins, and the name in our datapackage.json. */
const CSV_BEGINS = "document_id,";
const PACKAGE_HOLDS = /"name":\s*"gongkai"/u;

/** As many bytes as tell whose file it is. */
const LOOKED_AT = 1024;

/**
 * Refuses to write over what is not ours: a user's `documents.csv`, say.
 *
 * @throws ForeignFile
 */
export async function refuseForeign(folder: string): Promise<void> {
  for (const name of RECORD_FILES) {
    const text = await beginning(join(folder, `${name}.csv`));
    if (text !== undefined && text !== "" && !text.startsWith(CSV_BEGINS))
      throw foreign(folder, `${name}.csv`);
  }
  const text = await beginning(join(folder, "datapackage.json"));
  if (text !== undefined && text !== "" && !PACKAGE_HOLDS.test(text))
    throw foreign(folder, "datapackage.json");
}

/** The first characters of a file; undefined where there is none, or none that can be read: writing it will tell. */
async function beginning(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
      return buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/u, "");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function foreign(folder: string, name: string): ForeignFile {
  const path = join(folder, name);
  return new ForeignFile({
    en: `${path} was not written by gongkai and would be overwritten. Move it away, or give another folder.`,
    zh: `${path} 不是 gongkai 写的，会被覆盖。请移走该文件，或另选文件夹。`,
  });
}
