import { readFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { loadDuckDb } from "../exports/duckdb/load.js";
import { literal } from "../exports/sql/sql.js";

/** A database that runs the SQL files of this folder. */
export interface Database {
  /** Runs a file of `sql/`, its `$names` replaced by quoted texts. */
  readonly file: (sql: URL, names?: Readonly<Record<string, string>>) => Promise<void>;
  readonly run: (sql: string) => Promise<void>;
  /** The rows of a query, every value as text. */
  readonly rows: (sql: string) => Promise<readonly (readonly (string | null)[])[]>;
  readonly close: () => void;
}

/** Memory that the joins may take before they go on in files, beside some 100 MB of the process itself. */
const MEMORY = "240MB";

/**
 * Opens a database in a file, which may grow beside it.
 *
 * @throws DatabaseUnavailable where DuckDB cannot be loaded
 */
export async function openDatabase(path: string): Promise<Database> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(path, {
    memory_limit: MEMORY,
    // A second thread would hold as much again; the joins are short beside the reading of files.
    threads: "1",
    preserve_insertion_order: "false",
    temp_directory: `${path}.spill`,
  });
  const connection = await instance.connect();
  return {
    file: async (sql, names = {}) => runAll(connection, filled(await readFile(sql, "utf8"), names)),
    run: async (sql) => runAll(connection, sql),
    rows: async (sql) => {
      const result = await connection.runAndReadAll(sql);
      return result
        .getRows()
        .map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function runAll(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(sql);
}

const filled = (sql: string, names: Readonly<Record<string, string>>): string =>
  sql.replaceAll(/\$(\w+)/gu, (name, key: string) => {
    const text = names[key];
    return text === undefined ? name : literal(text);
  });
