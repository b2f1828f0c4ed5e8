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

const BODY = [
  ["", "合计", "90.00", "60.00", "45.00", "15.00", "30.00"],
  ["205", "教育支出", "50.00", "40.00", "30.00", "10.00", "10.00"],
  ["208", "社会保障和就业支出", "40.00", "20.00", "15.00", "5.00", "20.00"],
];
const NAMES = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const OPEN_NAMES = ["科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出"];
const DIVIDING = ["小计", "人员经费", "公用经费"];

test.each([
  ["neither row of names says where it stands", [NAMES, DIVIDING]],
  ["only the upper row stands in its columns", [OPEN_NAMES, DIVIDING]],
  ["only the lower row stands in its columns", [NAMES, ["", "", "", ...DIVIDING, ""]]],
  ["their numbers stand below", [NAMES, DIVIDING, ["栏次", "", "1", "2", "3", "4", "5"]]],
  ["a third row stands over both", [["功能分类科目", "本年支出"], NAMES, DIVIDING]],
])("names that divide one above them are put there by the sums: %s", (_, header) => {
  const rows = [...header, ...BODY].map((row) => [
    ...row,
    ...Array<string>(7 - row.length).fill(""),
  ]);
  const { amounts, findings } = read("部门支出总表", rows);
  const total = amounts.filter(({ code }) => code === null);
  expect(total.map(({ measure, amount }) => `${measure} ${amount}`)).toEqual([
    "total 900000",
    "basic 600000",
    "personnel 450000",
    "public_use 150000",
    "project 300000",
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(["title_absent"]);
});

test("类 款 项 moved to the left stand under the code", () => {
  const rows = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "", ""],
    ["类", "款", "项", "", "", "", ""],
    ["", "", "", "合计", "90.00", "60.00", "30.00"],
    ["205", "02", "01", "学前教育", "90.00", "60.00", "30.00"],
  ];
  const { amounts } = read("部门支出总表", rows);
  expect(amounts.map(({ code, label, measure }) => `${code} ${label} ${measure}`)).toEqual([
    "null 合计 total",
    "null 合计 basic",
    "null 合计 project",
    "2050201 学前教育 total",
    "2050201 学前教育 basic",
    "2050201 学前教育 project",
  ]);
});

test("a row of 栏次 on both sides numbers columns and holds no amounts", () => {
  const rows = [
    ["收入", "", "", "支出", "", ""],
    ["项目", "行次", "预算数", "项目", "行次", "预算数"],
    ["栏次", "", "1", "栏次", "", "2"],
    ["一、事业收入", "1", "9.00", "一、教育支出", "3", "9.00"],
    ["本年收入合计", "2", "9.00", "本年支出合计", "4", "9.00"],
  ];
  const { amounts, findings } = read("部门收支总表", rows);
  expect(amounts.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
    "事业收入 90000",
    "教育支出 90000",
    "本年收入合计 90000",
    "本年支出合计 90000",
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(["title_absent"]);
});
