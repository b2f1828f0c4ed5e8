import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import * as z from "zod";
import type { Field, Package, Resource } from "../package/package.js";
import { loadDuckDb } from "./load.js";
import { readCsv } from "./read-csv.js";
import { identifier } from "../sql/sql.js";

/** Memory that DuckDB may take before it spills to disk. */
const MEMORY = "1GB";

/** Money is in yuan and fen; a column that is printed with more digits gets more. */
const LEAST = { digits: 24, scale: 2 } as const;
/** The most digits that a DECIMAL of DuckDB and of Parquet holds. */
const MOST_DIGITS = 38;

/** Works with DuckDB on a file, or in memory, with bounded memory; the file is whole and free afterwards. */
export async function withDuckDb(
  path: string,
  work: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(path, {
    memory_limit: MEMORY,
    temp_directory: tmpdir(),
    autoinstall_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    await work(connection);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

/** A table as DuckDB reads it: the types of its columns by name, and the query that reads them. */
export interface TypedTable {
  readonly types: ReadonlyMap<string, string>;
  readonly select: string;
}

/**
 * Types the columns of a CSV file. Decimals get the scale of the longest that is there, so that no digit
 * is rounded; all else that is no integer, date or truth value is text, codes too.
 */
export async function typedTable(
  connection: DuckDBConnection,
  { folder }: Package,
  { path, schema: { fields } }: Resource,
): Promise<TypedTable> {
  const source = readCsv(
    join(folder, path),
    fields.map(({ name }) => name),
  );
  const decimals = await decimalTypes(connection, source, fields);
  const types = new Map(fields.map(({ name, type }) => [name, decimals.get(name) ?? TYPES[type]]));
  const casts = [...types].map(
    ([name, type]) => `CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`,
  );
  return { types, select: `SELECT ${casts.join(", ")} FROM ${source}` };
}

const TYPES: Readonly<Record<Field["type"], string>> = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "VARCHAR",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "TIMESTAMP",
};

const measured = z.tuple([z.number().nullable(), z.number().nullable()]);

/** The types of the columns of decimals, by a pass over the file. */
async function decimalTypes(
  connection: DuckDBConnection,
  source: string,
  fields: readonly Field[],
): Promise<ReadonlyMap<string, string>> {
  const names = fields.flatMap(({ name, type }) => (type === "number" ? name : []));
  if (names.length === 0) return new Map();
  const lengths = names.flatMap((name) =>
    [`ltrim(${identifier(name)}, '-'), '.', 1`, `${identifier(name)}, '.', 2`].map(
      (part) => `max(length(split_part(${part})))::INT`,
    ),
  );
  const result = await connection.runAndReadAll(`SELECT ${lengths.join(", ")} FROM ${source}`);
  const counts = result.getRows()[0] ?? [];
  return new Map(
    names.map((name, index) => [name, decimalType(counts.slice(2 * index, 2 * index + 2))]),
  );
}

/** Null stands where a column is empty: the least type holds all of it. */
function decimalType(counts: readonly unknown[]): string {
  const [whole, fraction] = measured.parse(counts);
  const scale = Math.max(LEAST.scale, fraction ?? LEAST.scale);
  const digits = Math.max(LEAST.digits, scale + (whole ?? LEAST.digits - scale));
  return digits > MOST_DIGITS ? "VARCHAR" : `DECIMAL(${digits},${scale})`;
}
