import { FAMILIES, TABLE_FILES } from "../../model/records/registry.js";
import type { RecordFile } from "../../model/records/registry.js";
import type { FileFacts } from "../growing-file.js";
import { VERSION } from "../../model/version.js";
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

/** What the program adds to what is printed may be used by anybody; the disclosures stay their publishers'. */
const LICENSES = [
  {
    name: "CC0-1.0",
    title: "Creative Commons Zero 1.0, for what the program adds to the disclosures",
    path: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
];

const SOURCES = [
  { title: "Each document and where it was found: 公开文件及其出处", path: "origins.csv" },
];

/** What is said of everything that the program writes: its version, what may be done with it, who made it. */
export const PUBLICATION = {
  version: VERSION,
  licenses: LICENSES,
  contributors: [{ title: "gongkai", roles: ["wrangler"] }],
};

/** The name of a dataset's datapackage.json. */
export const DATASET_NAME = "gongkai";

/** datapackage.json: Data Package v2, one resource per CSV file with its Table Schema. */
export function dataPackage(files: readonly CsvFacts[]) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: DATASET_NAME,
    title: "预算决算公开数据",
    description: DESCRIPTION,
    ...PUBLICATION,
    sources: SOURCES,
    resources: files.map(resource),
  };
}

function resource({ name, bytes, sha256 }: CsvFacts) {
  const { title, about } = FAMILIES[name];
  return tableResource({ name, title, about, bytes, sha256, schema: tableSchema(name) });
}

/** What is said of a CSV file in a data package. */
interface Described<Schema extends object> extends FileFacts {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly schema: Schema;
}

/** A CSV file as a resource of a data package. */
export function tableResource<Schema extends object>(file: Described<Schema>) {
  const { name, title, about, bytes, sha256, schema } = file;
  return {
    name,
    type: "table",
    title,
    description: about,
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
    schema,
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
