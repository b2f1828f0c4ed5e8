import { describe, expect, test } from "vitest";
import { partsEqualTotal } from "../../../../normalizers/checks/sums/parts-equal-total.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

type Amount = Placed<"amounts">;

/** A row of a table of amounts: one amount a header. */
function row(name: Partial<Amount>, amounts: Readonly<Record<string, string>>): readonly Amount[] {
  return Object.entries(amounts).map(([header, wan], index) =>
    amount(wan, {
      table_kind: "budget_expenditure",
      measure: MEASURE[header.split(" / ").at(-1) ?? ""] ?? "total",
      measure_raw: header,
      column: index + 2,
      ...name,
    }),
  );
}

const MEASURE: Readonly<Record<string, Amount["measure"]>> = {
  基本支出: "basic",
  项目支出: "project",
  人员经费: "personnel",
  公用经费: "public_use",
  经营支出: "operating",
  上缴上级支出: "remittance_to_superior",
  对附属单位补助支出: "subsidy_to_subordinate",
  单位预留机动经费: "unknown",
};

describe("parts_equal_total", () => {
  test("finds a total that its columns do not make, on the total's cell", () => {
    const amounts = row(
      { row: 4, label: "行政运行" },
      { 合计: "30.00", 基本支出: "20.00", 项目支出: "8.00" },
    );
    const { compared, findings } = partsEqualTotal.run(reading({ amounts }));
    expect(compared).toBe(1);
    expect(findings).toMatchObject([
      {
        rule: "parts_equal_total",
        severity: "error",
        row: 4,
        column: 2,
        expected: "28万元",
        actual: "30万元",
      },
    ]);
  });

  test.each([
    ["basic and project", { 合计: "30.00", 基本支出: "20.00", 项目支出: "10.00" }],
    [
      "a column that no measure names",
      { 合计: "30.00", 基本支出: "20.00", 项目支出: "4.00", 单位预留机动经费: "6.00" },
    ],
    [
      "nested headers",
      {
        合计: "30.00",
        "基本支出 / 小计": "20.00",
        "基本支出 / 人员经费": "15.00",
        "基本支出 / 公用经费": "5.00",
        项目支出: "10.00",
      },
    ],
    [
      "a flat header with parts of parts",
      { 合计: "30.00", 基本支出: "20.00", 人员经费: "15.00", 公用经费: "5.00", 项目支出: "10.00" },
    ],
    [
      "every kind of expenditure beside parts of basic expenditure",
      {
        合计: "31.00",
        基本支出: "16.00",
        人员经费: "9.00",
        公用经费: "7.00",
        项目支出: "8.00",
        经营支出: "4.00",
        上缴上级支出: "2.00",
        对附属单位补助支出: "1.00",
      },
    ],
    [
      "a phase under each",
      { "合计 / 预算数": "30.00", "基本支出 / 年初预算数": "20.00", "项目支出 / 金额": "10.00" },
    ],
    ["of which, by a sign", { 合计: "30.00", 基本支出: "30.00", "#人员经费": "15.00" }],
    ["of which, by a star", { 小计: "30.00", 基本支出: "30.00", "★人员经费": "15.00" }],
    [
      "a 小计 beside its parts",
      {
        总计: "30.00",
        "基本支出 / 人员经费": "15.00",
        "基本支出 / 其中：工资": "9.00",
        "基本支出 / 小计": "30.00",
        "基本支出 / 公用经费": "15.00",
      },
    ],
    [
      "a group without a 小计",
      {
        总计: "30.00",
        "基本支出 / 人员经费": "15.00",
        "基本支出 / 其中：工资": "9.00",
        "基本支出 / 公用经费": "15.00",
      },
    ],
    ["of which", { 合计: "30.00", 基本支出: "30.00", "其中：人员经费": "15.00" }],
    ["rounding", { 合计: "30.01", 基本支出: "20.00", 项目支出: "10.00" }],
    [
      "a common root",
      { "预算数 / 合计": "30.00", "预算数 / 基本支出": "20.00", "预算数 / 项目支出": "10.00" },
    ],
  ])("passes %s", (_, amounts) => {
    const result = partsEqualTotal.run(reading({ amounts: row({}, amounts) }));
    expect(result.compared).toBeGreaterThan(0);
    expect(result.findings).toEqual([]);
  });

  test("finds a 小计 that its own columns do not make", () => {
    const amounts = row(
      {},
      {
        合计: "30.00",
        "基本支出 / 小计": "20.00",
        "基本支出 / 人员经费": "15.00",
        "基本支出 / 公用经费": "9.00",
        项目支出: "10.00",
      },
    );
    expect(partsEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { column: 3, expected: "24万元" },
    ]);
  });

  test("quotes columns by their headers, and says where the parts stand", () => {
    const amounts = row(
      { row: 4, label: "行政运行" },
      {
        "预算数 / 一般公共预算 / 小计": "30.00",
        "预算数 / 一般公共预算 / 基本支出": "20.00",
        "预算数 / 一般公共预算 / 项目支出": "8.00",
      },
    );
    expect(partsEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      {
        facts: {
          stated: { name: "一般公共预算/小计" },
          parts: [{ name: "一般公共预算/基本支出" }, { name: "一般公共预算/项目支出" }],
        },
        related: [
          { row: 4, column: 3 },
          { row: 4, column: 4 },
        ],
      },
    ]);
  });

  test("names an amount without headers by its row", () => {
    const amounts = row({ label: "行政运行" }, { "": "9.00", 合计: "30.00" });
    expect(partsEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { facts: { stated: { name: "合计" }, parts: [{ name: "行政运行" }] } },
    ]);
  });

  test.each([
    ["basic", { 基本支出: "20.00", 人员经费: "15.00", 公用经费: "4.00" }, "19万元"],
    [
      "basic in a total",
      { 合计: "20.00", 基本支出: "20.00", 人员经费: "15.00", 公用经费: "4.00" },
      "19万元",
    ],
  ])(
    "finds %s expenditure that 人员经费 and 公用经费 beside it do not make",
    (_, amounts, expected) => {
      expect(partsEqualTotal.run(reading({ amounts: row({}, amounts) })).findings).toMatchObject([
        { expected },
      ]);
    },
  );

  test.each<[string, Readonly<Record<string, string>>]>([
    ["two totals", { 合计: "30.00", 总计: "30.00", 基本支出: "20.00" }],
    ["a total and what is of which", { 合计: "30.00", "其中：基本支出": "20.00" }],
    ["basic without 公用经费", { 基本支出: "30.00", 人员经费: "20.00" }],
    ["basic without 人员经费", { 基本支出: "30.00", 公用经费: "20.00" }],
    ["a header that is no total", { 合计数: "30.00", 基本支出: "20.00" }],
  ])("cannot run on %s", (_, amounts) => {
    expect(partsEqualTotal.run(reading({ amounts: row({}, amounts) }))).toMatchObject(unable);
  });

  test.each<[string, Partial<Amount>]>([
    ["tables", { table_no: 2 }],
    ["rows", { row: 2 }],
    ["halves", { side: "income" }],
    ["phases", { phase: "previous" }],
    ["codes of a half that goes on beside itself", { code: "205" }],
    ["labels of a half that goes on beside itself", { label: "教育支出" }],
  ])("does not add up amounts of different %s", (_, other) => {
    const [total, basic] = row({ label: "行政运行" }, { 合计: "30.00", 基本支出: "20.00" });
    const amounts = [total, basic].flatMap((one) => one ?? []);
    const apart = amounts.map((one, index) => (index === 1 ? { ...one, ...other } : one));
    expect(partsEqualTotal.run(reading({ amounts: apart }))).toMatchObject(unable);
  });

  test("adds up items that stand across, each named by its header", () => {
    const amounts = ["合计", "接待费", "出国费"].map((label, index) =>
      amount(index === 0 ? "30.00" : "10.00", {
        table_kind: "budget_three_public",
        label,
        measure_raw: label,
        column: index + 1,
      }),
    );
    expect(partsEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { column: 1, expected: "20万元" },
    ]);
  });

  test("cannot run without parts", () => {
    const amounts = row({}, { 合计: "30.00" });
    expect(partsEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 0,
      unable: { en: "no row prints both a total and its parts" },
    });
  });
});
