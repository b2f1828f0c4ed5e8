import { describe, expect, test } from "vitest";
import { debtIn, inShort as debtInShort } from "../debt/debt-in.js";
import { governmentIn, inShort, outlineOf } from "./government-in.js";

const CITY = { region: { name: "青岚市", code: null } };

describe("forms that other provinces print", () => {
  test("each row prints its own part of a code under 类 款 项", () => {
    const read = governmentIn("市本级2025年一般公共预算支出表", [
      ["科目编码", "<", "<", "科目名称", "预算数"],
      ["类", "款", "项", "^", "^"],
      ["201", "", "", "一般公共服务支出", "100"],
      ["", "01", "", "人大事务", "60"],
      ["", "", "01", "行政运行", "60"],
      ["", "03", "", "政府办公厅", "40"],
    ]);
    expect(read.amounts.map(({ code }) => code)).toEqual(["201", "20101", "2010101", "20103"]);
  });

  test("调整数 beside the adjusted budget is by how much it is adjusted", () => {
    const rows = [
      ["项目", "年初预算", "调整数", "调整后预算"],
      ["教育支出", "100", "10", "110"],
    ];
    expect(inShort(governmentIn("2025年一般公共预算支出预算调整方案表", rows).amounts)).toEqual([
      "教育支出 expenditure 2025 budget total 1000000",
      "教育支出 expenditure 2025 adjusted_budget change 100000",
      "教育支出 expenditure 2025 adjusted_budget total 1100000",
    ]);
    const alone = rows.map((row) => row.slice(0, 3));
    expect(inShort(governmentIn("2025年一般公共预算支出预算调整表", alone).amounts)[1]).toBe(
      "教育支出 expenditure 2025 adjusted_budget total 100000",
    );
  });

  test("a title may end in 快报, and 实绩 was executed", () => {
    const read = governmentIn("青岚市2025年1-12月一般公共预算收入快报", [
      ["科目", "2024年实绩", "快报数"],
      ["收入合计", "95", "100"],
    ]);
    expect(inShort(read.amounts)).toEqual([
      "收入合计 income 2024 execution total 950000",
      "收入合计 income 2025 execution total 1000000",
    ]);
  });

  test("income above expenditure in one column have their sides by the rows that name them", () => {
    const read = governmentIn("青岚市2025年国有资本经营预算收支平衡表", [
      ["项目", "2025年预算数"],
      ["一、国有资本经营收入", "60"],
      ["利润", "60"],
      ["二、上年结转收入", "10"],
      ["收支平衡前", "70"],
      ["一、国有资本经营支出", "50"],
      ["资本金注入", "50"],
      ["二、调出资金", "15"],
      ["收支差额", "5"],
    ]);
    expect(read.amounts.map(({ side }) => side)).toEqual([
      "income",
      "income",
      "income",
      null,
      "expenditure",
      "expenditure",
      "expenditure",
      null,
    ]);
  });

  test("rows in an order that shows no sections have the sides that they name alone", () => {
    const read = governmentIn("青岚市2025年财政收支总表", [
      ["项目", "2025年预算数"],
      ["一般公共预算收入", "60"],
      ["一般公共预算支出", "55"],
      ["结余", "5"],
      ["政府性基金预算收入", "30"],
      ["政府性基金预算支出", "30"],
    ]);
    expect(read.amounts.map(({ side }) => side)).toEqual([
      "income",
      "expenditure",
      null,
      "income",
      "expenditure",
    ]);
  });

  test("funds of social insurance are of the side and the total above them", () => {
    const read = governmentIn("青岚市2025年社会保险基金结余预算表", [
      ["项目", "2025年预算数"],
      ["社会保险基金本年收支结余合计", "9"],
      ["失业保险基金", "4"],
      ["工伤保险基金", "5"],
      ["社会保险基金\n年末滚存结余合计", "90"],
      ["失业保险基金", "40"],
    ]);
    expect(read.amounts.map(({ side, item }) => `${side} ${item}`)).toEqual([
      "balance total",
      "balance unemployment",
      "balance work_injury",
      "balance total",
      "balance unemployment",
    ]);
  });

  test("a header that stands again among the rows, as in a copy of two pages, is no row of amounts", () => {
    const header = ["项目", "2024年执行数", "2025年预算数"];
    const read = governmentIn("2025年一般公共预算收入表", [
      header,
      ["税收收入", "50", "60"],
      header,
      ["收入合计", "50", "60"],
    ]);
    expect(read.amounts.map(({ label, raw }) => `${label} ${raw}`)).toEqual([
      "税收收入 50",
      "税收收入 60",
      "收入合计 50",
      "收入合计 60",
    ]);
  });

  test("an actual number was executed, and in accounts is theirs", () => {
    const rows = [
      ["项目", "2023年实际数", "2024年预算数", "2024年实际数"],
      ["收入合计", "70", "85", "86"],
    ];
    expect(inShort(governmentIn("2024年一般公共预算收入完成情况表", rows).amounts)).toEqual([
      "收入合计 income 2023 execution total 700000",
      "收入合计 income 2024 budget total 850000",
      "收入合计 income 2024 execution total 860000",
    ]);
    const own = governmentIn("2024年一般公共预算收入决算表", [
      ["项目", "2024年实际数"],
      ["收入合计", "86"],
    ]);
    expect(inShort(own.amounts)).toEqual(["收入合计 income 2024 accounts total 860000"]);
  });

  test("全辖 in a caption is all of the region", () => {
    const read = governmentIn("全辖2024年政府性基金预算支出决算表", [
      ["项目", "决算数"],
      ["支出合计", "100"],
    ]);
    expect(read.amounts.map(({ coverage }) => coverage)).toEqual(["whole"]);
  });

  test("towns are the regions of a county", () => {
    const county = { region: { name: "白石县", code: null } };
    const read = governmentIn(
      "2025年乡镇一般公共预算收支预算表",
      [
        ["乡镇", "收入", "支出"],
        ["红石镇", "1", "2"],
        ["青山乡", "3", "4"],
        ["合计", "4", "6"],
      ],
      county,
    );
    expect(read.kind).toBe("gov_by_region");
    expect(read.amounts.map((one) => `${one.region_name} ${one.item_code}`)).toEqual([
      "红石镇 income_own",
      "红石镇 expenditure_own",
      "青山乡 income_own",
      "青山乡 expenditure_own",
      "白石县 income_own",
      "白石县 expenditure_own",
    ]);
  });

  test("两级 in columns of one table keep their coverage", () => {
    const read = governmentIn(
      "2024年全市一般公共预算支出情况表",
      [
        ["项目", "市级", "县区级", "全市"],
        ["支出合计", "90", "210", "300"],
      ],
      CITY,
    );
    expect(read.amounts.map(({ coverage }) => coverage)).toEqual([
      "own_and_transfers",
      "subordinate",
      "whole",
    ]);
  });
});

