import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { dataPackage } from "../../../../pipeline/dataset/compile/data-package.js";
import type { SchemaFile } from "../../../../pipeline/dataset/json-schema.js";
import { removeFolder } from "../../../remove-folder.js";

const ROOT = join(import.meta.dirname, "../../../..");
const PROGRAM =
  "index.ts extract.ts pipeline extractors normalizers panel exports inspector report workers cli scripts package.json tsconfig.json tsconfig.build.json";
const TSC = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);

/** Lines that are added to files, each with the one that it goes before. */
const FAMILY = [
  {
    file: "pipeline/model/records/registry.ts",
    line: 'import { documents } from "./documents.js";',
    before: 'import { debts } from "./debts.js";',
  },
  {
    file: "pipeline/model/records/registry.ts",
    line: "};\n\n/** What the prose",
    before: "  debts,",
  },
  {
    file: "normalizers/forms/table-kinds.ts",
    line: 'import { organization } from "../tables/registers/organization.js";',
    before: 'import { debtRegister } from "../tables/registers/debt-register.js";',
  },
  {
    file: "normalizers/forms/table-kinds.ts",
    line: "  ...amountKinds(FORMS),",
    before: "  debtRegister,",
  },
  {
    file: "pipeline/model/records/vocabulary.ts",
    line: '  "assets",\n  "unknown"',
    before: '  "debt_register",',
  },
  {
    file: "normalizers/captions/facets.ts",
    line: '  "assets",',
    before: '  "debt_register",',
  },
  {
    file: "normalizers/captions/caption-words.tsv",
    line: "subject\tassets\t",
    before: "subject\tdebt_register\t债务明细\t债务明细表",
  },
];
const FORM = [
  {
    file: "normalizers/forms/forms.ts",
    line: '  {\n    form: "income",',
    before: `  {
    form: "general_public_income",
    name: "一般公共预算收入表",
    caption: { called: "table", account: "general_public", subject: "income" },
    side: "income",
    classification: null,
    fits: oneSided,
  },`,
  },
  {
    file: "pipeline/model/records/vocabulary.ts",
    line: '  "general_public_basic",',
    before: '  "general_public_income",',
  },
];
const WORD = [
  {
    file: "normalizers/tables/amounts/header-words.tsv",
    line: "measure\topening_carryover\t",
    before: "measure\tbusiness\t^县库列支$\t云溪县的收入表",
  },
];

const DOCUMENT = [
  "云溪县财政局2024年部门预算",
  "债务明细表",
  "单位：万元",
  "\t债权人\n\t债务余额\n",
  "\t甲银行\n\t12.5\n",
  "\t乙银行\n\t30\n\n",
  "一般公共预算收入表",
  "单位：万元",
  "\t项目\n\t县库列支\n",
  "\t税收收入\n\t80\n",
  "\t非税收入\n\t20\n\n",
].join("\n");

/**
 * A copy of the program with what CONTRIBUTING.md shows: a family of records, a form of amounts and a word of a
 * header; and a document that it read.
 */
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
  for (const { file, line, before } of [...FAMILY, ...FORM, ...WORD]) {
    const parts = written(file).split(line);
    if (parts.length !== 2) throw new Error(`${file} has not one line ${line}`);
    writeFileSync(join(folder, file), parts.join(`${before}\n${line}`));
  }
  await run(TSC, "-p", "tsconfig.build.json");
  await run("scripts/copy-data.mjs");
  writeFileSync(join(folder, "debts.txt"), DOCUMENT);
  await run("dist/cli/gongkai.js", "extract", "debts.txt", "--out", "out");
}, 300_000);
afterAll(() => removeFolder(folder));

const jsonFile = async () => `out/documents/${(await readdir(join(folder, "out/documents")))[0]}`;

describe("a family of records and what reads it are two files, whose records are", () => {
  test("in the JSON", async () => {
    expect(JSON.parse(written(await jsonFile()))).toMatchObject({
      document: { status: "ok" },
      tables: [{ kind: "debt_register" }, { kind: "budget_general_public_income" }],
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
      "debt",
      "transfers",
      "bonds",
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

test("a form of amounts is one row, and a word of a header one line", async () => {
  const { amounts } = JSON.parse(written(await jsonFile()));
  const form = { table_kind: "budget_general_public_income", side: "income", measure: "business" };
  expect(amounts).toMatchObject([
    { ...form, label: "税收收入", measure_raw: "县库列支", amount: "800000" },
    { ...form, label: "非税收入", measure_raw: "县库列支", amount: "200000" },
  ]);
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
