import { describe, expect, test } from "vitest";
import { debtIn, inShort } from "./debt-in.js";

describe("what was issued and paid", () => {
  test("其中 below a kind is of that kind", () => {
    const read = debtIn("2022年黑龙江省地方政府债券发行情况表（分地区）", [
      ["地区", "一般债券合计", "其中:", "<", "专项债券合计", "其中:", "<"],
      ["^", "^", "新增债券", "再融资债券", "^", "新增债券", "再融资债券"],
      ["全省", "7", "3", "4", "5", "2", "3"],
    ]);
    expect(inShort(read)).toEqual([
      "黑龙江省 whole 2022 general issued  700000000",
      "黑龙江省 whole 2022 general issued_new  300000000",
      "黑龙江省 whole 2022 general issued_refinancing  400000000",
      "黑龙江省 whole 2022 special issued  500000000",
      "黑龙江省 whole 2022 special issued_new  200000000",
      "黑龙江省 whole 2022 special issued_refinancing  300000000",
    ]);
  });

  test("headings over rows tell what was paid, and 情况 in a header is no word that counts", () => {
    const paid = debtIn("2025年栖云市政府债券还本付息情况", [
      ["地  区", "还本/付息", "其中：一般债", "专项债"],
      ["一、偿还本金", "", "", ""],
      ["全市", "7", "3", "4"],
      ["二、支付利息", "", "", ""],
      ["全市", "5", "2", "3"],
    ]);
    expect(inShort(paid)).toEqual([
      "栖云市 whole 2025 total repaid  700000000",
      "栖云市 whole 2025 general repaid  300000000",
      "栖云市 whole 2025 special repaid  400000000",
      "栖云市 whole 2025 total interest  500000000",
      "栖云市 whole 2025 general interest  200000000",
      "栖云市 whole 2025 special interest  300000000",
    ]);
    const issued = debtIn("栖云市2024年地方政府债券发行及还本付息情况表", [
      ["地区", "发行情况", "<", "<", "还本情况"],
      ["^", "合计", "一般债券", "<", "合计"],
      ["^", "^", "合计", "新增", "^"],
      ["栖云市", "9", "5", "4", "3"],
    ]);
    expect(inShort(issued)).toEqual([
      "栖云市 whole 2024 total issued  900000000",
      "栖云市 whole 2024 general issued  500000000",
      "栖云市 whole 2024 general issued_new  400000000",
      "栖云市 whole 2024 total repaid  300000000",
    ]);
  });

  test("columns that lost the header over them are of no kind", () => {
    const read = debtIn("2022年栖云省地方政府债券发行情况表", [
      ["地区", "一般债券", "新增", "再融资", "专项债券", "新增", "再融资"],
      ["全省", "7", "3", "4", "5", "2", "3"],
    ]);
    expect(read.records.map((one) => one.debt_kind)).toEqual(["general", "special"]);
    expect(read.open).toEqual(["1/2", "1/3", "1/5", "1/6"]);
  });

  test("items of the ministry's list are of the numbers above them", () => {
    const read = debtIn("栖云省地方政府债券发行及还本付息情况表", [
      ["项  目", "公式", "本地区", "本级"],
      ["一、2021年发行预计执行数", "A=B+D", "50", "20"],
      ["（一）一般债券", "B", "30", "12"],
      ["其中：再融资债券", "C", "10", "6"],
      ["（二）专项债券", "D", "20", "8"],
      ["二、2022年还本预算数", "L=M+O", "9", ""],
      ["（一）一般债券", "M", "9", ""],
      ["其中：再融资", "", "8", ""],
      ["财政预算安排", "N", "1", ""],
    ]);
    expect(read.kind).toBe("debt_issue_repay");
    expect(inShort(read)).toEqual([
      "栖云省 whole 2021 total issued execution 5000000000",
      "栖云省 own 2021 total issued execution 2000000000",
      "栖云省 whole 2021 general issued execution 3000000000",
      "栖云省 own 2021 general issued execution 1200000000",
      "栖云省 whole 2021 general issued_refinancing execution 1000000000",
      "栖云省 own 2021 general issued_refinancing execution 600000000",
      "栖云省 whole 2021 special issued execution 2000000000",
      "栖云省 own 2021 special issued execution 800000000",
      "栖云省 whole 2022 total repaid budget 900000000",
      "栖云省 whole 2022 general repaid budget 900000000",
      "栖云省 whole 2022 general repaid_refinanced budget 800000000",
      "栖云省 whole 2022 general repaid_own_funds budget 100000000",
    ]);
    expect(read.open).toEqual([]);
  });
});

