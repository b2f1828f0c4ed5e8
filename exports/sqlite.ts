import { chmod } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Database } from "node-sqlite3-wasm";
import { exactNumber } from "./package/exact.js";
import type { ExportJob } from "./package/job.js";
import { foreignKeys } from "./package/package.js";
import type { Field, Package, Resource } from "./package/package.js";
import { rowsOf } from "./package/rows.js";
import { createTable, identifier, listed } from "./sql/sql.js";
import { viewsOf } from "./sql/views.js";

/**
 * Writes a SQLite database: keys, indexes, views for common questions, and a table `columns` that explains them. A
 * decimal is a number where that prints it back digit for digit, and text where it does not.
 */
export async function writeSqlite({ from, path }: ExportJob): Promise<void> {
  const { Database } = createRequire(import.meta.url)("node-sqlite3-wasm");
  const database: Database = new Database(path);
  try {
    // The file is renamed when it is whole: a journal would protect nothing.
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192");
    database.exec("PRAGMA foreign_keys = ON; BEGIN");
    for (const resource of from.resources) await addTable(database, from, resource);
    explain(database, from);
    for (const { name, sql } of viewsOf(from, exactSum))
      database.exec(`CREATE VIEW ${identifier(name)} AS ${sql}`);
    database.exec("COMMIT; ANALYZE");
  } finally {
    database.close();
  }
  // The library makes it for its owner alone.
  await chmod(path, 0o644);
}

/** Adds whole yuan as integers and the rest apart: a sum of binary floating-point numbers drifts. */
function exactSum(column: string): string {
  const whole = `CAST(${column} AS INTEGER)`;
  return `sum(${whole}) + round(sum(${column} - ${whole}), 4)`;
}

const TYPES: Readonly<Record<Field["type"], string>> = {
  string: "TEXT",
  integer: "INTEGER",
  // Kept as it is given: every other type turns texts of digits into numbers.
  number: "ANY",
  boolean: "INTEGER",
  date: "TEXT",
  datetime: "TEXT",
};

async function addTable(database: Database, from: Package, resource: Resource): Promise<void> {
  const { fields } = resource.schema;
  database.exec(`${createTable(resource, from, ({ type }) => TYPES[type])} STRICT`);
  const places = fields.map(() => "?").join(", ");
  const insert = database.prepare(`INSERT INTO ${identifier(resource.name)} VALUES (${places})`);
  const read = fields.map(({ type }) => VALUE[type]);
  try {
    for await (const row of rowsOf(from, resource))
      insert.run(row.map((text, index) => (text === "" ? null : (read[index]?.(text) ?? text))));
  } finally {
    // The database stays locked while a statement is open.
    insert.finalize();
  }
  for (const columns of indexesOf(resource, from))
    database.exec(
      `CREATE INDEX ${identifier([resource.name, ...columns].join("_"))} ON ${identifier(resource.name)} (${listed(columns)})`,
    );
}

type Value = string | number;
const asText = (text: string): Value => text;
const VALUE: Readonly<Record<Field["type"], (text: string) => Value>> = {
  string: asText,
  integer: Number,
  number: (text) => exactNumber(text) ?? text,
  boolean: (text) => (text === "true" ? 1 : 0),
  date: asText,
  datetime: asText,
};

/** Columns by which rows are looked up: those that refer to another table, and codes, names and years. */
function indexesOf(resource: Resource, from: Package): (readonly string[])[] {
  const { fields, primaryKey } = resource.schema;
  const referring = foreignKeys(resource, from).map((key) => key.fields);
  const begins = (columns: readonly string[]): boolean =>
    columns.every((column, index) => primaryKey?.[index] === column);
  const looked = fields.flatMap(({ name }) => (LOOKED_UP.has(name) ? [[name]] : []));
  return [...referring.filter((columns) => !begins(columns)), ...looked];
}

const LOOKED_UP: ReadonlySet<string> = new Set([
  "issuer_name",
  "issuer_id",
  "region_code",
  "fiscal_year",
  "table_kind",
  "code",
  "concept",
  "rule",
]);

/** The table `columns`: what each column of each table is, in both languages. */
function explain(database: Database, { resources }: Package): void {
  database.exec(
    'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "title" TEXT, "type" TEXT, "description" TEXT, PRIMARY KEY ("table", "column")) STRICT',
  );
  const insert = database.prepare('INSERT INTO "columns" VALUES (?, ?, ?, ?, ?)');
  for (const { name: table, schema } of resources)
    for (const { name, title = "", type, description = "" } of schema.fields)
      insert.run([table, name, title, type, description]);
  insert.finalize();
}
