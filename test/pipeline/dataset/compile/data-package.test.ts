import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataPackage, tableSchema } from "../../../../pipeline/dataset/compile/data-package.js";
import { openOutput } from "../../../../pipeline/dataset/write/output.js";
import { fieldsOf } from "../../../../pipeline/dataset/compile/table-schema.js";
import type { Field } from "../../../../pipeline/dataset/compile/table-schema.js";
import { RECORD_FILES } from "../../../../pipeline/model/records/registry.js";
import type { RecordFile } from "../../../../pipeline/model/records/registry.js";
import { dataset, failedDataset } from "../make-dataset.js";
import { parseCsv } from "../parse-csv.js";
import { removeFolder } from "../../../remove-folder.js";

type Package = ReturnType<typeof dataPackage>;

let folder = "";
let described: Package;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-package-"));
  const output = openOutput(folder);
  for (const each of [dataset("a"), dataset("b"), failedDataset("c")]) await output.add(each);
  await output.close();
  const parsed: Package = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
  described = parsed;
});
afterAll(() => removeFolder(folder));

const csv = async (file: RecordFile) => {
  const [header = [], ...body] = parseCsv(await readFile(join(folder, `${file}.csv`), "utf8"));
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
};

const keyOf = (row: Readonly<Record<string, string>>, key: readonly string[] = []) =>
  key.map((name) => row[name]).join("\n");
const field = (file: RecordFile, name: string) => fieldsOf(file).find((each) => each.name === name);
const targets = (file: RecordFile) =>
  tableSchema(file).foreignKeys.map(({ reference }) => reference.resource);

describe("datapackage.json", () => {
  test("has one resource per CSV file", () => {
    expect(described.resources.map(({ name, path }) => [name, path])).toEqual(
      RECORD_FILES.map((name) => [name, `${name}.csv`]),
    );
  });

  test("states the size and digest of each file, and nothing that changes from run to run", async () => {
    for (const { path, bytes, hash } of described.resources) {
      const written = await readFile(join(folder, path));
      expect(bytes).toBe(written.length);
      expect(hash).toBe(`sha256:${createHash("sha256").update(written).digest("hex")}`);
    }
    expect(JSON.stringify(described)).not.toMatch(/created|20\d\d-\d\d-\d\dT/u);
  });

  test.each(RECORD_FILES)("%s.csv keeps to its Table Schema", async (file) => {
    const rows = await csv(file);
    for (const each of fieldsOf(file))
      for (const row of rows)
        expect([each.name, faultOf(each, row[each.name] ?? "")]).toEqual([each.name, ""]);
  });

  test.each(RECORD_FILES)("%s.csv keeps its keys", async (file) => {
    const { primaryKey, foreignKeys } = tableSchema(file);
    const rows = await csv(file);
    const keys = rows.map((row, at) => keyOf(row, primaryKey) || `row ${at}`);
    expect(new Set(keys).size).toBe(rows.length);
    for (const { fields, reference } of foreignKeys) {
      const known = new Set(
        (await csv(reference.resource)).map((row) => keyOf(row, reference.fields)),
      );
      expect(rows.filter((row) => !known.has(keyOf(row, fields)))).toEqual([]);
    }
  });
});

describe("a column's Table Schema", () => {
  test.each([
    { file: "amounts", name: "amount", type: "number", title: "金额（元）" },
    { file: "indicators", name: "value", type: "number", title: "值" },
    { file: "documents", name: "published_on", type: "date", title: "公开日期" },
    { file: "documents", name: "retrieved_at", type: "datetime", title: "获取时间" },
    { file: "documents", name: "ocr", type: "boolean", title: "是否识别" },
    { file: "documents", name: "region_code", type: "string", title: "行政区划代码" },
    { file: "tables", name: "rows", type: "integer", title: "行数" },
  ] as const)("$file.$name is a $type", ({ file, name, type, title }) => {
    expect(field(file, name)).toMatchObject({ type, title });
  });

  test("enumerations and bounds are constraints, required where a value always stands", () => {
    expect(field("documents", "status")?.constraints).toEqual({
      required: true,
      enum: ["ok", "partial", "failed"],
    });
    expect(field("documents", "stage")?.constraints).toEqual({
      enum: ["budget", "final_accounts"],
    });
    expect(field("documents", "fiscal_year")?.constraints).toEqual({
      minimum: 1949,
      maximum: 2100,
    });
    expect(field("tables", "table_no")?.constraints).toEqual({
      required: true,
      exclusiveMinimum: 0,
    });
    expect(field("documents", "title")?.constraints).toBeUndefined();
  });

  test("rows that always stand in a table point at it, the others at their document alone", () => {
    expect(targets("amounts")).toEqual(["documents", "tables"]);
    expect(targets("findings")).toEqual(["documents"]);
    expect(targets("documents")).toEqual([]);
  });

  test.each(RECORD_FILES)("every column of %s has a title", (file) => {
    expect(fieldsOf(file).filter(({ title }) => title === "")).toEqual([]);
  });
});

/** What is wrong with a CSV value by its Table Schema; nothing where it is right. */
function faultOf({ type, constraints }: Field, value: string): string {
  if (value === "") return constraints?.required ? "empty" : "";
  const shape = SHAPES[type];
  if (!shape.test(value)) return `${value} is no ${type}`;
  if (constraints?.enum?.includes(value) === false) return `${value} is not in the list`;
  if (constraints?.pattern !== undefined && !new RegExp(constraints.pattern, "u").test(value))
    return "pattern";
  return "";
}

const SHAPES: Readonly<Record<Field["type"], RegExp>> = {
  string: /^/u,
  integer: /^-?\d+$/u,
  number: /^-?\d+(\.\d+)?$/u,
  boolean: /^(true|false)$/u,
  date: /^\d{4}-\d\d-\d\d$/u,
  datetime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u,
};
