import { describe, expect, test } from "vitest";
import type { Extract } from "../../../workers/pool/read-document.js";
import { invented } from "../../invented.js";
import { cell, dataset, reading, table } from "../../pipeline/dataset/make-dataset.js";
import { run, reader } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();
const show = async (args: readonly string[], extract: Extract = invented) =>
  run(["show", await write("预算.txt", "a"), ...args], { extract, reader });

describe("gongkai show", () => {
  test("prints the outline, the tables and the findings for a person", async () => {
    const finding = {
      rule: "adds_up",
      severity: "error",
      facts: {},
      say: { en: () => "parts differ", zh: () => "各部分不符" },
      table_no: 1,
      row: 1,
      column: 1,
    } as const;
    const { code, stdout } = await show([], async () => dataset("a", { findings: [finding] }));
    expect(code).toBe(0);
    expect(stdout).toBe(`Title      云溪县教育局2024年部门预算
Issuer     301 云溪县教育局
Region     not stated
Year       2024, budget, department
Approved   not stated
Published  2024-02-01
File       预算.txt, text
Status     partial
Checks     1 passed, 0 failed, 0 could not run
Cells      4 of 4 accounted for

Outline
  1  一 部门职责  duties

Tables
  no  kind            caption       unit  size   pages
   1  budget_summary  收支预算总表  万元  2 × 2

Findings
  error  adds_up  table 1 row 1 column 1  parts differ
`);
  });

  test("prints the grid of one table, Chinese characters two wide", async () => {
    const { code, stdout } = await show(["--table", "1"]);
    expect(code).toBe(0);
    expect(stdout).toBe(`收支预算总表 · budget_summary · 万元

  | 0        | 1
0 | 项目     | 预算数
1 | 支出总计 | 12.5
`);
  });

  test("merged cells keep their extent, missing ones their place, long ones wrap", async () => {
    const cells = [
      { ...cell(0, 0, "合并"), columnSpan: 2 },
      { ...cell(0, 2, "高"), rowSpan: 2 },
      cell(1, 1, "二\n行"),
      cell(2, 0, "长".repeat(20)),
    ];
    const tables = [table(1, { cells, ledger: [], record: { caption: null, unit_raw: null } })];
    const { stdout } = await show(["--table", "1"], async () =>
      dataset("a", { reading: reading({ tables }) }),
    );
    expect(stdout).toBe(`no caption · budget_summary · no unit

  | 0                                | 1  | 2
0 | 合并                                  | 高
1 |                                  | 二 | ↑
  |                                  | 行 |
2 | ${"长".repeat(16)} |    |
  | ${"长".repeat(4)}${" ".repeat(24)} |    |
`);
  });

  test("a document's control characters do not reach the terminal", async () => {
    const escape = String.fromCodePoint(27);
    const evil = `${escape}[2J\t合计\r`;
    const tables = [table(1, { cells: [cell(0, 0, evil)], ledger: [], record: { caption: evil } })];
    const extract: Extract = async () => dataset("a", { reading: reading({ tables }) });
    for (const args of [[], ["--table", "1"]])
      expect((await show(args, extract)).stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test("prints JSON for machines: all, or one table", async () => {
    const all: unknown = JSON.parse((await show(["--json"])).stdout);
    expect(all).toMatchObject({
      schema: "gongkai/document/6",
      document: { file_name: "预算.txt" },
    });
    const one: unknown = JSON.parse((await show(["--json", "--table", "1"])).stdout);
    expect(one).toMatchObject({ table_no: 1, kind: "budget_summary" });
  });

  test.each([
    {
      what: "a table that is not there",
      args: ["--table", "2"],
      says: /no table 2: the document has 1 to 1/u,
    },
    {
      what: "a table that is no number",
      args: ["--table", "x"],
      says: /a table number is 1 or more/u,
    },
    { what: "a second file", args: ["b.txt"], says: /too many arguments/u },
  ])("$what is wrong usage", async ({ args, says }) => {
    const { code, stdout, stderr } = await show(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  test("a document that cannot be read ends with 1 and its reason", async () => {
    const missing = await run(["show", at("none.pdf")]);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      `${at("none.pdf")} cannot be read (not_found): There is no such file.\n`,
    ]);
    const refused = await run(["show", await write("b.xlsx", "PK")]);
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toContain("(unsupported_format): workbooks are not read");
  });

  test("a fault of the program is not hidden", async () => {
    await expect(run(["show", await write("c.txt", "!")])).rejects.toThrow(TypeError);
  });
});
