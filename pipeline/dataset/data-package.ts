import { RECORDS } from "../records.js";
import type { RecordFile } from "../records.js";
import type { FileFacts } from "./growing-file.js";
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

/** What each file holds: Chinese title, then what one row is. */
const ABOUT: Readonly<Record<RecordFile, readonly [title: string, row: string]>> = {
  documents: ["文档", "One row per input, failed ones too."],
  sections: ["章节", "One row per heading: the outline of each document."],
  tables: ["表", "One row per table, of a known kind or not."],
  amounts: ["金额", "One row per amount of the budget and accounts tables."],
  projects: ["项目", "One row per project performance sheet (项目绩效目标表)."],
  activities: ["职责活动", "One row per activity (职责活动)."],
  indicators: ["绩效指标", "One row per performance target, per grade where graded."],
  procurement_items: [
    "政府采购",
    "One row per row of a government procurement table (政府采购预算).",
  ],
  assets: ["资产", "One row per row of a fixed assets table (固定资产占用情况表)."],
  organizations: ["机构设置", "One row per unit of the department (机构设置)."],
  figures: ["文中金额", "One row per mention of an amount in prose."],
  findings: ["核查发现", "One row per contradiction, doubt or remark."],
};

/** The keys that hold in every run. Rows of the other files have no name of their own. */
const PRIMARY_KEYS: Readonly<Partial<Record<RecordFile, readonly string[]>>> = {
  documents: ["document_id", "file_name"],
  sections: ["document_id", "section_no"],
  tables: ["document_id", "table_no"],
};

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
  const [title, description] = ABOUT[name];
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
  const primaryKey = PRIMARY_KEYS[file];
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: fieldsOf(file),
    missingValues: [""],
    ...(primaryKey === undefined ? {} : { primaryKey }),
    foreignKeys: foreignKeysOf(file),
  };
}

/**
 * Every row belongs to a document, and to a table where its kind of record always has one. Numbers
 * that may be empty are no key: readers disagree on what half a key means.
 */
function foreignKeysOf(file: RecordFile) {
  if (file === "documents") return [];
  const required = fieldsOf(file)
    .filter(({ constraints }) => constraints?.required === true)
    .map(({ name }) => name);
  const toDocument = foreignKey(["document_id"], "documents");
  const inTable = file !== "tables" && required.includes("table_no");
  return inTable ? [toDocument, foreignKey(["document_id", "table_no"], "tables")] : [toDocument];
}

function foreignKey(fields: readonly string[], resourceName: keyof typeof RECORDS) {
  return { fields, reference: { resource: resourceName, fields } };
}
