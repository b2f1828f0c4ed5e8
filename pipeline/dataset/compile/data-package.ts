import { FAMILIES, TABLE_FILES } from "../../model/records/registry.js";
import type { RecordFile } from "../../model/records/registry.js";
import type { FileFacts } from "../growing-file.js";
import { fieldsOf } from "./table-schema.js";

/** What is known of a CSV file once it is written. */
export interface CsvFacts extends FileFacts {
  readonly name: RecordFile;
}

const DESCRIPTION = [
  "Records read from budget and accounts disclosures (部门预算公开、部门决算公开), each with the place it was read from.",
  "Money is in yuan (元). An empty cell is not stated, never zero. Everything known of a document,",
  "grids included, is in documents/<document_id>.json.",
].join(" ");

/** datapackage.json: Data Package v2, one resource per CSV file with its Table Schema. */
export function dataPackage(files: readonly CsvFacts[]) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "gongkai",
    title: "预算决算公开数据",
    description: DESCRIPTION,
    resources: files.map(resource),
  };
}

function resource({ name, bytes, sha256 }: CsvFacts) {
  const { title, about: description } = FAMILIES[name];
  return {
    name,
    type: "table",
    title,
    description,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    dialect: {
      $schema: "https://datapackage.org/profiles/2.0/tabledialect.json",
      lineTerminator: "\n",
    },
    schema: tableSchema(name),
  };
}

/** The Table Schema of a CSV file: columns, keys, and what an empty cell means. */
export function tableSchema(file: RecordFile) {
  const { key: primaryKey } = FAMILIES[file];
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: fieldsOf(file),
    missingValues: [""],
    ...(primaryKey === undefined ? {} : { primaryKey }),
    foreignKeys: foreignKeysOf(file),
  };
}

/**
 * Every row belongs to a document, and to a table where tables give such rows. Numbers that may be empty
 * are no key: readers disagree on what half a key means.
 */
function foreignKeysOf(file: RecordFile) {
  if (file === "documents") return [];
  const toDocument = foreignKey(["document_id"], "documents");
  const inTable = TABLE_FILES.some((name) => name === file);
  return inTable ? [toDocument, foreignKey(["document_id", "table_no"], "tables")] : [toDocument];
}

function foreignKey(fields: readonly string[], file: RecordFile) {
  return { fields, reference: { resource: file, fields } };
}
