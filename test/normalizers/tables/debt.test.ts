import { describe, expect, test } from "vitest";
import { kindOfTable } from "../../../normalizers/forms/kind-of-table.js";
import { kinds } from "../../../normalizers/forms/table-kinds.js";
import { printTable, unread, withoutSpans } from "./print-table.js";

/** What is read of a table of debt by its caption and rows. */
function debtIn(caption: string, rows: readonly (readonly string[])[], unit = "亿元") {
  const table = printTable(rows, { above: [caption, `单位：${unit}`] });
  const kind = kindOfTable(table, kinds).value;
  const reading = kind?.read(table) ?? { ledger: [], findings: [] };
  return {
    caption: table.caption,
    kind: kind?.kind,
    records: reading.debt ?? [],
    rules: [...new Set(reading.findings.map(({ rule }) => rule))],
    open: unread(reading),
  };
}

/** Records in short: region, scope, year, kind, measure, phase, amount. */
const inShort = ({ records }: ReturnType<typeof debtIn>) =>
  records.map((one) =>
    [
      one.region_name,
      one.region_scope,
      one.fiscal_year,
      one.debt_kind,
      one.measure,
      one.phase,
      one.amount,
    ].join(" "),
  );

const byRegion = [
  ["地   区", "2024年债务限额", "<", "<", "2024年债务余额（决算数）", "<", "<"],
  ["^", "", "一般债务", "专项债务", "", "一般债务", "专项债务"],
  ["公   式", "A=B+C", "B", "C", "D=E+F", "E", "F"],
  ["栖云省", "300.00", "120.00", "180.00", "280.50", "115.50", "165.00"],
  ["栖云省本级", "60.00", "30.00", "30.00", "55.50", "28.50", "27.00"],
  ["市县小计", "240.00", "90.00", "150.00", "225.00", "87.00", "138.00"],
  ["青岚市", "140.00", "50.00", "90.00", "130.00", "48.00", "82.00"],
  ["青岚市本级", "80.00", "30.00", "50.00", "75.00", "29.00", "46.00"],
  ["白石县", "60.00", "20.00", "40.00", "55.00", "19.00", "36.00"],
  ["柳溪市", "100.00", "40.00", "60.00", "95.00", "39.00", "56.00"],
];

