import { describe, expect, test } from "vitest";
import { encodeAmounts } from "../../../normalizers/concepts/encode.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, reading } from "../checks/make-reading.js";

type Amount = Placed<"amounts">;
type Line = readonly [depth: number | null, label: string, parent: number | null];

const codes = (amounts: readonly Amount[]) =>
  encodeAmounts(reading({ amounts })).amounts.map(({ code_inferred: code }) => code);

/** Rows of a government's expenditure, each with its depth, label and the row that it is a part of. */
const rows = (lines: readonly Line[], parts: Partial<Amount> = {}) =>
  lines.map(([depth, label, parent], row) =>
    amount("10", {
      table_kind: "gov_general_public_expenditure",
      account: "general_public",
      row,
      label,
      depth,
      parent_row: parent,
      ...parts,
    }),
  );

const primary = (amounts: readonly Amount[]) =>
  encodeAmounts(reading({ amounts })).amounts.map((one) => one.is_primary);

const healthOfTheOld = (year: number) =>
  codes(rows([[null, "老龄卫生健康事务（款）", null]], { fiscal_year: year }));

describe("codes of rows that print official names alone", () => {
  test("one 行政运行 is told from another by the 款 above it", () => {
    const list = rows([
      [0, "一般公共服务支出", null],
      [1, "人大事务", 0],
      [2, "行政运行", 1],
      [1, "政协事务", 0],
      [2, "行政运行", 3],
    ]);
    expect(codes(list)).toEqual(["201", "20101", "2010101", "20102", "2010201"]);
  });

  test("项 and 款 of one name are told apart by their depth", () => {
    const list = rows([
      [0, "教育支出", null],
      [1, "其他教育支出", 0],
      [2, "其他教育支出", 1],
    ]);
    expect(codes(list)).toEqual(["205", "20599", "2059999"]);
  });

  test("two rows of one parent have no code where both would have the same", () => {
    const list = rows([
      [0, "教育支出", null],
      [1, "其他教育支出", 0],
      [1, "其他教育支出", 0],
    ]);
    expect(codes(list)).toEqual(["205", null, null]);
  });

  test("a label may say its level itself", () => {
    const list = rows([
      [null, "铁路运输（款）", null],
      [null, "铁路运输（项）", null],
    ]);
    expect(codes(list)).toEqual(["21402", "2149802"]);
  });

  test("a sum of the whole table is no part of the path", () => {
    const list = rows([
      [0, "支出合计", null],
      [1, "教育支出", 0],
      [2, "普通教育", 1],
    ]);
    expect(codes(list)).toEqual([null, "205", "20502"]);
  });

  test("below a name that is not official nothing is inferred", () => {
    const list = rows([
      [0, "青岚湖治理", null],
      [1, "小学教育", 0],
    ]);
    expect(codes(list)).toEqual([null, null]);
  });

  test("where the depth is not shown a name has to be the only one", () => {
    const list = rows([
      [null, "人大事务", null],
      [null, "行政运行", null],
      [null, "人大会议", null],
    ]);
    expect(codes(list)).toEqual(["20101", null, "2010104"]);
  });

  test("a withdrawn code is inferred in its years alone", () => {
    expect([healthOfTheOld(2025), healthOfTheOld(2026)]).toEqual([["21016"], [null]]);
  });

  test("economic classes of departments and of governments are told by the table's other rows", () => {
    const basic = { table_kind: "budget_general_public_basic" } as const;
    const list = ["机关工资福利支出", "住房公积金", "其他工资福利支出"].map((label, row) =>
      amount("10", { ...basic, row, label }),
    );
    expect(codes(list)).toEqual(["501", "50103", "50199"]);
    const own = ["基本工资", "奖金", "其他工资福利支出"].map((label, row) =>
      amount("10", { ...basic, row, label }),
    );
    expect(codes(own)).toEqual(["30101", "30103", "30199"]);
  });

  test("two halves of a table have rows of the same number", () => {
    const basic = { table_kind: "budget_general_public_basic", row: 3 } as const;
    const list = [
      amount("10", { ...basic, label: "基本工资" }),
      amount("3", { ...basic, label: "办公费", column: 3 }),
    ];
    expect(codes(list)).toEqual(["30101", "30201"]);
  });

  test("a printed code is no inferred one, and a parent with one tells those below it", () => {
    const list = rows([
      [0, "一般公共服务支出", null],
      [1, "人大", 0],
      [2, "行政运行", 1],
    ]).map((one, row) =>
      row === 1 ? { ...one, code: "20101", classification: "function" as const } : one,
    );
    expect(codes(list)).toEqual(["201", null, "2010101"]);
  });

  test("income and tables of no classified rows have none", () => {
    const kind = { table_kind: "gov_projects" } as const;
    expect(codes([amount("3", { ...kind, label: "教育支出" })])).toEqual([null]);
    expect(codes(rows([[0, "教育支出", null]], { side: "income" }))).toEqual([null]);
  });

  test("the row that prints a code states it better than one that only has its name", () => {
    const named = rows([[0, "教育支出", null]]);
    const coded = named.map((one) => ({
      ...one,
      table_no: 2,
      code: "205",
      classification: "function" as const,
    }));
    expect(primary([...named, ...coded])).toEqual([false, true]);
    expect(primary(named)).toEqual([true]);
  });
});
