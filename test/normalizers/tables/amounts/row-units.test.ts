import { describe, expect, test } from "vitest";
import { brief, read, type Rows } from "./read-amounts.js";

const ABOVE = ["部门支出总表", "单位：万元"];
const HEADER = ["科目编码", "科目名称", "合计"];
const rules = ({ findings }: ReturnType<typeof read>) => findings.map(({ rule }) => rule);

describe("a row that states its own unit", () => {
  test("is read in it, the others in that of the table", () => {
    const rows: Rows = [HEADER, ["205", "教育支出", "9.00"], ["206", "人均支出（元）", "800.00"]];
    expect(brief(read(ABOVE, rows))).toEqual([
      "expenditure 205 教育支出 total 90000",
      "expenditure 206 人均支出（元） total 800",
    ]);
  });

  test("agrees with a header that states the same", () => {
    const rows: Rows = [
      ["科目编码", "科目名称", "合计（元）"],
      ["205", "支出（元）", "9.00"],
    ];
    expect(brief(read(ABOVE, rows))).toEqual(["expenditure 205 支出（元） total 9"]);
  });

  test("is not read where its column states another", () => {
    const rows: Rows = [
      ["科目编码", "科目名称", "合计（万元）"],
      ["205", "支出（元）", "9.00"],
    ];
    const found = read(ABOVE, rows);
    expect(found.amounts).toMatchObject([{ amount: null, unit_raw: null, raw: "9.00" }]);
    expect(rules(found)).toEqual(["units_disagree"]);
    expect(found.ledger.at(-1)).toMatchObject({ use: "reported", reason: "units_disagree" });
  });
});

test("使用非财政拨款结余 is no 上年结转, and doubted", () => {
  const rows: Rows = [
    ["科目编码", "科目名称", "合计", "财政拨款收入", "上年结转", "使用非财政拨款结余"],
    ["205", "教育支出", "9.00", "6.00", "2.00", "1.00"],
  ];
  const found = read(["部门收入总表", "单位：万元"], rows);
  expect(found.amounts?.map(({ measure }) => measure)).toEqual([
    "total",
    "appropriation",
    "carryover",
    "unknown",
  ]);
  expect(rules(found)).toEqual(["unnamed_measure"]);
});

test("amounts with signs of currency and notes make a column of money", () => {
  const rows: Rows = [
    ["科目编码", "科目名称", "合计"],
    ["205", "教育支出", "¥9.00*"],
    ["206", "科技支出", "¥1'000.00¹"],
  ];
  expect(brief(read(ABOVE, rows))).toEqual([
    "expenditure 205 教育支出 total 90000",
    "expenditure 206 科技支出 total 10000000",
  ]);
});
