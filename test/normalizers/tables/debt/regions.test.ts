import { describe, expect, test } from "vitest";
import { withoutSpans } from "../print-table.js";
import { debtIn, inShort } from "./debt-in.js";

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

test("a table without merged cells is read the same, or is open", () => {
  const caption = "栖云省2024年地方政府债务限额及余额决算情况表";
  const whole = new Set(inShort(debtIn(caption, byRegion)));
  const read = inShort(debtIn(caption, withoutSpans(byRegion)));
  expect(read.filter((one) => !whole.has(one))).toEqual([]);
});

describe("names of regions that are hard to read", () => {
  test("the last character of a wrapped name may stand in front of the next one", () => {
    const read = debtIn("海南省2021年地方政府债务限额及余额预算情况表", [
      ["地区", "2021年债务限额"],
      ["保亭黎族苗族自治", "15.42"],
      ["县琼中黎族苗族自治县", "38.71"],
      ["洋浦开发区", "51.60"],
    ]);
    expect(read.records.map((one) => `${one.region_raw} ${one.region_code}`)).toEqual([
      "保亭黎族苗族自治县 469029",
      "琼中黎族苗族自治县 469030",
      "洋浦开发区 null",
    ]);
  });

  test("a name may hold another one in brackets", () => {
    const read = debtIn("栖云省2024年地方政府债务限额情况表", [
      ["地区", "2024年债务限额"],
      ["青岚（白石-柳溪）合作示范区", "1.50"],
      ["青岚市", "2.50"],
      ["柳溪市", "3.50"],
    ]);
    expect(read.open).toEqual([]);
    expect(read.records[0]?.region_name).toBe("青岚（白石-柳溪）合作示范区");
  });
});
