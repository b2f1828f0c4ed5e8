import { describe, expect, test } from "vitest";
import { debtIn, inShort } from "./debt-in.js";

describe("plans of debt", () => {
  test("what a plan lists below its numbers is theirs, and the beginning of a year is the end of the one before", () => {
    const read = debtIn("2026年栖云省政府债务收支计划表", [
      ["项  目", "全省", "省级", "市县"],
      ["一、2026年初全省政府债务余额", "9", "2", "7"],
      ["其中：一般债务", "4", "1", "3"],
      ["二、2026年全省政府债务举借额", "8", "", ""],
      ["1.发行新增政府债券收入", "5", "", ""],
      ["其中：新增一般债券", "2", "", ""],
      ["三、2026年全省政府债务支出", "6", "", ""],
      ["1.新增一般债券列入一般公共预算项目支出", "2", "", ""],
      ["2.当年政府债务还本支出", "4", "", ""],
      ["其中：一般公共预算安排债务还本支出（不含再融资一般债券还本）", "1", "", ""],
      ["再融资专项债券还本支出", "3", "", ""],
      ["四、2026年末全省地方政府债务余额", "11", "", ""],
      ["附：2026年全省地方政府债务限额", "12", "", ""],
      ["其中：一般债务", "7", "", ""],
    ]);
    expect(read.kind).toBe("debt_plan");
    expect(inShort(read)).toEqual([
      "栖云省 whole 2025 total balance  900000000",
      "栖云省 own 2025 total balance  200000000",
      "栖云省 subordinate 2025 total balance  700000000",
      "栖云省 whole 2025 general balance  400000000",
      "栖云省 own 2025 general balance  100000000",
      "栖云省 subordinate 2025 general balance  300000000",
      "栖云省 whole 2026 total issued budget 800000000",
      "栖云省 whole 2026 total issued_new budget 500000000",
      "栖云省 whole 2026 general issued_new budget 200000000",
      "栖云省 whole 2026 total repaid budget 400000000",
      "栖云省 whole 2026 general repaid_own_funds budget 100000000",
      "栖云省 whole 2026 special repaid_refinanced budget 300000000",
      "栖云省 whole 2026 total balance budget 1100000000",
      "栖云省 whole 2026 total limit budget 1200000000",
      "栖云省 whole 2026 general limit budget 700000000",
    ]);
    expect(read.open).toEqual(["6/1", "7/1"]);
  });

  test("what falls due is of the year of its column", () => {
    const read = debtIn("2024年末栖云市地方政府债券分年度偿还计划情况表", [
      ["债券类型", "2024年末余额", "2025年", "2026年及以后"],
      ["一般债券", "9", "2", "7"],
      ["专项债券", "8", "3", "5"],
    ]);
    expect(read.kind).toBe("debt_repayment_plan");
    expect(
      read.records.map((one) => [
        one.measure,
        one.debt_kind,
        one.fiscal_year,
        one.due_year,
        one.amount,
      ]),
    ).toEqual([
      ["balance", "general", 2024, null, "900000000"],
      ["due", "general", 2024, 2025, "200000000"],
      ["balance", "special", 2024, null, "800000000"],
      ["due", "special", 2024, 2025, "300000000"],
    ]);
    expect(read.open).toEqual(["1/3", "2/3"]);
  });

  test("bonds that a caption hands out are those that were issued, also where it says 使用", () => {
    for (const caption of [
      "2025年栖云市地方政府债券分配情况表",
      "2025年栖云市地方政府债券安排使用情况表",
      "2025年全市政府债券分地区明细表",
    ]) {
      const read = debtIn(caption, [
        ["地  区", "合计", "一般债券额度", "<", "专项债券额度"],
        ["^", "^", "小计", "新增一般债券", "^"],
        ["栖云市", "9", "5", "4", "4"],
        ["青岚县", "3", "1", "1", "2"],
      ]);
      expect(read.kind).toBe("debt_issue_repay");
      expect(inShort(read).slice(0, 4)).toEqual([
        "栖云市 whole 2025 total issued  900000000",
        "栖云市 whole 2025 general issued  500000000",
        "栖云市 whole 2025 general issued_new  400000000",
        "栖云市 whole 2025 special issued  400000000",
      ]);
    }
  });

  test("a table with 县市区 over a column of amounts has one column of labels", () => {
    const read = debtIn("2025年栖云市地方政府债务限额余额及还本付息情况表", [
      ["项  目", "全市", "市级", "县市区"],
      ["一、2024年末地方政府债务余额", "9", "2", "7"],
    ]);
    expect(inShort(read)).toEqual([
      "栖云市 whole 2024 total balance  900000000",
      "栖云市 own 2024 total balance  200000000",
      "栖云市 subordinate 2024 total balance  700000000",
    ]);
  });
});