const spaced = (moved: string) => [
  ["项目", "执行数"],
  ["教育支出", "60"],
  ["  教育管理事务", "20"],
  ["  普通教育", "40"],
  ["    小学教育", "40"],
  ["商业服务业等支出", "30"],
  ["  商业流通事务", "30"],
  ["资源勘探工业信息等支出", "100"],
  ["  资源勘探开发", "40"],
  ["  制造业", "20"],
  ["  建筑业", "10"],
  ["  国有资产监管", "5"],
  [`${moved}支持中小企业发展和管理支出`, "20"],
  ["    行政运行", "20"],
  ["  其他资源勘探工业信息等支出", "5"],
];

const outline = (moved: string) =>
  outlineOf(governmentIn("2025年省本级一般公共预算支出执行情况表", spaced(moved)).amounts);

describe("rows whose space is not that of their level", () => {
  test("a 款 printed as far out as the 类 stands below its 类", () => {
    expect(outline("")).toEqual(outline("  "));
    expect(outline("").slice(-3)).toEqual([
      "12 支持中小企业发展和管理支出 1 7",
      "13 行政运行 2 12",
      "14 其他资源勘探工业信息等支出 1 7",
    ]);
  });

  test("a name that its place does not fit either stays where it is printed", () => {
    const other = governmentIn("2025年省本级一般公共预算支出执行情况表", [
      ...spaced("  "),
      ["节能环保支出", "9"],
      ["青岚湖治理", "9"],
      ["林业和草原", "9"],
    ]);
    expect(outlineOf(other.amounts).at(-1)).toBe("17 林业和草原 0 null");
  });
});

