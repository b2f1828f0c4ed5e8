import { describe, expect, test } from "vitest";
import { encodeAmounts } from "../../../normalizers/concepts/encode.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, reading } from "../checks/make-reading.js";

type Amount = Placed<"amounts">;

function encoded(amounts: readonly Amount[]): readonly Amount[] {
  return encodeAmounts(reading({ amounts })).amounts;
}

const conceptOf = (one: Amount, beside: readonly Amount[] = []) =>
  encoded([one, ...beside])[0]?.concept ?? null;

const total = { table_kind: "budget_summary", row: 9 } as const;

describe("one concept, whatever its layout", () => {
  test.each([
    ["a column of 支出总表", { table_kind: "budget_expenditure", measure: "project" }],
    ["a row of 收支总表", { table_kind: "budget_summary", label: "项目支出" }],
    [
      "a column of 收支总表",
      { table_kind: "budget_summary", label: "支出总计", measure: "project" },
    ],
    [
      "an item across the header",
      { table_kind: "budget_expenditure", label: "项目支出", measure: "project" },
    ],
  ] as const)("项目支出 as %s", (_, parts) => {
    expect(conceptOf(amount("10", parts))).toBe("expenditure_project");
  });

  test("支出合计 is the total only where no 支出总计 stands beside it", () => {
    const sum = amount("10", { table_kind: "budget_summary", label: "支出合计" });
    expect(conceptOf(sum)).toBe("expenditure_total");
    expect(conceptOf(sum, [amount("12", { ...total, label: "支出总计" })])).toBe(
      "expenditure_current",
    );
  });

  test("a fund's share of a 总计 that holds what is carried on is no expenditure", () => {
    const share = {
      table_kind: "budget_appropriation_summary",
      label: "支出总计",
      measure: "general_public",
    } as const;
    const carried = { table_kind: "budget_appropriation_summary", row: 8 } as const;
    expect(conceptOf(amount("10", share))).toBe("expenditure_general_public");
    expect(conceptOf(amount("10", share), [amount("1", { ...carried, label: "结转下年" })])).toBe(
      null,
    );
  });

  test("国有资本经营收入 among the income of 一般公共预算 is not the whole of it", () => {
    const own = {
      table_kind: "gov_general_public_income",
      side: "income",
      account: "general_public",
      item_code: "income_own",
    } as const;
    expect(conceptOf(amount("10", { ...own, label: "本年收入合计" }))).toBe(
      "income_general_public",
    );
    expect(conceptOf(amount("1", { ...own, label: "国有资本经营收入" }))).toBe(null);
  });

  test("a classified item has a code and its official name, and no concept", () => {
    const item = {
      table_kind: "budget_expenditure",
      classification: "function",
      code: "2080505",
      label: "养老保险缴费",
    } as const;
    expect(encoded([amount("3", item)])[0]).toMatchObject({
      concept: null,
      code_name: "机关事业单位基本养老保险缴费支出",
      code_inferred: null,
    });
  });

  test("a 类 that a summary names alone has its code inferred", () => {
    const named = amount("3", { table_kind: "budget_summary", label: "社会保障和就业支出" });
    expect(encoded([named])[0]).toMatchObject({ code: null, code_inferred: "208" });
  });
});

const primaries = (amounts: readonly Amount[]) =>
  encoded(amounts).flatMap((one, at) => (one.is_primary ? [at] : []));

describe("the row that states it best", () => {
  test("stands in the concept's own table, not in the summary above", () => {
    const summary = amount("10", { table_kind: "budget_summary", label: "项目支出" });
    const own = amount("10", { table_kind: "budget_expenditure", measure: "project", table_no: 3 });
    expect(primaries([summary, own])).toEqual([1]);
  });

  test("is one for each phase", () => {
    const fees = { table_kind: "accounts_three_public", item: "total" } as const;
    const budget = amount("10", fees);
    expect(primaries([budget, amount("9", { ...fees, phase: "accounts", column: 2 })])).toEqual([
      0, 1,
    ]);
  });

  test("is what the rows of other units add up to, and none where nothing tells", () => {
    const fees = { table_kind: "budget_three_public", item: "total" } as const;
    const units = [amount("10", { ...fees, row: 2 }), amount("6", { ...fees, row: 3 })];
    expect(primaries(units)).toEqual([]);
    expect(primaries([...units, amount("16", fees)])).toEqual([2]);
  });

  test("gives a code in the table of most money", () => {
    const code = { classification: "function", code: "2080505", label: "养老保险缴费" } as const;
    const part = amount("3", { ...code, table_kind: "budget_general_public" });
    expect(
      primaries([part, amount("4", { ...code, table_kind: "budget_expenditure", table_no: 3 })]),
    ).toEqual([1]);
  });
});

test("a 类 of all expenditure is taken from the summary before one of appropriations", () => {
  const named = { label: "公共安全支出", code_inferred: "204" } as const;
  const all = amount("4", { ...named, table_kind: "budget_summary" });
  const part = amount("3", {
    classification: "function",
    code: "204",
    label: "公共安全支出",
    table_kind: "budget_appropriation_expenditure",
    table_no: 2,
  });
  expect(primaries([all, part])).toEqual([0]);
});

test("the 类 of a government's balance are stated by it where nothing else does", () => {
  const row = amount("4", {
    table_kind: "gov_balance",
    label: "教育支出",
    account: "general_public",
  });
  const own = amount("4", { ...row, table_kind: "gov_general_public_expenditure", table_no: 2 });
  expect(primaries([row])).toEqual([0]);
  expect(primaries([row, own])).toEqual([1]);
});

test("rows are totals, subtotals, parts, items and what was carried over", () => {
  const summary = { table_kind: "accounts_summary", side: "income" } as const;
  const labels = ["财政拨款收入", "本年收入合计", "年初结转和结余", "财政拨款收入", "总计"];
  const rows = labels.map((label, row) => amount("1", { ...summary, label, row }));
  expect(encoded(rows).map((one) => one.row_role)).toEqual([
    "item",
    "subtotal",
    "balance",
    "of_which",
    "total",
  ]);
});
