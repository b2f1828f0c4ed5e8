import { describe, expect, test } from "vitest";
import { classesEqualTotal } from "../../../../normalizers/checks/sums/classes-equal-total.js";
import { amount, reading, table, unable } from "../make-reading.js";
import { type Amount, codes } from "./make-tables.js";

const economic = (rows: Readonly<Record<string, string>>, parts: Partial<Amount> = {}) =>
  codes(rows, { classification: "economic", ...parts });
const totalled = (label: string, wan: string, parts: Partial<Amount> = {}) =>
  amount(wan, { table_kind: "budget_expenditure", label, row: 9, column: 5, ...parts });

describe("classes_equal_total", () => {
  test("finds a 合计 that the 类 do not make", () => {
    const amounts = codes({ 合计: "12.00", "201": "8.00", "20101": "8.00", "208": "2.00" });
    expect(classesEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { row: 4, expected: "10万元" },
    ]);
  });

  test.each([
    ["云溪县中心", 0],
    ["其他支出", 1],
  ])("leaves out the row of a unit among the 类: 218007 %s", (label, count) => {
    const amounts = [
      ...codes({ 合计: "10.00", "201": "8.00", "208": "2.00" }),
      ...codes({ "218007": "10.00" }, { label, row: 9 }),
    ];
    expect(classesEqualTotal.run(reading({ amounts })).findings).toHaveLength(count);
  });

  test("passes a 合计 that they make", () => {
    const amounts = codes({ 合计: "10.00", "201": "8.00", "20101": "8.00", "208": "2.00" });
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("passes a unit's row among the codes, which repeats the total", () => {
    const amounts = codes({ 合计: "10.00", "218007": "10.00", "201": "8.00", "208": "2.00" });
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each([
    ["2.00", 0],
    ["3.00", 1],
  ])("takes codes that go on in a column beside it to its total: %s", (last, count) => {
    const beside = { column: 8, measure_raw: "预算数" };
    const amounts = [
      ...codes(
        { 合计: "10.00", "301": "5.00", "302": "3.00", "30201": "1.00" },
        { measure_raw: "预算数" },
      ),
      ...codes({ "30211": "2.00", "303": last }, beside),
    ];
    expect(classesEqualTotal.run(reading({ amounts })).findings).toHaveLength(count);
  });

  test("only doubts a total where a code is misprinted", () => {
    const amounts = codes({ 合计: "12.00", "201": "8.00", "208505": "3.00" });
    expect(classesEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  const rows = [["科目编码", "科目名称", "合计"]];
  const inTwo = (caption: string | null) => {
    const kind = "budget_expenditure";
    const tables = [
      table({ kind, rows, printed: { caption: "支出总表" } }),
      table({ number: 2, kind, rows, printed: { caption } }),
    ];
    const first = codes({ 合计: "10.00", "201": "8.00" });
    const rest = codes({ "208": "2.00" }).map((one) => ({ ...one, table_no: 2 }));
    return classesEqualTotal.run(reading({ tables, amounts: [...first, ...rest] })).findings;
  };

  test.each([[null], ["支出总表（续）"], ["续支出总表"], ["支出总表（续表1）"], ["支出总表"]])(
    "adds up a table that goes on in the next one under %s",
    (caption) => {
      expect(inTwo(caption)).toEqual([]);
    },
  );

  test("does not add up a table with a caption of its own", () => {
    expect(inTwo("二级预算单位支出总表")).toMatchObject([{ severity: "error" }]);
  });

  test("takes 人员经费合计 and 公用经费合计 by their 类", () => {
    const amounts = [
      ...economic({ "301": "8.00", "303": "1.00" }),
      ...economic({ "302": "3.00" }, { column: 5 }),
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

  test.each([
    ["人员经费合计", "8.00"],
    ["人员经费小计", "8.00"],
    ["人员经费总计", "8.00"],
    ["公用经费小计", "7.00"],
  ])("compares %s with its 类 alone", (label, wan) => {
    const amounts = [
      ...economic({ "301": "5.00", "30101": "5.00", "302": "3.00", "303": "3.00", "310": "4.00" }),
      totalled(label, "1.00"),
    ];
    expect(classesEqualTotal.run(reading({ amounts })).findings).toMatchObject([
      { row: 9, expected: `${Number(wan)}万元`, facts: { stated: { name: label } } },
    ]);
  });

  test.each<[string, readonly Amount[]]>([
    ["a functional code", [...codes({ "301": "5.00" }), totalled("人员经费合计", "1.00")]],
    ["a 款", [...economic({ "30101": "5.00" }), totalled("人员经费合计", "1.00")]],
    ["a code of another list", [...economic({ "501": "5.00" }), totalled("公用经费合计", "1.00")]],
    ["the other 类", [...economic({ "302": "5.00" }), totalled("人员经费合计", "1.00")]],
    [
      "another table",
      [...economic({ "301": "5.00" }), totalled("人员经费合计", "1.00", { table_no: 2 })],
    ],
    [
      "a coded total",
      [...economic({ "301": "5.00" }), totalled("人员经费合计", "1.00", { code: "30199" })],
    ],
    ["日常公用经费合计", [...economic({ "302": "5.00" }), totalled("日常公用经费合计", "1.00")]],
    ["公用经费合计数", [...economic({ "302": "5.00" }), totalled("公用经费合计数", "1.00")]],
    [
      "a total printed twice",
      [
        ...economic({ "301": "5.00" }),
        totalled("人员经费合计", "1.00"),
        totalled("人员经费合计", "1.00"),
      ],
    ],
    [
      "类 printed twice",
      [
        ...economic({ "301": "5.00" }),
        ...economic({ "301": "5.00" }),
        totalled("人员经费合计", "1.00"),
      ],
    ],
    [
      "two 合计 in a column",
      [...codes({ 合计: "9.00", "201": "8.00" }), ...codes({ 合计: "9.00" })],
    ],
    [
      "a code printed twice",
      [...codes({ 合计: "9.00", "201": "8.00" }), ...codes({ "201": "1.00" })],
    ],
    ["no codes", [totalled("合计", "9.00")]],
  ])("cannot compare %s", (_, amounts) => {
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject(unable);
  });

  test.each(["合计", "总计", "本年支出合计", "支出合计", "收支总计", "本年收入合计"])(
    "takes %s for the one total of a table",
    (label) => {
      const amounts = [...codes({ "201": "8.00" }, { column: 5 }), totalled(label, "9.00")];
      expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject({ compared: 1 });
    },
  );

  test.each(["小计", "合计数", "人员合计", "本单位合计", "年支出合计"])(
    "does not take %s for it",
    (label) => {
      const amounts = [...codes({ "201": "8.00" }, { column: 5 }), totalled(label, "9.00")];
      expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject(unable);
    },
  );

  test("cannot run where rows without a code may belong to the total", () => {
    const amounts = [
      ...codes({ 合计: "12.00", "201": "8.00" }),
      amount("4.00", { table_kind: "budget_expenditure", label: "结转下年", row: 9 }),
    ];
    expect(classesEqualTotal.run(reading({ amounts }))).toMatchObject(unable);
  });
});