test("what an unofficial name holds stays below it", () => {
  const read = governmentIn("2025年省本级一般公共预算支出执行情况表", [
    ["项目", "执行数"],
    ...["教育支出", "科学技术支出", "农林水支出", "住房保障支出", "金融支出"].map((label) => [
      label,
      "9",
    ]),
    ["补助下级支出小计", "20"],
    ["  债务还本支出", "12"],
    ["  调出资金", "8"],
  ]);
  expect(outlineOf(read.amounts).slice(-2)).toEqual(["7 债务还本支出 1 6", "8 调出资金 1 6"]);
});

describe("funds of social insurance", () => {
  test("a fund that the dataset has no item for is not the one above it", () => {
    const read = governmentIn("2019年社会保险基金收入预算表", [
      ["项目", "预算数"],
      ["一、工伤保险基金收入", "10"],
      ["工伤保险费收入", "9"],
      ["二、生育保险基金收入", "7"],
      ["财政补贴收入", "2"],
      ["合计", "17"],
    ]);
    expect(read.amounts.map(({ item }) => item)).toEqual([
      "work_injury",
      "work_injury",
      null,
      null,
      "total",
    ]);
  });
});

/** A list number over kinds of debt, and 合计 below them. */
const withTotal = (total: string) => [
  ["项目", "全省"],
  ["一、2024年末债务限额", "10"],
  ["一般债务", "4"],
  ["专项债务", "6"],
  ["合计", total],
];

describe("tables of debt that other provinces print", () => {
  test("years in rows, kinds in rows", () => {
    const years = debtIn("2024年青岚市政府债务限额和余额情况表", [
      ["年度", "一般债务限额", "一般债务余额"],
      ["2023年", "4", "3"],
      ["2024年", "5", "4"],
    ]);
    expect(debtInShort(years)).toEqual([
      "青岚市 whole 2023 general limit  400000000",
      "青岚市 whole 2023 general balance  300000000",
      "青岚市 whole 2024 general limit  500000000",
      "青岚市 whole 2024 general balance  400000000",
    ]);
    const kinds = debtIn("青岚市2024年政府债务情况统计表", [
      ["项目", "限额", "余额"],
      ["一般债务", "4", "3"],
      ["专项债务", "6", "5"],
      ["合计", "10", "8"],
    ]);
    expect(debtInShort(kinds).slice(-2)).toEqual([
      "青岚市 whole 2024 total limit  1000000000",
      "青岚市 whole 2024 total balance  800000000",
    ]);
  });

  test("合计 below kinds that is the number above them is one amount", () => {
    const read = debtIn("2024年青岚省地方政府债务情况表", withTotal("10"));
    expect(debtInShort(read)).toEqual([
      "青岚省 whole 2024 total limit  1000000000",
      "青岚省 whole 2024 general limit  400000000",
      "青岚省 whole 2024 special limit  600000000",
    ]);
    expect(debtIn("2024年青岚省地方政府债务情况表", withTotal("11")).open).toEqual(["1/1", "4/1"]);
  });

  test("度 and 各 behind a year begin no name of a region", () => {
    const read = debtIn("2024年度各市县政府一般债务限额和余额情况", [
      ["市县", "一般债务限额"],
      ["全省", "4"],
      ["石安市", "4"],
    ]);
    expect(read.records.map((one) => one.region_name)).toEqual([null, "石安市"]);
  });
});
