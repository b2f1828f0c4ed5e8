import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { read as readWorkbook, utils } from "@e965/xlsx";
import type { Database } from "node-sqlite3-wasm";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, describe, expect, test } from "vitest";
import { EXPORT_FORMATS, exportFolder } from "../../exports/export.js";
import type { ExportFormat } from "../../exports/export.js";
import { LIMITS } from "../../exports/xlsx/workbook.js";
import { run } from "../cli/run.js";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { DOCUMENT, HARD, writePackage } from "./make-package.js";
import type { Tables } from "./make-package.js";

const { at, write } = temporaryFolder();

interface Exported {
  readonly out: string;
  readonly notes: readonly string[];
}

async function exported(format: ExportFormat, tables: Tables = HARD): Promise<Exported> {
  const notes: string[] = [];
  const out = at(`out.${format}`);
  await exportFolder(await writePackage(at("dataset"), tables), {
    format,
    out,
    ocds: { prefix: "ocds-000000" },
    note: ({ en }) => notes.push(en),
  });
  return { out, notes };
}

const sheetsIn = async (path: string) =>
  readWorkbook(await readFile(path), { cellStyles: true, cellNF: true });

describe("a workbook", () => {
  const whole = { ...LIMITS };
  afterEach(() => Object.assign(LIMITS, whole));
  test("has the columns explained first, Chinese headers, names before the rows of a document", async () => {
    const { Sheets, SheetNames } = await sheetsIn((await exported("xlsx")).out);
    expect(SheetNames.slice(0, 2)).toEqual(["说明", "文档"]);
    const [header, row] = utils.sheet_to_json<string[]>(Sheets["金额"] ?? {}, { header: 1 });
    expect(header?.slice(0, 4)).toEqual(["公开单位（文档）", "标题（文档）", "文档编号", "表序"]);
    expect(row?.slice(0, 3)).toEqual(["云溪县教育局", "云溪县教育局\n2024年“部门”预算", DOCUMENT]);
    const about = utils.sheet_to_json<string[]>(Sheets["说明"] ?? {}, { header: 1 });
    expect(about.find(([sheet, title]) => sheet === "金额" && title === "预决算")).toMatchObject({
      2: "phase",
      5: expect.stringContaining("决算数（accounts）"),
    });
  });

  test("lists findings in Chinese, fixed values by their names", async () => {
    const { Sheets } = await sheetsIn((await exported("xlsx")).out);
    const [row] = utils.sheet_to_json<Record<string, string>>(Sheets["核查发现"] ?? {});
    expect(row).toMatchObject({
      程度: "错误",
      中文说明: "合计不符。",
      "公开单位（文档）": "云溪县教育局",
    });
  });

  test("has numbers as numbers, what Excel cannot hold and codes as text, and no formula", async () => {
    const { Sheets } = await sheetsIn((await exported("xlsx")).out);
    const cells = Object.entries<{ t: string; f?: string; v: unknown; z?: string }>(
      Sheets["金额"] ?? {},
    )
      .filter(([address]) => !address.startsWith("!"))
      .map(([, cell]) => cell);
    const types = (value: unknown) => cells.filter(({ v }) => v === value).map(({ t }) => t);
    expect(types(18346600.5)).toEqual(["n"]);
    expect(types("123456789012345.67")).toEqual(["s"]);
    expect(types("0201")).toEqual(["s"]);
    expect(types("=1+1")).toEqual(["s"]);
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(cells.find(({ v }) => v === 18346600.5)?.z).toBe("#,##0.00####");
  });

  test("keeps cells under their headers where no document has a row's id, or there are no documents", async () => {
    const [amount = {}] = HARD.amounts ?? [];
    const stray = { ...amount, document_id: "00000000000000bb" };
    const some = await sheetsIn((await exported("xlsx", { ...HARD, amounts: [stray] })).out);
    await rm(at("out.xlsx"));
    const none = await sheetsIn((await exported("xlsx", { amounts: [stray] })).out);
    for (const { Sheets } of [some, none])
      expect(utils.sheet_to_json(Sheets["金额"] ?? {})).toMatchObject([
        { 文档编号: "00000000000000bb", 科目编码: "0201", "金额（元）": 18346600.5 },
      ]);
  });

  test("splits a table that is too long over sheets, and says so", async () => {
    LIMITS.rows = 4;
    const { Sheets, SheetNames } = await sheetsIn((await exported("xlsx")).out);
    expect(SheetNames.filter((name) => name.startsWith("金额"))).toEqual([
      "金额",
      "金额 (2)",
      "金额 (3)",
    ]);
    const rows = SheetNames.filter((name) => name.startsWith("金额")).flatMap((name) =>
      utils.sheet_to_json(Sheets[name] ?? {}),
    );
    expect(rows).toHaveLength(HARD.amounts?.length ?? 0);
    expect(utils.sheet_to_csv(Sheets["说明"] ?? {})).toContain("分列于 3 张工作表");
  });

  test("cuts a text that no cell holds, and tells it", async () => {
    LIMITS.characters = 12;
    const { notes } = await exported("xlsx");
    expect(notes).toEqual([expect.stringMatching(/^\d+ texts are longer than a cell/u)]);
  });

  test("keeps its header in sight and can be filtered", async () => {
    const { out } = await exported("xlsx");
    const { Sheets } = await sheetsIn(out);
    const amounts = Sheets["金额"];
    expect(amounts?.["!ref"]).toMatch(/^A1:[A-Z]+9$/u);
    expect(amounts?.["!autofilter"]).toEqual({ ref: amounts?.["!ref"] });
  });
});

async function linesOf(name: string): Promise<string> {
  const { out } = await exported("csv-excel");
  return readFile(join(out, name), "utf8");
}

