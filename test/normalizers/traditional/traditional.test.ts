import { expect, test } from "vitest";
import { extract } from "../../../index.js";
import { understood } from "../../../normalizers/traditional/simplify.js";
import type { Document } from "../../../pipeline/model/document.js";

const DISCLOSURE = [
  "栖雲縣林業局2024年部門預算信息公開",
  "部門支出總表",
  "單位：萬元",
  "科目編碼\t科目名稱\t合計\t基本支出\t項目支出",
  "\t合計\t12.50\t8.50\t4.00",
  "208\t社會保障和就業支出\t8.50\t8.50\t",
  "213\t農林水支出\t4.00\t\t4.00",
].join("\n");

const printed = (...texts: readonly string[]): Document => ({
  blocks: texts.map((text, index) => ({
    type: "paragraph",
    text,
    at: { type: "line", line: index + 1 },
  })),
  pages: [],
  ignored: [],
});

test("a disclosure in traditional characters is understood, and its rows are labelled as printed", async () => {
  const { amounts, document, tables, findings } = await extract(Buffer.from(DISCLOSURE));
  expect(tables.map(({ kind, caption }) => [kind, caption])).toEqual([
    ["budget_expenditure", "部門支出總表"],
  ]);
  expect(amounts.map(({ label, measure, amount }) => [label, measure, amount])).toEqual([
    ["合計", "total", "125000"],
    ["合計", "basic", "85000"],
    ["合計", "project", "40000"],
    ["社會保障和就業支出", "total", "85000"],
    ["社會保障和就業支出", "basic", "85000"],
    ["農林水支出", "total", "40000"],
    ["農林水支出", "project", "40000"],
  ]);
  expect(document.title).toBe("栖雲縣林業局2024年部門預算信息公開");
  expect(tables[0]?.cells.map(({ text }) => text)).toContain("社會保障和就業支出");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a simplified document with a rare name in it stays as it is", async () => {
  const document = printed(
    "公开单位：栖云县财政局",
    "联系人：張珺喆",
    "乾县财政局负责预算编制工作",
  );
  expect((await understood(document)).document).toBe(document);
});

test("of a document with a traditional part that part alone is folded", async () => {
  const { document } = await understood(
    printed("乾县部门预算编制的说明，".repeat(20), "部門支出總表"),
  );
  expect(
    document.blocks.map((block) => (block.type === "paragraph" ? block.text.slice(0, 6) : "")),
  ).toEqual(["乾县部门预算", "部门支出总表"]);
});
