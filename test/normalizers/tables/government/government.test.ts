import { describe, expect, test } from "vitest";
import { governmentIn, inShort, outlineOf } from "./government-in.js";

const income = [
  ["项    目", "2024年决算数", "2025年预算数", "2025年执行数", "<", "<"],
  ["^", "^", "^", "金额", "占预算％", "比上年增长%"],
  ["一、税收收入", "200", "220", "231", "105.0", "15.5"],
  ["增值税", "120", "130", "140", "107.7", "16.7"],
  ["二、非税收入", "100", "90", "81", "90.0", "-19.0"],
  ["本年收入合计", "300", "310", "312", "100.6", "4.0"],
];

describe("income of a government", () => {
  const read = governmentIn("2025年栖云省一般公共预算收入执行情况表", income);

  test("each column has its own year and phase, percentages that of what they are of", () => {
    expect(read.kind).toBe("gov_general_public_income");
    expect(read.open).toEqual([]);
    expect(read.rules).toEqual([]);
    expect(inShort(read.amounts).slice(0, 5)).toEqual([
      "税收收入 income 2024 accounts total 2000000",
      "税收收入 income 2025 budget total 2200000",
      "税收收入 income 2025 execution total 2310000",
      "税收收入 income 2025 execution percent_of_budget 105%",
      "税收收入 income 2025 execution change_percent 15.5%",
    ]);
  });

  test("list numbers tell the depth; what has none stands below the number above it", () => {
    expect(outlineOf(read.amounts)).toEqual([
      "2 税收收入 0 null",
      "3 增值税 1 2",
      "4 非税收入 0 null",
      "5 本年收入合计 0 null",
    ]);
    expect(read.amounts.map(({ item_code }) => item_code).filter((_, i) => i % 5 === 0)).toEqual([
      "tax",
      null,
      "non_tax",
      "income_own",
    ]);
  });

  test("a department's document has no such table", () => {
    const other = governmentIn("2025年一般公共预算收入执行情况表", income, { scope: "department" });
    expect(other.kind).toBeUndefined();
  });
});

describe("whose table it is, by its caption", () => {
  test.each([
    ["2025年栖云省一般公共预算收入决算表", "栖云省 whole accounts general_public 2025"],
    ["2025年全省政府性基金支出预算表", "栖云省 whole budget government_fund 2025"],
    [
      "2025年省级国有资本经营预算收入执行情况表",
      "栖云省 own_and_transfers execution state_capital 2025",
    ],
    ["2025年栖云省本级一般公共预算支出草案表", "栖云省 own budget general_public 2025"],
    ["省本级2025年一般公共预算支出草案表", "栖云省 own budget general_public 2025"],
    ["2025年青岚高新区一般公共预算收入草案表", "青岚高新区 whole budget general_public 2025"],
    ["2025年全省及省本级一般公共预算收支平衡表", "栖云省 null null general_public 2025"],
    ["2025年一般公共预算收入调整方案表", "栖云省 null adjustment general_public 2025"],
  ])("%s: %s", (caption, said) => {
    const { region, coverage, edition, account, year } = governmentIn(caption, [
      ["项目", "金额"],
      ["合计", "1"],
    ]).about;
    expect(`${region?.name} ${coverage} ${edition} ${account} ${year}`).toBe(said);
  });
});

test("a column of the whole beside one of the own government, in both halves", () => {
  const read = governmentIn("2026年全省及省本级一般公共预算收支平衡表", [
    ["收入", "<", "<", "支出", "<", "<"],
    ["项目", "全省", "省本级", "项目", "全省", "省本级"],
    ["收入总计", "900", "500", "支出总计", "900", "500"],
    ["上级补助收入", "300", "300", "补助下级支出", "", "120"],
  ]);
  expect(read.kind).toBe("gov_balance");
  expect(
    read.amounts.map(({ label, side, coverage, item_code, amount }) =>
      [label, side, coverage, item_code, amount].join(" "),
    ),
  ).toEqual([
    "收入总计 income whole income_total 9000000",
    "收入总计 income own income_total 5000000",
    "支出总计 expenditure whole expenditure_total 9000000",
    "支出总计 expenditure own expenditure_total 5000000",
    "上级补助收入 income whole transfers_from_above 3000000",
    "上级补助收入 income own transfers_from_above 3000000",
    "补助下级支出 expenditure own transfers_to_below 1200000",
  ]);
});