test("the movement of a balance: year and phase of each amount, and bonds as a part of debt", () => {
  const read = debtIn("33栖云省2025年地方政府一般债务余额情况表", [
    ["项  目", "预算数", "执行数"],
    ["一、2024年末地方政府一般债务余额实际数", "", "6,766.24"],
    ["二、2025年末地方政府一般债务余额限额", "7,268.60", ""],
    ["三、2025年地方政府一般债务发行额", "", "811.93"],
    ["中央转贷地方的国际金融组织和外国政府贷款", "", "1.00"],
    ["2025年地方政府一般债券发行额", "", "810.93"],
    ["四、2025年地方政府一般债务还本额", "", "554.54"],
    ["五、2025年采取其他方式化解一般债务额", "", "3"],
    ["六、2025年末地方政府一般债务余额预计执行数", "7,000.00", "7,145.79"],
    ["七、2026年地方财政赤字", "185.00", ""],
  ]);
  expect(read.kind).toBe("debt_balance_movement");
  expect(inShort(read)).toEqual([
    "栖云省 whole 2024 general balance previous_actual 676624000000",
    "栖云省 whole 2025 general limit budget 726860000000",
    "栖云省 whole 2025 general issued execution 81193000000",
    "栖云省 whole 2025 general foreign_loans execution 100000000",
    "栖云省 whole 2025 general issued execution 81093000000",
    "栖云省 whole 2025 general repaid execution 55454000000",
    "栖云省 whole 2025 general balance budget 700000000000",
    "栖云省 whole 2025 general balance execution 714579000000",
    "栖云省 whole 2026 general deficit budget 18500000000",
  ]);
  expect(read.rules).toEqual(["debt_meaning_repeated", "debt_meaning_open"]);
  expect(read.open).toEqual(["7/2"]);
});

test("limits granted early are told from those of the year before", () => {
  const read = debtIn("2022年栖云省地方政府债务限额提前下达情况表", [
    ["项目", "公 式", "本地区", "本级", "下级"],
    ["一：2021年地方政府债务限额", "A=B+C", "30", "10", "20"],
    ["其中： 一般债务限额", "B", "18", "6", "12"],
    ["二：提前下达的2022年地方政府债务新增限额", "D=E+F", "5", "2", "3"],
    ["其中： 一般债务限额", "E", "4", "1", "3"],
  ]);
  expect(read.kind).toBe("debt_quota");
  expect(inShort(read).filter((_, index) => index % 3 === 2)).toEqual([
    "栖云省 subordinate 2021 total limit  2000000000",
    "栖云省 subordinate 2021 general limit  1200000000",
    "栖云省 subordinate 2022 total early_limit  300000000",
    "栖云省 subordinate 2022 general early_limit  300000000",
  ]);
});

test.each([
  "2025年丽江市地方政府债务投向情况表",
  "2021年地方政府债券使用情况表",
  "2026年全市政府债务收支计划表",
  "2025年市级新增政府专项债券项目情况表",
])("%s is no table of limits, balances, issues or repayments", (caption) => {
  expect(
    debtIn(caption, [
      ["地区", "金额"],
      ["栖云市", "1"],
    ]).records,
  ).toEqual([]);
});

test.each(["2025年初预算数", "2025年年初预算数", "年初预算数"])(
  "%s is the budget of the year, and not of the one before",
  (header) => {
    const read = debtIn("2025年栖云省地方政府债务限额及余额情况表", [
      ["项目", header, "2025年执行数"],
      ["一、地方政府一般债务还本额", "9", "8"],
      ["二、地方政府一般债务余额", "20", "21"],
    ]);
    expect(inShort(read)).toEqual([
      "栖云省 whole 2025 general repaid budget 900000000",
      "栖云省 whole 2025 general repaid execution 800000000",
      "栖云省 whole 2025 general balance budget 2000000000",
      "栖云省 whole 2025 general balance execution 2100000000",
    ]);
  },
);