describe("CSV for Excel", () => {
  test("begins with a byte order mark and ends its lines as Excel does", async () => {
    const text = await linesOf("findings.csv");
    expect(text).toMatch(/^\ufeffdocument_id,[^\n]+\r\n/u);
  });

  test.each([
    ["a code", '"=""0201"""'],
    ["a formula", '"=""=1+1"""'],
    ["an id that looks like a number", '"=""12345678901234e5"""'],
    ["a text that would be a date", '"=""1-2"""'],
    ["a number that Excel would round", '"=""123456789012345.67"""'],
    ["a month", '"=""2024年3月"""'],
    ["a truth value", '"=""true"""'],
    ["a number", ",18346600.5,"],
    ["a plain text", ",无,"],
  ])("writes %s as what it is", async (_, cell) => {
    expect(await linesOf("amounts.csv")).toContain(cell);
  });
});

test("SQLite refuses rows that break a key, has views, and a table that explains columns", async () => {
  const { out } = await exported("sqlite");
  const { Database: Opened } = createRequire(import.meta.url)("node-sqlite3-wasm");
  const database: Database = new Opened(out);
  try {
    database.exec("PRAGMA foreign_keys = ON");
    expect(database.all("PRAGMA foreign_key_check")).toEqual([]);
    const again = "INSERT INTO amounts SELECT * FROM amounts LIMIT 1";
    expect(() => database.exec(again)).toThrow(/UNIQUE/u);
    expect(() => database.exec("DELETE FROM documents")).toThrow(/FOREIGN KEY/u);
    expect(database.get("SELECT items, amount_total FROM q07_procurement")).toMatchObject({
      items: 2,
      amount_total: expect.closeTo(1.234567890123457e16, -2),
    });
    const code =
      'SELECT title, type FROM "columns" WHERE "table" = \'amounts\' AND "column" = \'code\'';
    expect(database.get(code)).toEqual({ title: "科目编码", type: "string" });
    const views = database.all("SELECT name FROM sqlite_master WHERE type = 'view'");
    for (const { name } of views)
      if (typeof name === "string") database.all(`SELECT * FROM ${name}`);
    expect(views.length).toBeGreaterThanOrEqual(10);
  } finally {
    database.close();
  }
});

test("DuckDB has exact decimals, keys, comments and views that add exactly", async () => {
  const { out } = await exported("duckdb");
  const instance = await DuckDBInstance.create(out, { access_mode: "READ_ONLY" });
  try {
    const connection = await instance.connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await rows("SELECT typeof(amount), typeof(code) FROM amounts LIMIT 1")).toEqual([
      ["DECIMAL(24,4)", "VARCHAR"],
    ]);
    expect(await rows("SELECT amount_total FROM q07_procurement")).toEqual([
      ["12345678901234567.99"],
    ]);
    const keys = "SELECT count(*)::INT FROM duckdb_constraints() WHERE constraint_type = ";
    expect(await rows(`${keys} 'PRIMARY KEY'`)).toEqual([[10]]);
    expect(await rows(`${keys} 'FOREIGN KEY'`)).not.toEqual([[0]]);
    const [[comment] = []] = await rows(
      "SELECT comment FROM duckdb_columns() WHERE table_name = 'amounts' AND column_name = 'code'",
    );
    expect(comment).toContain("科目编码");
  } finally {
    instance.closeSync();
  }
});

test.each([
  ["stata", "labels.do", 'label define amounts_phase 1 `"预算数 (budget)"\', add'],
  ["r", "labels.R", 'gongkai$amounts$`code` <- labelled(gongkai$amounts$`code`, "科目编码")'],
] as const)("%s has labels beside the Parquet files", async (format, name, line) => {
  const { out } = await exported(format);
  expect(await readdir(out)).toContain("amounts.parquet");
  expect(await readFile(join(out, name), "utf8")).toContain(line);
});

describe("gongkai export", () => {
  test("refuses a path where something stands", async () => {
    const folder = await writePackage(at("dataset"), HARD);
    const out = await write("there", "mine");
    const { code, stderr } = await run(["export", folder, "--to", "xlsx", "--out", out]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("exists. Remove it")]);
    expect(await readFile(out, "utf8")).toBe("mine");
  });

  test.each([
    [
      "a folder without datapackage.json",
      ["export", ".", "--to", "ocds", "--out", "x"],
      "has no datapackage.json",
    ],
  ])("refuses %s", async (_, args, says) => {
    const { code, stderr } = await run(args.map((arg) => (arg === "." ? at() : arg)));
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  test("says which file is not of its datapackage.json, and leaves nothing behind", async () => {
    const folder = await writePackage(at("dataset"), HARD);
    await writeFile(join(folder, "amounts.csv"), "document_id,amount\n1,2\n");
    const { code, stderr } = await run(["export", folder, "--to", "sqlite", "--out", at("x.db")]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining("amounts.csv: its columns are not"),
    ]);
    expect(await readdir(at())).toEqual(["dataset"]);
  });

  test("says what a format is made from where a folder has no such table", async () => {
    const folder = await writePackage(at("dataset"), HARD);
    const path = join(folder, "datapackage.json");
    const described = JSON.parse(await readFile(path, "utf8"));
    described.resources = described.resources.filter(
      ({ name }: { name: string }) => name === "figures",
    );
    await writeFile(path, JSON.stringify(described));
    for (const format of ["ocds", "fiscal-data-package"])
      expect(await run(["export", folder, "--to", format, "--out", at("x")])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("has no table"),
      });
    expect(EXPORT_FORMATS).toContain("ocds");
    expect(await run(["export", folder, "--to", "sqlite", "--out", at("y")])).toMatchObject({
      code: 0,
    });
  });
});
