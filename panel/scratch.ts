import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase } from "./duckdb.js";

/** Gives a database in a folder beside the results, which is gone at the end. */
export async function inScratch<T>(
  out: string,
  use: (database: Database, scratch: string) => Promise<T>,
): Promise<T> {
  await mkdir(out, { recursive: true });
  const scratch = await mkdtemp(join(out, ".compare-"));
  try {
    const database = await openDatabase(join(scratch, "panel.duckdb"));
    try {
      return await use(database, scratch);
    } finally {
      database.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
