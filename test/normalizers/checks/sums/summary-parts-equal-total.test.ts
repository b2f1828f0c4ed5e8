import { describe, expect, test } from "vitest";
import { summaryPartsEqualTotal } from "../../../../normalizers/checks/sums/summary-parts-equal-total.js";
import { amount, reading, unable } from "../make-reading.js";
import { CLEAN, summary } from "./make-tables.js";

type Line = readonly [label: string, wan: string];
const OWN: Line = ["一、财政拨款", "9.00"];

/** The one half of a summary: labels and amounts, down to its total. */
const half = (...rows: readonly Line[]) =>
  summaryPartsEqualTotal.run(summary(rows.map(([label, wan]) => [label, wan, "", ""])));

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

  test.each<[string, readonly Line[], string]>([
    ["1. numbers", [OWN, ["1. 一般公共预算", "9.00"]], "9.00"],
    ["1、 numbers", [OWN, ["1、一般公共预算", "9.00"]], "9.00"],
    ["circled numbers", [OWN, ["①一般公共预算", "9.00"]], "9.00"],
    ["brackets", [OWN, ["(一)一般公共预算", "9.00"]], "9.00"],
    ["其中", [OWN, ["其中：一般公共预算", "9.00"]], "9.00"],
    [
      "numbers in full",
      [
        ["十一、财政拨款", "9.00"],
        ["十二．其他", "1.00"],
      ],
      "10.00",
    ],
    ["no number", [OWN, ["其他收入", "1.00"]], "10.00"],
    [
      "no numbers at all",
      [
        ["财政拨款", "9.00"],
        ["其他收入", "1.00"],
      ],
      "10.00",
    ],
    [
      "no numbers and a breakdown",
      [
        ["财政拨款", "9.00"],
        ["一般公共预算", "4.00"],
        ["基金预算", "5.00"],
        ["其他收入", "1.00"],
      ],
      "10.00",
    ],
    [
      "a breakdown that is nothing",
      [
        ["财政拨款", "0"],
        ["基金预算", "0"],
        ["其他收入", "2.00"],
      ],
      "2.00",
    ],
  ])("adds up items with %s", (_, items, sum) => {
    expect(half(...items, ["收入合计", sum])).toMatchObject({ compared: 1, findings: [] });
  });

  test.each<[string, readonly Line[], string]>([
    [
      "a breakdown that is more",
      [
        ["财政拨款", "9.00"],
        ["一般公共预算", "4.00"],
      ],
      "13万元",
    ],
    ["two items of one amount", [OWN, ["二、其他收入", "9.00"]], "18万元"],
  ])("finds that items do not make their total: %s", (_, items, expected) => {
    expect(half(...items, ["收入合计", "30.00"]).findings).toMatchObject([
      { column: 1, expected, related: items.map((_one, index) => ({ row: index + 1, column: 1 })) },
    ]);
  });

  test.each([
    [12, 12],
    [13, 0],
  ])("takes a table with %d totals for a summary: %d comparisons", (totals, compared) => {
    const rows = Array.from({ length: totals }, (): readonly Line[] => [
      ["收入", "1.00"],
      ["合计", "1.00"],
    ]);
    expect(half(...rows.flat())).toMatchObject({ compared });
  });

  test("cannot run on items without a total, or a total without items above it", () => {
    expect(half(["一、财政拨款", "9.00"])).toMatchObject(unable);
    expect(half(["收入合计", "9.00"], ["一、财政拨款", "9.00"])).toMatchObject(unable);
  });

  test("compares items of 支出用途 with the total beside them", () => {
    const one = summary([["", "", "支出总计", "12.00"]]);
    const use = amount("11.00", {
      table_kind: "budget_summary",
      label: "基本支出",
      row: 0,
      column: 5,
      measure_raw: "支出 / 预算数",
    });
    const { findings } = summaryPartsEqualTotal.run({ ...one, amounts: [...one.amounts, use] });
    expect(findings).toMatchObject([{ row: 1, column: 3, expected: "11万元" }]);
    for (const other of [{ side: "income" }, { measure: "basic" }, { table_no: 2 }] as const)
      expect(
        summaryPartsEqualTotal.run({ ...one, amounts: [...one.amounts, { ...use, ...other }] }),
      ).toMatchObject(unable);
  });

  test("cannot run without a summary", () => {
    expect(summaryPartsEqualTotal.run(reading({}))).toMatchObject(unable);
  });
});
