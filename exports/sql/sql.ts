import { foreignKeys } from "../package/package.js";
import type { Field, Package, Resource } from "../package/package.js";

/** A name as SQL quotes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL quotes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Names as SQL lists them. */
export const listed = (names: readonly string[]): string => names.map(identifier).join(", ");

/** The statement that makes a table, with its primary and foreign keys. */
export function createTable(
  resource: Resource,
  from: Pick<Package, "resources">,
  typeOf: (field: Field) => string,
): string {
  const { name, schema } = resource;
  const keys = foreignKeys(resource, from).map(({ fields, reference }) => {
    const referred = `${identifier(reference.resource)} (${listed(reference.fields)})`;
    return `FOREIGN KEY (${listed(fields)}) REFERENCES ${referred}`;
  });
  const lines = [
    ...schema.fields.map((field) => `${identifier(field.name)} ${typeOf(field)}`),
    ...(schema.primaryKey === undefined ? [] : [`PRIMARY KEY (${listed(schema.primaryKey)})`]),
    ...keys,
  ];
  return `CREATE TABLE ${identifier(name)} (${lines.join(", ")})`;
}