describe("limit and balance, a region a row", () => {
  test.each(["43栖云省2024年", "43 栖云省2024年", "栖云省2024年"])(
    "%s: seven regions with six amounts each",
    (start) => {
      const read = debtIn(`${start}地方政府债务限额及余额决算情况表`, byRegion);
      expect(read.caption).toBe("栖云省2024年地方政府债务限额及余额决算情况表");
      expect(read.kind).toBe("debt_limit_balance");
      expect(read.records).toHaveLength(42);
      expect(read.open).toEqual([]);
      expect(read.rules).toEqual([]);
      expect(inShort(read)).toEqual(
        expect.arrayContaining([
          "栖云省 whole 2024 total limit accounts 30000000000",
          "栖云省 own 2024 general balance accounts 2850000000",
          "栖云省 subordinate 2024 special balance accounts 13800000000",
          "青岚市 whole 2024 special limit accounts 9000000000",
          "青岚市 own 2024 special limit accounts 5000000000",
          "白石县 whole 2024 total balance accounts 5500000000",
          "柳溪市 whole 2024 total limit accounts 10000000000",
        ]),
      );
    },
  );

  test("a city whose row stands beside its counties holds its own debt alone", () => {
    const beside = byRegion.map((row) =>
      row[0] === "青岚市" ? ["青岚市", "80.00", "30.00", "50.00", "75.00", "29.00", "46.00"] : row,
    );
    const read = debtIn(
      "栖云省2024年地方政府债务限额及余额决算情况表",
      beside.filter(([label]) => label !== "青岚市本级"),
    );
    expect(inShort(read)).toContain("青岚市 own 2024 total limit accounts 8000000000");
    expect(read.rules).toEqual([]);
  });

  test("where the rows show neither, the scope is open and told", () => {
    const neither = byRegion.map((row) =>
      row[0] === "白石县" ? ["白石县", "1", "1", "0", "1", "1", "0"] : row,
    );
    const read = debtIn("栖云省2024年地方政府债务限额及余额决算情况表", [
      ...neither,
      ["和平市", "9", "9", "0", "9", "9", "0"],
    ]);
    expect(read.rules).toEqual(["region_scope_open"]);
    expect(inShort(read)).toContain("青岚市  2024 total limit accounts 14000000000");
  });

  test("kinds may stand outside, each with years of its own", () => {
    const read = debtIn(
      "2022年黑龙江省地方政府债务限额和余额情况表（分地区）",
      [
        ["项目", "一般债务", "<", "<", "专项债务", "<", "<"],
        [
          "^",
          "2021年末余额",
          "2022年限额",
          "2022年末余额",
          "2021年末余额",
          "2022年限额",
          "2022年末余额",
        ],
        ["全省", "10", "12", "11", "20", "24", "22"],
        ["省本级", "4", "5", "4", "8", "9", "8"],
        ["地市合计", "6", "7", "7", "12", "15", "14"],
        ["鸡西市", "6", "7", "7", "12", "15", "14"],
      ],
      "万元",
    );
    expect(inShort(read).slice(-3)).toEqual([
      "鸡西市 whole 2021 special balance  120000",
      "鸡西市 whole 2022 special limit  150000",
      "鸡西市 whole 2022 special balance  140000",
    ]);
    expect(read.records.at(-1)).toMatchObject({ region_code: "230300", region_raw: "鸡西市" });
    expect(read.open).toEqual([]);
  });

  test("a zone of the province below the last city is no part of it", () => {
    const read = debtIn("河北省2021年地方政府债务余额情况表", [
      ["地区", "2021年余额"],
      ["衡水市", "30"],
      ["桃城区", "10"],
      ["冀州区", "20"],
      ["雄安新区", "40"],
    ]);
    expect(read.records.map((one) => `${one.region_code} ${one.region_scope}`)).toEqual([
      "131100 whole",
      "131102 whole",
      "131103 whole",
      "null whole",
    ]);
  });

  test("a table that names no region is of the one that holds all its rows", () => {
    const read = debtIn("2024年全市政府一般债务分地区限额余额表", [
      ["地区", "2024年限额", "2024年余额"],
      ["宜昌市", "30", "20"],
      ["宜昌市级", "10", "5"],
      ["西陵区", "20", "15"],
    ]);
    expect(read.records.map((one) => `${one.region_code} ${one.region_scope}`)).toEqual([
      "420500 whole",
      "420500 whole",
      "420500 own",
      "420500 own",
      "420502 whole",
      "420502 whole",
    ]);
  });

  test("a city beside cities of its province is whole only where the rows show it", () => {
    const read = debtIn("2024年政府债务余额情况表", [
      ["地区", "2024年余额"],
      ["宜昌市", "30"],
      ["荆门市", "20"],
      ["武汉市", "50"],
    ]);
    expect(read.records.map((one) => one.region_scope)).toEqual([null, null, null]);
    expect(read.rules).toEqual(["region_scope_open"]);
  });

  test("a city that is called as its province is not the province", () => {
    const read = debtIn("吉林省2021年地方政府债务限额情况表", [
      ["地区", "2021年债务限额"],
      ["吉林省", "30"],
      ["吉林市", "30"],
      ["吉林市本级", "20"],
      ["永吉县", "10"],
    ]);
    expect(read.records.map((one) => one.region_code)).toEqual([
      "220000",
      "220200",
      "220200",
      "220221",
    ]);
  });

  test("limits taken back and adjusted have no measure: they are reported, not read as limits", () => {
    const read = debtIn("栖云市2025年地方政府债务限额分地区情况表", [
      ["地区", "2025年省级收回政府债务限额", "2025年政府债务调整限额", "2025年政府债务限额"],
      ["栖云市", "-2", "1", "30"],
      ["市本级", "-2", "1", "30"],
    ]);
    expect(inShort(read)).toEqual([
      "栖云市 whole 2025 total limit  3000000000",
      "栖云市 own 2025 total limit  3000000000",
    ]);
    expect(read.open).toEqual(["1/1", "1/2", "2/1", "2/2"]);
    expect(read.rules).toEqual(["debt_meaning_open"]);
  });
});

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

test("a table without merged cells is read the same, or is open", () => {
  const caption = "栖云省2024年地方政府债务限额及余额决算情况表";
  const whole = new Set(inShort(debtIn(caption, byRegion)));
  const read = inShort(debtIn(caption, withoutSpans(byRegion)));
  expect(read.filter((one) => !whole.has(one))).toEqual([]);
});