test("a column a fund of social insurance", () => {
  const read = governmentIn("2025年栖云省社会保险基金收入决算表", [
    [
      "项目",
      "合计",
      "企业职工基本养老保险基金",
      "职工基本医疗保险（含生育保险）基金",
      "失业保险基金",
    ],
    ["本年收入", "60", "30", "20", "10"],
    ["年末滚存结余", "90", "50", "25", "15"],
  ]);
  expect(read.kind).toBe("gov_social_insurance");
  expect(read.rules).toEqual([]);
  expect(read.amounts.map(({ side, item, measure }) => [side, item, measure].join(" "))).toEqual([
    "income total total",
    "income pension_enterprise total",
    "income medical_employees total",
    "income unemployment total",
    "balance total total",
    "balance pension_enterprise total",
    "balance medical_employees total",
    "balance unemployment total",
  ]);
});

test("a region a row: income beside expenditure", () => {
  const read = governmentIn("2025年分地区一般公共预算收支执行情况表", [
    ["地  区", "一般公共预算收入", "<", "一般公共预算支出", "<"],
    ["^", "快报数", "上年决算数", "快报数", "上年决算数"],
    ["全省合计", "100", "90", "200", "180"],
    ["省本级", "40", "36", "80", "72"],
    ["白石县", "35", "30", "70", "60"],
    ["柳溪县", "25", "24", "50", "48"],
  ]);
  expect(read.kind).toBe("gov_by_region");
  expect(
    read.amounts
      .map((one) =>
        [one.region_name, one.coverage, one.side, one.fiscal_year, one.phase, one.amount].join(" "),
      )
      .slice(0, 9),
  ).toEqual([
    "栖云省 whole income 2025 execution 1000000",
    "栖云省 whole income 2024 accounts 900000",
    "栖云省 whole expenditure 2025 execution 2000000",
    "栖云省 whole expenditure 2024 accounts 1800000",
    "栖云省 own income 2025 execution 400000",
    "栖云省 own income 2024 accounts 360000",
    "栖云省 own expenditure 2025 execution 800000",
    "栖云省 own expenditure 2024 accounts 720000",
    "白石县 whole income 2025 execution 350000",
  ]);
});

test("a column whose words are not all known keeps no measure", () => {
  const read = governmentIn("2026年栖云省一般公共预算支出预算表", [
    ["项目", "2026年预算数", "2026年提前告知专项性质转移支付"],
    ["一般公共服务支出", "50", "9"],
  ]);
  expect(read.amounts.map(({ measure }) => measure)).toEqual(["total", "unknown"]);
  expect(read.rules).toEqual(["unnamed_measure"]);
});

test("columns of the year before, under a header of their year, make no edition of this one", () => {
  const { about, amounts } = governmentIn("2026年栖云省一般公共预算支出情况表", [
    ["项目", "2025年", "<", "2026年预算数", "比较", "<"],
    ["^", "预算数", "执行数", "^", "比上年预算数增长%", "比上年执行数增长%"],
    ["教育支出", "171", "240", "180", "5.3%", "-25.0%"],
  ]);
  expect(about.edition).toBe("budget");
  expect(inShort(amounts)).toEqual([
    "教育支出 expenditure 2025 budget total 1710000",
    "教育支出 expenditure 2025 execution total 2400000",
    "教育支出 expenditure 2026 budget total 1800000",
    "教育支出 expenditure 2026 budget change_percent 5.3%",
    "教育支出 expenditure 2026 budget change_percent -25%",
  ]);
});
