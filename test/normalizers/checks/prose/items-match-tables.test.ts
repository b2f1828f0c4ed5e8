import { describe, expect, test } from "vitest";
import { itemsMatchTables } from "../../../../normalizers/checks/prose/items-match-tables.js";
import { amount, prose, reading, unable } from "../make-reading.js";

describe("items_match_tables", () => {
  const pension = amount("87.36", {
    table_kind: "budget_expenditure",
    table_no: 3,
    label: "职业年金缴费支出",
    code: "2080506",
    level: 3,
    classification: "function",
  });
  const said = (text: string, parts: Parameters<typeof reading>[0] = {}) =>
    itemsMatchTables.run(reading({ document: prose([text]), amounts: [pension], ...parts }));

  test("finds a 项 whose amount is another in the table", () => {
    expect(
      said("“养老支出（款）职业年金缴费支出（项）”887.36万元，主要用于缴纳职业年金。").findings,
    ).toMatchObject([{ expected: "87.36万元", actual: "887.36万元" }]);
  });

  test.each([
    [120, 1],
    [121, 0],
  ])("looks for its amount within 120 characters: after %d there are %d", (length, compared) => {
    const text = `职业年金缴费支出（项）${"甲".repeat(length)}887.36万元。`;
    expect(said(text)).toMatchObject({ compared });
  });

  test("takes 支出决算 from accounts, not the budget before it", () => {
    const accounts = [{ ...pension, phase: "accounts" as const }];
    const text =
      "职业年金缴费支出（项）。主要用于：缴费。年初预算为90.00万元，支出决算为87.36万元。";
    expect(said(text, { amounts: accounts, about: { stage: "final_accounts" } })).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("compares the total of 财政拨款 with its summary", () => {
    const total = amount("30.00", {
      table_kind: "budget_appropriation_summary",
      label: "支出总计",
    });
    expect(
      said("本单位2025年财政拨款收支总预算为3.00万元。", { amounts: [total] }).findings,
    ).toMatchObject([{ expected: "30万元" }]);
  });

  test("cannot run where no 项 of the tables is named", () => {
    expect(said("其他支出（项）887.36万元。")).toMatchObject(unable);
  });
});
