import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { dataPackage } from "../../pipeline/dataset/data-package.js";
import type { SchemaFile } from "../../pipeline/dataset/json-schema.js";

const ROOT = join(import.meta.dirname, "..", "..");
const PROGRAM =
  "index.ts pipeline extractors normalizers workers cli scripts package.json tsconfig.json tsconfig.build.json";
const TSC = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);

/** Where a family and what reads it are listed: a line of a file, and the one that goes before it. */
const LISTED = [
  {
    file: "pipeline/records.ts",
    line: 'import { documents } from "./records/documents.js";',
    before: 'import { debts } from "./records/debts.js";',
  },
  { file: "pipeline/records.ts", line: "};\n\n/** What the prose", before: "  debts," },
  {
    file: "normalizers/tables/index.ts",
    line: 'import { departmentPerformance } from "./department-performance.js";',
    before: 'import { debtRegister } from "./debt-register.js";',
  },
  { file: "normalizers/tables/index.ts", line: "  budgetThreePublic,", before: "  debtRegister," },
  {
    file: "pipeline/vocabulary.ts",
    line: '  "assets",\n  "unknown"',
    before: '  "debt_register",',
  },
];

const DOCUMENT = [
  "云溪县财政局2024年部门预算",
  "债务明细表",
  "单位：万元",
  "\t债权人\n\t债务余额\n",
  "\t甲银行\n\t12.5\n",
  "\t乙银行\n\t30\n\n",
].join("\n");

/** A copy of the program with the two files that CONTRIBUTING.md shows, and a document that it read. */
let folder = "";
const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: folder });
const written = (path: string) => readFileSync(join(folder, path), "utf8");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-family-"));
  for (const path of PROGRAM.split(" "))
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const shown = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8").matchAll(
    /^```ts\n\/\/ (\S+)\n(.*?)^```$/gmsu,
  );
  for (const [, path = "", code = ""] of shown) writeFileSync(join(folder, path), code);
  for (const { file, line, before } of LISTED) {
    const parts = written(file).split(line);
    if (parts.length !== 2) throw new Error(`${file} has not one line ${line}`);
    writeFileSync(join(folder, file), parts.join(`${before}\n${line}`));
  }
  await run(TSC, "-p", "tsconfig.build.json");
  await run("scripts/copy-data.mjs");
  writeFileSync(join(folder, "debts.txt"), DOCUMENT);
  await run("dist/cli/gongkai.js", "extract", "debts.txt", "--out", "out");
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const jsonFile = async () => `out/documents/${(await readdir(join(folder, "out/documents")))[0]}`;

describe("a family of records and what reads it are two files, whose records are", () => {
  test("in the JSON", async () => {
    expect(JSON.parse(written(await jsonFile()))).toMatchObject({
      document: { status: "ok" },
      tables: [{ kind: "debt_register" }],
      debts: [
        { table_no: 1, row: 1, creditor: "甲银行", balance: "125000", confidence: null },
        { table_no: 1, row: 2, creditor: "乙银行", balance: "300000", confidence: null },
      ],
    });
  });

  test("in a CSV file", () => {
    const [header, ...rows] = written("out/debts.csv").split("\n");
    expect(header).toBe("document_id,table_no,row,page,creditor,balance,confidence");
    expect(rows.map((row) => row.slice(16))).toEqual([
      ",1,1,,甲银行,125000,",
      ",1,2,,乙银行,300000,",
      "",
    ]);
  });

  test("in the description of the package, with its Table Schema", () => {
    const { resources }: ReturnType<typeof dataPackage> = JSON.parse(
      written("out/datapackage.json"),
    );
    const names: readonly string[] = resources.map(({ name }) => name);
    expect(names.slice(names.indexOf("organizations"))).toEqual([
      "organizations",
      "debts",
      "figures",
      "findings",
    ]);
    expect(resources[names.indexOf("debts")]).toMatchObject({
      title: "债务",
      description: "One row per debt (债务明细表).",
      path: "debts.csv",
      schema: {
        fields: [
          { name: "document_id", constraints: { required: true } },
          { name: "table_no", type: "integer" },
          { name: "row" },
          { name: "page" },
          { name: "creditor", title: "债权人", type: "string" },
          { name: "balance", title: "债务余额（元）", type: "number" },
          { name: "confidence" },
        ],
        foreignKeys: [
          { reference: { resource: "documents" } },
          { fields: ["document_id", "table_no"], reference: { resource: "tables" } },
        ],
      },
    });
  });

  test("in the JSON Schemas", async () => {
    const { stdout } = await run(
      "--input-type=module",
      "--eval",
      'import { jsonSchemas } from "./dist/pipeline/dataset/json-schema.js"; console.log(JSON.stringify(jsonSchemas()));',
    );
    const schemas: readonly SchemaFile[] = JSON.parse(stdout);
    const schemaOf = (name: string) => schemas.find((file) => file.name === name)?.schema;
    expect(schemaOf("records/debts.json")).toMatchObject({
      properties: { creditor: { title: "债权人" } },
    });
    expect(schemaOf("document.json")).toMatchObject({
      properties: { debts: { type: "array" } },
      required: expect.arrayContaining(["debts"]),
    });
  });
});

test("a document that was read before there was a family is compiled without its records", async () => {
  const path = await jsonFile();
  const { debts, ...earlier } = JSON.parse(written(path));
  expect(debts).toHaveLength(2);
  writeFileSync(join(folder, path), JSON.stringify(earlier));
  await run("dist/cli/gongkai.js", "compile", "out");
  expect(written("out/debts.csv").trimEnd().split("\n")).toHaveLength(1);
  expect(written("out/tables.csv")).toContain("debt_register");
});
