import { describe, expect, test } from "vitest";
import { halvesOf } from "../../../../normalizers/tables/amounts/amount-columns.js";
import { roledColumns } from "../../../../normalizers/tables/amounts/column-roles.js";
import { printTable } from "../print-table.js";

/** The role of a column under the name of an office. */
function role(...texts: readonly string[]) {
  const rows = texts.map((text) => ["教育支出", text]);
  return roledColumns(printTable([["科目名称", "教育局"], ...rows]))[1]?.role;
}

/** The side of a table with so many labels of income and of expenditure. */
function side(income: number, expenditure: number) {
  const rows = [
    ...Array.from({ length: income }, () => ["事业收入", "1.00"]),
    ...Array.from({ length: expenditure }, () => ["教育支出", "1.00"]),
  ];
  return halvesOf(printTable([["项目", "金额"], ...rows]))[0]?.side;
}

describe("a column whose header says nothing", () => {
  test.each([
    ["measure", "half of its texts are numbers", ["1.00", "2.00", "甲", "乙"]],
    ["unnamed", "fewer are", ["1.00", "甲", "乙"]],
    ["measure", "dashes and blanks stand beside a number", ["1.00", "—", "", "甲"]],
    ["unnamed", "nothing but dashes stands in it", ["—", "—"]],
  ])("is a %s where %s", (expected, _, texts) => {
    expect(role(...texts)).toBe(expected);
  });
});

describe("a half whose header names no side", () => {
  test.each([
    [1, 0, "income"],
    [5, 1, "income"],
    [4, 1, null],
    [2, 2, null],
    [1, 4, null],
    [1, 5, "expenditure"],
    [0, 0, null],
  ])("with %d labels of income and %d of expenditure: %s", (income, expenditure, expected) => {
    expect(side(income, expenditure)).toBe(expected);
  });
});
