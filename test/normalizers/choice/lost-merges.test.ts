import { expect, test } from "vitest";
import { interpretation } from "../../../normalizers/interpretation.js";
import { interpret } from "../../../pipeline/run.js";
import { makeTable } from "../../make-table.js";

/** What is read of a table whose source lost the merges of its header. */
function read(caption: string, rows: readonly (readonly string[])[]) {
  const lines = [caption, "单位：万元"].map((text, i) => ({
    type: "paragraph" as const,
    text,
    at: { type: "line" as const, line: i + 1 },
  }));
  const document = { blocks: [...lines, makeTable(rows)], pages: [], ignored: [] };
  return interpret(document, interpretation);
}

test("栏次 beside numbers of columns names no column: its own stands above", () => {
  const rows = [
    ["项目", "", "", "", "本年支出合计", "基本支出", "项目支出"],
    ["支出功能分类科目编码", "", "", "科目名称", "", "", ""],
    ["类", "款", "项", "栏次", "1", "2", "3"],
    ["", "", "", "合计", "300.00", "200.00", "100.00"],
    ["208", "", "", "社会保障和就业支出", "300.00", "200.00", "100.00"],
  ];
  const { amounts } = read("支出决算表", rows);
  expect(amounts.map(({ code, label, measure, amount }) => [code, label, measure, amount])).toEqual(
    [
      [null, "合计"],
      ["208", "社会保障和就业支出"],
    ].flatMap((row) => [
      [...row, "total", "3000000"],
      [...row, "basic", "2000000"],
      [...row, "project", "1000000"],
    ]),
  );
});

test("a name behind blanks stands under the wide header that they go on with", () => {
  const rows = [
    ["预算数", "", "", "", "", "决算数", "", "", "", ""],
    [...three("公务接待费"), ...three("公务接待费")],
    [
      "",
      "",
      "公务用车购置费",
      "公务用车运行维护费",
      "",
      "",
      "",
      "公务用车购置费",
      "公务用车运行维护费",
      "",
    ],
    ["9.00", "1.00", "2.00", "3.00", "3.00", "6.00", "1.00", "1.00", "2.00", "2.00"],
  ];
  const { amounts } = read("“三公”经费支出决算表", rows);
  expect(amounts.map(({ phase, item, amount }) => `${phase} ${item ?? "-"} ${amount}`)).toEqual([
    "budget total 90000",
    "budget abroad 10000",
    "budget vehicle_purchase 20000",
    "budget vehicle_running 30000",
    "budget reception 30000",
    "accounts total 60000",
    "accounts abroad 10000",
    "accounts vehicle_purchase 10000",
    "accounts vehicle_running 20000",
    "accounts reception 20000",
  ]);
});

/** The names of one edition, their merges lost. */
function three(last: string): readonly string[] {
  return ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "", last];
}
