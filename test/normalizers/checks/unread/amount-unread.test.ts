import { describe, expect, test } from "vitest";
import { amountUnread } from "../../../../normalizers/checks/unread/amount-unread.js";
import { said } from "../make-reading.js";

const amounts = (...lines: readonly string[]) =>
  amountUnread.run(said("一、支出预算", ...lines)).findings.map(({ facts }) => facts.amount);

describe("amount_unread", () => {
  test.each([
    ["Chinese numerals", ["2023年支出预算三百二十万元。"], ["三百二十万元"]],
    ["formal numerals", ["“三公”经费预算壹拾贰万元。"], ["壹拾贰万元"]],
    ["two units", ["2023年支出预算1亿2500万元。"], ["1亿2500万元"]],
    [
      "no unit",
      ["2023年支出预算12.34，其中：基本支出10.00，项目支出2.34。"],
      ["12.34", "10.00", "2.34"],
    ],
    ["half a unit", ["2023年支出预算12.34万，其中：基本支出10（万元）。"], ["12.34", "10"]],
    ["a line that broke it", ["2023年支出预算12", "34.56万元。"], ["12"]],
    ["a line that broke it at its point", ["2023年支出预算1234.", "56万元。"], ["1234."]],
    ["an amount of no year that became another", ["支出预算由7万元增加到9万元。"], ["7万元"]],
  ])("tells of %s", (_, lines, told) => {
    expect(amounts(...lines)).toEqual(told);
  });

  test.each([
    ["an amount that is read", ["2023年支出预算12.34万元，其中：基本支出10万元。"]],
    ["two amounts with one unit", ["2023年度收、支总计各是12.34、12.34万元。"]],
    ["words that name no measure", ["办公室经费三百元，面积12.34，等等。"]],
    ["a year at the end", ["2023年“三公”经费预算", "机关运行经费2023"]],
    ["an amount of a year that became another", ["支出预算由2022年的7万元增加到9万元。"]],
  ])("is silent on %s", (_, lines) => {
    expect(amounts(...lines)).toEqual([]);
  });
});
