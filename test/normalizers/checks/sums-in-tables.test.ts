import { describe, expect, test } from "vitest";
import { childrenEqualParent } from "../../../normalizers/checks/sums/children-equal-parent.js";
import { classesEqualTotal } from "../../../normalizers/checks/sums/classes-equal-total.js";
import { partsEqualTotal } from "../../../normalizers/checks/sums/parts-equal-total.js";
import { incomeEqualsExpenditure } from "../../../normalizers/checks/sums/income-equals-expenditure.js";
import { summaryPartsEqualTotal } from "../../../normalizers/checks/sums/summary-parts-equal-total.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, reading, table } from "./make-reading.js";

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

  test("cannot run without parts", () => {
    const amounts = row({}, { 合计: "30.00" });
    expect(partsEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 0,
      unable: { en: "no row prints both a total and its parts" },
    });
  });
});

/** Rows of codes in one column. */
function codes(
  amounts: Readonly<Record<string, string>>,
  parts: Partial<Amount> = {},
): readonly Amount[] {
  return Object.entries(amounts).map(([code, wan], index) =>
    amount(wan, {
      table_kind: "budget_expenditure",
      classification: "function",
      code: code === "合计" ? null : code,
      label: code === "合计" ? code : "科目",
      level: code === "合计" ? null : (code.length - 1) / 2,
      row: index + 1,
      ...parts,
    }),
  );
}

describe("children_equal_parent", () => {
  test("finds a 款 that its 项 do not make", () => {
    const amounts = codes({ "201": "9.00", "20101": "9.00", "2010101": "5.00", "2010102": "3.00" });
    expect(childrenEqualParent.run(reading({ amounts })).findings).toMatchObject([
      {
        row: 2,
        expected: "8万元",
        actual: "9万元",
        facts: { stated: { name: expect.stringContaining("20101") } },
      },
    ]);
  });

  test("passes sums, also where the 款 is not printed", () => {
    const amounts = codes({ "201": "8.00", "2010101": "5.00", "2010202": "3.00", "208": "2.00" });
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("leaves alone a table that prints the codes of several units", () => {
    const amounts = [
      ...codes({ "201": "8.00", "20101": "3.00" }),
      ...codes({ "201": "4.00", "20101": "4.00" }),
    ];
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject({
      compared: 0,
      findings: [],
    });
  });

  test("cannot run without codes", () => {
    expect(childrenEqualParent.run(reading({}))).toMatchObject({
      compared: 0,
      unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
    });
  });
});

describe("classes_equal_total", () => {
  test("finds a 合计 that the 类 do not make", () => {
    const amounts = codes({ 合计: "12.00", "201": "8.00", "20101": "8.00", "208": "2.00" });
    expect(classesEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { row: 4, expected: "10万元" },
    ]);
  });

  test("passes a 合计 that they make", () => {
    const amounts = codes({ 合计: "10.00", "201": "8.00", "20101": "8.00", "208": "2.00" });
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("takes 人员经费合计 and 公用经费合计 by their 类", () => {
    const economic = { classification: "economic" } as const;
    const amounts = [
      ...codes({ "301": "8.00", "303": "1.00" }, economic),
      ...codes({ "302": "3.00" }, { ...economic, column: 5 }),
      amount("9.00", { table_kind: "budget_general_public_basic", label: "人员经费合计", row: 9 }),
      amount("4.00", {
        table_kind: "budget_general_public_basic",
        label: "公用经费合计",
        row: 9,
        column: 5,
      }),
    ];
    expect(classesEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { column: 5, expected: "3万元" },
    ]);
  });

  test("cannot run where rows without a code may belong to the total", () => {
    const amounts = [
      ...codes({ 合计: "12.00", "201": "8.00" }),
      amount("4.00", { table_kind: "budget_expenditure", label: "结转下年", row: 9 }),
    ];
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 0,
      unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
    });
  });
});

/** A 收支总表 with the items of each half. */
function summary(rows: readonly (readonly [string, string, string, string])[]) {
  const one = table({
    kind: "budget_summary",
    rows: [["项目", "预算数", "项目", "预算数"], ...rows],
  });
  const amounts = rows.flatMap(([income, earned, spending, spent], index) => [
    ...(earned === ""
      ? []
      : [summaryAmount(earned, { label: income, row: index + 1, side: "income" })]),
    ...(spent === ""
      ? []
      : [summaryAmount(spent, { label: spending, row: index + 1, side: "expenditure" })]),
  ]);
  return reading({ tables: [one], amounts });
}

function summaryAmount(
  wan: string,
  { label, ...at }: Pick<Amount, "label" | "row" | "side">,
): Amount {
  const { side } = at;
  return amount(wan, {
    table_kind: "budget_summary",
    label: (label ?? "").replace(/^(?:[一二三]、|（一）|其中：)/u, ""),
    ...at,
    column: side === "income" ? 1 : 3,
    measure_raw: side === "income" ? "收入 / 预算数" : "支出 / 预算数",
  });
}

const CLEAN = [
  ["一、财政拨款收入", "9.00", "一、一般公共服务支出", "8.00"],
  ["（一）一般公共预算", "9.00", "二、住房保障支出", "2.00"],
  ["二、其他收入", "1.00", "", ""],
  ["本年收入合计", "10.00", "本年支出合计", "10.00"],
  ["上年结转", "2.00", "结转下年", "2.00"],
  ["收入总计", "12.00", "支出总计", "12.00"],
] as const;

describe("summary_parts_equal_total", () => {
  test("passes numbered items with parts of their own, and what is carried over", () => {
    expect(summaryPartsEqualTotal.run(summary(CLEAN))).toMatchObject({ compared: 4, findings: [] });
  });

  test("finds a half whose items do not make its total", () => {
    const rows = CLEAN.map((line, index) =>
      index === 1 ? (["（一）一般公共预算", "9.00", "二、住房保障支出", "3.00"] as const) : line,
    );
    expect(summaryPartsEqualTotal.run(summary(rows)).findings).toMatchObject([
      { row: 4, column: 3, expected: "11万元", actual: "10万元" },
    ]);
  });

  test("cannot run without a summary", () => {
    expect(summaryPartsEqualTotal.run(reading({}))).toMatchObject({
      compared: 0,
      unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
    });
  });
});

describe("income_equals_expenditure", () => {
  test("passes equal totals and leaves 本年 totals alone", () => {
    expect(incomeEqualsExpenditure.run(summary(CLEAN))).toMatchObject({
      compared: 1,
      findings: [],
    });
    expect(incomeEqualsExpenditure.run(summary(CLEAN.slice(0, 4)))).toMatchObject({ compared: 0 });
  });

  test("finds totals that differ", () => {
    const rows = CLEAN.map((line, index) =>
      index === 5 ? (["收入总计", "12.00", "支出总计", "13.00"] as const) : line,
    );
    expect(incomeEqualsExpenditure.run(summary(rows)).findings).toMatchObject([
      { row: 6, column: 3, expected: "12万元", actual: "13万元" },
    ]);
  });
});
