import { describe, expect, test } from "vitest";
import { told } from "./tell-government.js";

describe("an amount is none", () => {
  test.each([
    ["of a month", "2022年12月，全市一般公共预算收入完成9亿元。"],
    ["of a quarter", "2022年四季度，全市一般公共预算收入完成9亿元。"],
    ["of half a year that is over", "2022年上半年，全市一般公共预算收入完成9亿元。"],
    ["at the end of a month", "截至2022年6月底，全市政府债务余额9亿元。"],
    ["at the beginning of a year", "2022年初全市政府债务余额9亿元。"],
    ["of the years from one to another", "2021至2022年全市一般公共预算收入9亿元。"],
    ["of the years since one", "2020年以来，全市一般公共预算收入9亿元。"],
  ])("%s", (_, sentence) => {
    expect(told("budget", sentence)).toEqual([]);
  });

  test.each([
    ["of a year that is told from the one of the report", "去年，全市一般公共预算收入9亿元。"],
    ["of the year in which accounts are reported", "今年，全市一般公共预算收入安排9亿元。"],
  ])("%s", (_, sentence) => {
    expect(told("final_accounts", sentence)).toEqual([]);
  });
});

test("a half of the year that is running is given as executed", () => {
  expect(told("budget", "2023年1-6月，全市一般公共预算收入完成9亿元。")).toEqual([
    "income_general_public 2023 execution whole 900000000",
  ]);
});

test("what is to be done is planned", () => {
  expect(told("budget", "2022年全市年初安排完成一般公共预算收入9亿元。")).toEqual([
    "income_general_public 2022 budget whole 900000000",
  ]);
});

test("an earlier year in a chapter on the budget was executed", () => {
  expect(
    told(
      "budget",
      "二、2023年预算草案",
      "2022年全市一般公共预算收入9亿元。2023年全市一般公共预算收入10亿元。",
    ),
  ).toEqual([
    "income_general_public 2022 execution whole 900000000",
    "income_general_public 2023 budget whole 1000000000",
  ]);
});

test("no accounts are of a year after the report's own", () => {
  expect(told("final_accounts", "2024年预计全市完成一般公共预算收入9亿元。")).toEqual([]);
});

test("the date of a balance is no year of the sums after it", () => {
  expect(
    told(
      "budget",
      "2022年全市一般公共预算收入9亿元。截至2021年末，全市政府债务余额8亿元。市本级政府债务余额5亿元。全市政府性基金收入7亿元。",
    ),
  ).toEqual([
    "income_general_public 2022 execution whole 900000000",
    "debt_balance 2021 execution whole 800000000",
    "debt_balance 2021 execution own 500000000",
    "income_government_fund 2022 execution whole 700000000",
  ]);
});

test("a part is of the year of its sum, another amount behind two years of none", () => {
  expect(
    told(
      "budget",
      "2022年全市政府性基金收入9亿元，2023年全市一般公共预算收入安排8亿元，其中税收收入6亿元，一般公共预算支出7亿元。",
      "2022年全市一般公共预算收入5亿元；2023年全市一般公共预算收入安排4亿元，一般公共预算支出安排3亿元。",
    ),
  ).toEqual([
    "income_government_fund 2022 execution whole 900000000",
    "income_general_public 2023 budget whole 800000000",
    "income_tax 2023 budget whole 600000000",
    "income_general_public 2022 execution whole 500000000",
    "income_general_public 2023 budget whole 400000000",
    "expenditure_general_public 2023 budget whole 300000000",
  ]);
});

test("what months of the year after the accounts brought is executed", () => {
  expect(
    told("final_accounts", "二、2024年1-6月预算执行情况", "1-6月，全市一般公共预算收入9亿元。"),
  ).toEqual(["income_general_public 2024 execution whole 900000000"]);
});
