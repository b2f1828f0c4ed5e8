import type { DuckDBConnection } from "@duckdb/node-api";
import type { ExportJob } from "../package/job.js";
import type { Package, Resource } from "../package/package.js";
import { createTable, identifier, literal } from "../sql/sql.js";
import { viewsOf } from "../sql/views.js";
import { typedTable, withDuckDb } from "./typed.js";

/** Writes a DuckDB database: exact decimals, keys, comments on tables and columns, views for common questions. */
export async function writeDuckDb({ from, path }: ExportJob): Promise<void> {
  await withDuckDb(path, async (connection) => {
    for (const resource of from.resources) await addTable(connection, from, resource);
    for (const { name, title, sql } of viewsOf(from, exactSum)) {
      await connection.run(`CREATE VIEW ${identifier(name)} AS ${sql}`);
      await connection.run(`COMMENT ON VIEW ${identifier(name)} IS ${literal(title)}`);
    }
  });
}

const exactSum = (column: string): string => `sum(${column})`;

async function addTable(
  connection: DuckDBConnection,
  from: Package,
  resource: Resource,
): Promise<void> {
  const { types, select } = await typedTable(connection, from, resource);
  const typeOf = ({ name }: { name: string }): string => types.get(name) ?? "VARCHAR";
  await connection.run(createTable(resource, from, typeOf));
  await connection.run(`INSERT INTO ${identifier(resource.name)} ${select}`);
  for (const comment of commentsOn(resource)) await connection.run(comment);
}

function commentsOn({ name, title = name, description = "", schema }: Resource): string[] {
  const table = identifier(name);
  const columns = schema.fields.map(
    (field) =>
      `COMMENT ON COLUMN ${table}.${identifier(field.name)} IS ${literal(`${field.title ?? field.name}. ${field.description ?? ""}`)}`,
  );
  return [`COMMENT ON TABLE ${table} IS ${literal(`${title}. ${description}`)}`, ...columns];
}
