import { expect, test } from "vitest";
import { entries, isTotal, stepOf } from "../../../normalizers/evidence/amount-terms.js";
import { Big } from "big.js";
import { amount, reading } from "../checks/make-reading.js";

const one = { table_kind: "budget_expenditure" } as const;

test("an amount has the finest digit that its table prints in its unit", () => {
  const amounts = [
    amount("9", one),
    amount("9.5", { ...one, row: 2 }),
    amount("9", { ...one, row: 3, unit_raw: "元", amount: "9" }),
    amount("9", { ...one, table_no: 2 }),
  ];
  expect(entries(reading({ amounts })).map(({ step }) => step.toFixed())).toEqual([
    "1000",
    "1000",
    "1",
    "10000",
  ]);
});

test.each([
  [{ label: "教育支出", code: "205" }, "教育支出"],
  [{ label: null, code: "205" }, "205"],
  [{ label: null, code: null }, ""],
])("%o is called %s", (parts, name) => {
  expect(entries(reading({ amounts: [amount("9", { ...one, ...parts })] }))).toMatchObject([
    { name },
  ]);
});

test("an amount has its form, the stage of it, and the headers above it", () => {
  const amounts = [
    amount("9", {
      table_kind: "accounts_income",
      measure_raw: "本年收入 / 合 计",
      row: 4,
      column: 3,
    }),
    amount("9", { table_kind: "unknown", measure_raw: null }),
  ];
  expect(entries(reading({ amounts }))).toMatchObject([
    {
      form: "income",
      stage: "final_accounts",
      path: ["本年收入", "合计"],
      where: { table_no: 1, row: 4, column: 3, page: 3 },
    },
    { form: null, stage: null, path: [""] },
  ]);
});

test.each([
  ["an amount", { amount: null }],
  ["a unit", { unit_raw: null }],
  ["a unit of money", { unit_raw: "台" }],
])("what was read without %s is no part of a sum", (_, parts) => {
  expect(entries(reading({ amounts: [{ ...amount("9", one), ...parts }] }))).toEqual([]);
});

test.each([
  ["9.50", "0.01"],
  ["9．5", "0.1"],
  ["9. 5", "0.1"],
  ["9", "1"],
])("the last digit of %s is %s", (raw, step) => {
  expect(stepOf(raw, new Big(1)).toFixed()).toBe(step);
});

test.each([
  ["合计", true],
  ["本年收入合计", true],
  ["小计", true],
  ["支出总计", true],
  ["合计数", false],
  [null, false],
])("%s names a total: %s", (label, total) => {
  expect(isTotal(label)).toBe(total);
});
