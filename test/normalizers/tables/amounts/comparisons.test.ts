import { describe, expect, test } from "vitest";
import { comparisonOf } from "../../../../normalizers/tables/amounts/measures.js";
import { read, type Rows } from "./read-amounts.js";

const ABOVE = ["2024年云溪市一般公共预算支出表", "单位：万元"];
const HEADER: Rows = [
  ["项目", "2023年执行数", "<", "2024年预算数", "比上年增减", "<"],
  ["^", "金额", "占调整预算", "^", "金额", "%"],
];
const BODY: Rows = [
  ["教育支出", "90", "99.2%", "100", "10", "11.1"],
  ["卫生健康支出", "50", "—", "40", "-10", "-20.0"],
];

/** Label, measure, yuan or percentage of each row. */
const records = (said: { readonly scope?: "government" }) =>
  (read(ABOVE, [...HEADER, ...BODY], said).amounts ?? []).map((a) =>
    [a.label, a.measure, a.amount ?? `${a.value}${a.value_unit}`].join(" "),
  );

describe("columns that compare", () => {
  test("a change is no total, and percentages are no money", () => {
    expect(records({ scope: "government" })).toEqual([
      "教育支出 total 900000",
      "教育支出 total 1000000",
      "教育支出 change 100000",
      "教育支出 percent_of_adjusted_budget 99.2%",
      "教育支出 change_percent 11.1%",
      "卫生健康支出 total 500000",
      "卫生健康支出 total 400000",
      "卫生健康支出 change -100000",
      "卫生健康支出 change_percent -20%",
    ]);
  });

  test("the percentages of a department's table are put aside with their reason", () => {
    expect(records({}).filter((record) => record.includes("%"))).toEqual([]);
    const { ledger } = read(ABOVE, [...HEADER, ...BODY]);
    expect(ledger.filter(({ reason }) => reason === "percentage")).toHaveLength(4);
  });

  test.each([
    [["2026年预算比2025年预算增减", "金额"], false, "change"],
    [["2026年预算比2025年预算增减", "%"], false, "change_percent"],
    [["比上年增减额"], false, "change"],
    [["增长率"], false, "change_percent"],
    [["比上年增减"], true, "change_percent"],
    [["比上年增减"], false, null],
    [["为上年决算数的%"], false, "percent_of_previous"],
    [["完成调整预算的%"], false, "percent_of_adjusted_budget"],
    [["2025年执行数", "占预算%"], false, "percent_of_budget"],
    [["占合计的比重"], false, "share"],
    [["调整预算数"], false, null],
    [["调整预算完成数"], false, null],
    [["合计"], false, null],
  ])("%j (percent signs: %s): %s", (path, printsPercent, expected) => {
    expect(comparisonOf(path, printsPercent)).toBe(expected);
  });
});
