import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { real, run } from "./cli/run.js";
import { removeFolder } from "./remove-folder.js";

const root = join(import.meta.dirname, "..");
const execute = promisify(execFile);
const python = process.env["GONGKAI_PYTHON"] ?? "python3";
const isThere = (module: string): boolean =>
  spawnSync(python, ["-c", `import ${module}`]).status === 0;
const lacks = (module: string): boolean => {
  const isMissing = !isThere(module);
  if (isMissing) console.warn(`skipped: ${python} has no ${module} to run a tutorial with`);
  return isMissing;
};

let folder: string;
const at = (path: string): string => join(folder, path);
/** The “三公” totals of the samples, as their amounts.csv has them. */
let expected: readonly string[];
let tutorials: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-tutorials-"));
  tutorials = await readFile(join(root, "docs/tutorials.md"), "utf8");
  await run(["extract", "samples/*/source.pdf", "--out", at("out")], real);
  const rows: readonly Readonly<Record<string, string>>[] = parse(
    await readFile(at("out/amounts.csv"), "utf8"),
    { columns: true },
  );
  expected = rows
    .filter(({ concept, is_primary }) => concept === "three_public_total" && is_primary === "true")
    .map(({ amount = "" }) => amount)
    .toSorted();
});

test("the samples have totals to ask for", () => {
  expect(expected.length).toBeGreaterThan(3);
});

afterAll(() => removeFolder(folder));

/** The code of a language under a heading of the tutorials. */
function codeOf(heading: string, language: string): string {
  const [, part = ""] =
    new RegExp(`\n## ${heading}\n([\\s\\S]*?)(?=\n## |$)`, "u").exec(tutorials) ?? [];
  const [, code = ""] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "u").exec(part) ?? [];
  expect(code).not.toBe("");
  return code;
}

/** The last word of each line that is one of an amount. */
const amountsIn = (printed: string): readonly string[] =>
  printed
    .split("\n")
    .flatMap((line) => /(\d+(?:\.\d+)?)$/u.exec(line.trim())?.[1] ?? [])
    .map((amount) => amount.replace(/\.0+$/u, "").replace(/(\.\d*?)0+$/u, "$1"))
    .toSorted();

test("the query of DuckDB gives the amounts of the CSV", async () => {
  await run(["export", at("out"), "--to", "duckdb", "--out", at("out.duckdb")], real);
  const connection = await (await DuckDBInstance.create(at("out.duckdb"))).connect();
  const rows = (await connection.runAndReadAll(codeOf("DuckDB", "sql"))).getRows();
  connection.closeSync();
  expect(amountsIn(rows.map((row) => String(row.at(-1))).join("\n"))).toEqual(expected);
});

test.skipIf(lacks("pandas"))("the lines of pandas give the amounts of the CSV", async () => {
  await run(["export", at("out"), "--to", "parquet", "--out", at("parquet")], real);
  const { stdout } = await execute(python, ["-c", codeOf("pandas", "python")], { cwd: at(".") });
  expect(amountsIn(stdout)).toEqual(expected);
});

test.skipIf(lacks("csv"))("the lines of plain Python give the amounts of the CSV", async () => {
  const { stdout } = await execute(python, ["-c", codeOf("Python without packages", "python")], {
    cwd: at("."),
    env: { ...process.env, PYTHONPATH: join(root, "docs/python") },
  });
  expect(amountsIn(stdout)).toEqual(expected);
});

test.skipIf(lacks("csv"))("gongkai.py says why a command failed", async () => {
  const script = `import gongkai, sys
gongkai.COMMAND = sys.argv[1:]
try: gongkai.extract("no-such-file.pdf", out="nowhere", options=["--no-such-option"])
except gongkai.Failed as error: print(error)`;
  const command = [process.execPath, join(root, "dist/bin/gongkai.js")];
  const { stdout } = await execute(python, ["-c", script, ...command], {
    cwd: at("."),
    env: { ...process.env, PYTHONPATH: join(root, "docs/python"), LC_ALL: "C" },
  });
  expect(stdout).toContain("--no-such-option");
});
