import { execFile, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { exportFolder } from "../../exports/export.js";
import type { ExportFormat } from "../../exports/export.js";
import { findLibreOffice } from "../../index.js";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { HARD, writePackage } from "./make-package.js";

const run = promisify(execFile);
const python = process.env["GONGKAI_PYTHON"] ?? "python3";
const isThere = (module: string): boolean =>
  spawnSync(python, ["-c", `import ${module}`]).status === 0;
const lacks = (module: string): boolean => {
  const isMissing = !isThere(module);
  if (isMissing) console.warn(`skipped: ${python} has no ${module} to open an export with`);
  return isMissing;
};
const libreOffice = calc();
if (libreOffice === undefined) console.warn("skipped: no LibreOffice Calc to open workbooks with");

/** LibreOffice, where it is installed with Calc. */
function calc(): string | undefined {
  const path = findLibreOffice(undefined);
  const program = path === undefined ? undefined : join(dirname(realpathSync(path)), "scalc");
  return program !== undefined && existsSync(program) ? path : undefined;
}

const { at } = temporaryFolder();

async function exported(to: ExportFormat): Promise<string> {
  const folder = await writePackage(at("dataset"), HARD);
  const out = at(`export.${to}`);
  await exportFolder(folder, {
    format: to,
    out,
    ocds: { prefix: "ocds-000000" },
    note: () => {},
  });
  return out;
}

/** What compare.py prints where all is equal: the cells that it compared. */
const CELLS = /^\d{3,} cells\n$/u;

const compare = (format: string, path: string) =>
  run(python, [join(import.meta.dirname, "compare.py"), at("dataset"), format, path]);

test.skipIf(lacks("sqlite3"))(
  "Python's sqlite3 reads every digit of a SQLite database",
  async () => {
    expect((await compare("sqlite", await exported("sqlite"))).stdout).toMatch(CELLS);
  },
);

test.skipIf(lacks("duckdb"))("DuckDB reads every digit of its database", async () => {
  expect((await compare("duckdb", await exported("duckdb"))).stdout).toMatch(CELLS);
});

test.skipIf(lacks("pandas, pyarrow"))("pandas reads decimals and codes from Parquet", async () => {
  expect((await compare("parquet", await exported("parquet"))).stdout).toMatch(CELLS);
});

test.skipIf(lacks("frictionless"))(
  "frictionless finds the dataset, its keys and the fiscal data package valid",
  async () => {
    const fiscal = await exported("fiscal-data-package");
    const code =
      "import sys, frictionless\nfrictionless.system.trusted = True\n" +
      "for path in sys.argv[1:]:\n r = frictionless.Package(path).validate(); print(r.valid, r.flatten(['type', 'note']))";
    const paths = [at("dataset"), fiscal].map((folder) => join(folder, "datapackage.json"));
    const { stdout } = await run(python, ["-c", code, ...paths]);
    expect(stdout).toBe("True []\nTrue []\n");
  },
);

test.skipIf(lacks("datasette"))("Datasette opens the SQLite database with its views", async () => {
  const { stdout } = await run(python, ["-m", "datasette", "inspect", await exported("sqlite")]);
  expect(Object.values<{ tables: object }>(JSON.parse(stdout))[0]?.tables).toMatchObject({
    amounts: { count: HARD.amounts?.length },
  });
});

const ocdsSchemas = process.env["GONGKAI_OCDS"];
if (ocdsSchemas === undefined)
  console.warn("skipped: GONGKAI_OCDS names no folder with the official schemas of OCDS");

test.skipIf(ocdsSchemas === undefined || lacks("jsonschema, referencing"))(
  "the official schemas find the package of releases valid, and none without a tag",
  async () => {
    const path = await exported("ocds");
    const spoilt = at("spoilt.json");
    const text = await readFile(path, "utf8");
    await writeFile(spoilt, text.replace('"tag":["planning"]', '"tag":["plan"]'));
    const script = join(import.meta.dirname, "validate-ocds.py");
    const { stdout } = await run(python, [script, ocdsSchemas ?? "", path, spoilt]);
    expect(stdout).toMatch(/^0\n1 .*'plan' is not one of/u);
  },
);

/** Lets LibreOffice open files and save each sheet as CSV, cells as they are. */
async function resaved(paths: readonly string[], opening: readonly string[]): Promise<string> {
  const out = at("resaved");
  await mkdir(out);
  const profile = `-env:UserInstallation=${pathToFileURL(at("profile")).href}`;
  const sheets = opening.length > 0 ? "0" : "-1";
  const saving = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,${sheets}`;
  const options = ["--headless", profile, ...opening, "--convert-to", saving, "--outdir", out];
  await run(libreOffice ?? "", [...options, ...paths]);
  return out;
}

/** One start of LibreOffice takes seconds. */
const PATIENCE = 180_000;

test.skipIf(libreOffice === undefined)(
  "LibreOffice reads every digit of a workbook",
  async () => {
    const out = await resaved([await exported("xlsx")], []);
    expect((await compare("xlsx", out)).stdout).toMatch(CELLS);
  },
  PATIENCE,
);

/** As Excel opens a CSV file: UTF-8 by its mark, numbers and dates found, formulas evaluated. */
const AS_EXCEL = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true";

test.skipIf(libreOffice === undefined)(
  "LibreOffice, set as Excel opens CSV files, reads codes, ids and formulas as text",
  async () => {
    const folder = await exported("csv-excel");
    const files = (await readdir(folder)).map((name) => join(folder, name));
    const out = await resaved(files, [AS_EXCEL]);
    expect((await compare("csv-excel", out)).stdout).toMatch(CELLS);
  },
  PATIENCE,
);
