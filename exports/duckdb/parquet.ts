import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExportJob } from "../package/job.js";
import { literal } from "../sql/sql.js";
import { typedTable, withDuckDb } from "./typed.js";

/** Writes a folder with a Parquet file a table: decimals exact, codes as text. */
export async function writeParquet({ from, path }: ExportJob): Promise<void> {
  await mkdir(path);
  await withDuckDb(":memory:", async (connection) => {
    for (const resource of from.resources) {
      const { select } = await typedTable(connection, from, resource);
      const file = literal(join(path, `${resource.name}.parquet`));
      await connection.run(`COPY (${select}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    }
  });
}
