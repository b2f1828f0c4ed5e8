import { describe, expect, test } from "vitest";
import { operatingCostsWithinPublicUse } from "../../../../normalizers/checks/across/operating-costs-within-public-use.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

const costs = (wan: string) => amount(wan, { table_kind: "budget_operating_costs", table_no: 9 });

const expenditure = amount("7.00", { table_kind: "budget_expenditure", table_no: 9 });

describe("operating_costs_within_public_use", () => {
  const publicUse = amount("6.00", {
    table_kind: "budget_general_public_basic",
    table_no: 6,
    measure: "public_use",
  });

  test("finds more 机关运行经费 than 公用经费", () => {
    const amounts = [publicUse, costs("7.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts })).findings).toMatchObject([
      {
        severity: "warning",
        table_no: 9,
        expected: "6万元",
        actual: "7万元",
        related: [{ table_no: 6 }],
      },
    ]);
  });

  test("passes as much or less", () => {
    const amounts = [publicUse, costs("6.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each([
    ["its last digit", "6.01", [publicUse], 0],
    ["more than its last digit", "6.02", [publicUse], 1],
    ["the last digit of the coarser number", "6.1", [publicUse], 0],
    ["more than the last digit of the coarser number", "6.2", [publicUse], 1],
    ["less than the largest 公用经费", "7.00", [publicUse, { ...publicUse, amount: "80000" }], 0],
    ["less than the largest 公用经费", "7.00", [{ ...publicUse, amount: "80000" }, publicUse], 0],
  ] as const)("allows %s, no more: %s", (...[, wan, others, findings]) => {
    const amounts = [...others, costs(wan)];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts })).findings).toHaveLength(findings);
  });

  test("says both amounts and their places", () => {
    const item = amount("7.00", {
      table_kind: "budget_three_public",
      table_no: 9,
      item: "operating_costs",
      label: "机关运行经费",
    });
    expect(
      operatingCostsWithinPublicUse.run(reading({ amounts: [publicUse, item] })).findings,
    ).toMatchObject([
      {
        row: 1,
        column: 1,
        page: 3,
        facts: {
          costs: { name: "机关运行经费", text: "7万元", table_no: 9 },
          public_use: { name: "合计", text: "6万元", table_no: 6 },
        },
        related: [{ name: "合计", table_no: 6, row: 1 }],
      },
    ]);
  });

  test.each(["公用经费合计", "公用经费总计", "公用经费小计"])(
    "takes the row %s for it",
    (label) => {
      const row = { ...publicUse, measure: "total" as const, label };
      expect(
        operatingCostsWithinPublicUse.run(reading({ amounts: [row, costs("7.00")] })),
      ).toMatchObject({
        compared: 1,
        findings: [{ expected: "6万元" }],
      });
    },
  );

  test.each<[string, Partial<Placed<"amounts">>]>([
    ["of a code", { code: "302" }],
    ["of another phase", { phase: "accounts" }],
    ["of another form", { table_kind: "budget_expenditure" }],
    ["that is no total", { measure: "total", label: "日常公用经费合计" }],
    ["in part", { measure: "total", label: "公用经费合计数" }],
  ])("does not take 公用经费 %s for it", (_, other) => {
    const amounts = [{ ...publicUse, ...other }, costs("7.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("takes only the 合计 of the form of 机关运行经费", () => {
    const amounts = [publicUse, { ...costs("7.00"), label: "办公费" }, expenditure];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("cannot run without 公用经费", () => {
    const amounts = [costs("6.00")];
    expect(operatingCostsWithinPublicUse.run(reading({ amounts }))).toMatchObject(unable);
  });
});
