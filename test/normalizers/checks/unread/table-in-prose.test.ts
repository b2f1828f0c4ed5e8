import { describe, expect, test } from "vitest";
import { extract } from "../../../../index.js";
import { tableInProse } from "../../../../normalizers/checks/unread/table-in-prose.js";
import { prose, reading, said } from "../make-reading.js";

const run = (...lines: readonly string[]) => tableInProse.run(said(...lines)).findings;
const ROW = "208  社会保障和就业支出    200.00    200.00";

describe("table_in_prose", () => {
  test.each([
    { of: "columns parted by blanks", lines: [ROW, ROW, ROW], facts: { lines: 3, amounts: 6 } },
    {
      of: "columns parted by tabs",
      lines: [ROW, ROW, ROW].map((line) => line.replace(/ {2,}/gu, "\t")),
      facts: { lines: 3, amounts: 6 },
    },
    {
      of: "a drawn table",
      lines: [ROW, ROW, ROW].map((line) => `│${line.replace(/ {2,}/gu, "│")}│`),
      facts: { lines: 3, amounts: 6 },
    },
    {
      of: "a table of a web page",
      lines: [`<tr>${"<td>1,200.00</td>".repeat(6)}</tr>`],
      facts: { lines: 1, amounts: 6 },
    },
    {
      of: "a cell a line",
      lines: ["支出", "200.00", "150.00", "50.00", "其他", "20.00", "15.00", "5.00"],
      facts: { lines: 6, amounts: 6 },
    },
    {
      of: "lines that became one paragraph",
      lines: [Array.from({ length: 40 }, (_, i) => `支出${i} 1${i}.50`).join(" ")],
      facts: { lines: 1, amounts: 40 },
    },
    {
      of: "cells that ran into one another",
      lines: ["项目合计本年拨款合计922.86922.86补助812.50812.50计划生育64.3664.36"],
      facts: { lines: 1, amounts: 6 },
    },
    {
      of: "columns of whole numbers",
      lines: ["税收收入 12000 13000 108", "非税收入 900 800 89", "合计 12900 13800 107"],
      facts: { lines: 3, amounts: 9 },
    },
  ])("finds $of", ({ lines, facts }) => {
    expect(run(...lines)).toMatchObject([{ severity: "warning", leavesUnread: true, facts }]);
  });

  test.each([
    {
      of: "sentences",
      lines: Array.from({ length: 9 }, () => "收入 1,200.50 万元，支出 900.25 万元。"),
    },
    {
      of: "numbered headings",
      lines: Array.from({ length: 9 }, (_, i) => `1.${i} 财政收支决算总表`),
    },
    { of: "a few amounts", lines: [ROW, ROW] },
    { of: "an amount typed twice", lines: ["全年支出200.00200.00万元，增长3.50%。"] },
    {
      of: "pages of a table of contents",
      lines: Array.from({ length: 9 }, (_, i) => `第${i}节 …… ${i}`),
    },
  ])("does not find $of", ({ lines }) => {
    expect(run(...lines)).toEqual([]);
  });

  test("takes lines far apart for two tables, neither of them large enough", () => {
    const apart = Array.from({ length: 9 }, () => "正文。");
    expect(run(ROW, ROW, ...apart, ROW)).toEqual([]);
  });

  test("says nothing of a document without prose", () => {
    expect(tableInProse.run(reading({ document: prose([]) }))).toMatchObject({ compared: 0 });
  });
});

test("a table of a text is told of once, by what read the text", async () => {
  const text = ["支出如下：", ROW, ROW, ROW, "说明如上。"].join("\n");
  const bytes = new TextEncoder().encode(text);
  const { findings } = await extract({ bytes, fileName: "说明.txt" });
  expect(run(...text.split("\n"))).toHaveLength(1);
  const rules = findings.map((found) => found.rule);
  expect(rules).toContain("table_flattened");
  expect(rules).not.toContain("table_in_prose");
});
