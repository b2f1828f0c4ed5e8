import { describe, expect, test } from "vitest";
import { figuresMatchTables } from "../../../../normalizers/checks/prose/figures-match-tables.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, figure, item, project, reading, table, unable } from "../make-reading.js";

describe("figures_match_tables", () => {
  const total = amount("30.00", { table_kind: "budget_expenditure", table_no: 3 });
  const vehicles = amount("6.30", {
    table_kind: "budget_three_public",
    table_no: 9,
    item: "vehicle_running",
    label: "公务用车运行维护费",
  });

  test.each([
    ["a total", figure("expenditure_total", "29.00"), "30万元"],
    ["a “三公” item", figure("three_public_vehicle_running", "2.7"), "6.3万元"],
  ])("finds %s that the tables do not have", (_, stated, expected) => {
    const { findings } = figuresMatchTables.run(
      reading({ amounts: [total, vehicles], figures: [stated] }),
    );
    expect(findings).toMatchObject([{ severity: "error", section_no: 1, expected }]);
  });

  test.each<[Placed<"figures">["measure"], Partial<Placed<"amounts">>]>([
    ["income_total", { side: "income", label: "收入总计" }],
    ["income_general_public", { side: "income", label: "一般公共预算拨款收入" }],
    ["income_general_public", { side: "income", label: "公共财政预算收入" }],
    ["income_general_public", { side: "income", label: "财政拨款收入" }],
    ["income_general_public", { side: "income", measure: "general_public" }],
    ["income_general_public", { side: "income", measure: "appropriation" }],
    ["income_government_fund", { side: "income", label: "政府性基金预算收入" }],
    ["income_government_fund", { side: "income", label: "政府基金收入" }],
    ["income_government_fund", { side: "income", measure: "government_fund" }],
    ["income_special_account", { side: "income", label: "财政专户管理资金" }],
    ["income_special_account", { side: "income", measure: "special_account" }],
    ["expenditure_total", { measure: "current_year" }],
    ["expenditure_total", { measure: "appropriation" }],
    ["expenditure_total", { measure: "general_public" }],
    ["expenditure_basic", { measure: "basic" }],
    ["expenditure_basic", { label: "基本支出" }],
    ["expenditure_basic", { table_kind: "budget_general_public_basic" }],
    ["expenditure_basic", { table_kind: "accounts_general_public_basic" }],
    ["expenditure_basic", { table_kind: "budget_appropriation_basic" }],
    ["expenditure_project", { measure: "project" }],
    ["expenditure_project", { label: "项目支出" }],
    ["expenditure_project", { table_kind: "budget_projects" }],
    ["expenditure_personnel", { measure: "personnel" }],
    ["expenditure_personnel", { label: "人员经费" }],
    ["expenditure_personnel", { label: "人员支出" }],
    ["expenditure_public_use", { measure: "public_use" }],
    ["expenditure_public_use", { label: "公用经费" }],
    ["expenditure_public_use", { label: "日常公用支出" }],
    ["operating_costs", { item: "operating_costs", label: "办公费" }],
    ["operating_costs", { table_kind: "budget_operating_costs" }],
    ["three_public_total", { item: "total", label: "合计" }],
    ["three_public_abroad", { item: "abroad", label: "因公出国费" }],
    ["three_public_vehicles", { item: "vehicles", label: "公务用车费" }],
    ["three_public_vehicle_purchase", { item: "vehicle_purchase", label: "购置费" }],
    ["three_public_reception", { item: "reception", label: "接待费" }],
  ])("compares %s with what stands as %o", (measure, parts) => {
    const amounts = [amount("30.00", { table_kind: "budget_expenditure", table_no: 3, ...parts })];
    const figures = [figure(measure, "29.00")];
    expect(figuresMatchTables.run(reading({ amounts, figures })).findings).toMatchObject([
      { expected: "30万元", actual: "29万元" },
    ]);
  });

  test.each<[Placed<"figures">["measure"], Partial<Placed<"amounts">>]>([
    ["income_total", { label: "支出总计" }],
    ["income_general_public", { label: "一般公共预算支出" }],
    ["income_general_public", { measure: "appropriation" }],
    ["income_government_fund", { label: "政府性基金预算支出" }],
    ["income_special_account", { measure: "special_account" }],
    ["expenditure_total", { measure: "basic" }],
    ["expenditure_total", { code: "201" }],
    ["expenditure_total", { label: "教育支出" }],
    ["expenditure_total", { label: "人员经费合计" }],
    ["expenditure_total", { label: "公用经费合计" }],
    ["expenditure_total", { table_kind: "budget_three_public" }],
    ["expenditure_basic", { measure: "basic", code: "201" }],
    ["expenditure_basic", { measure: "basic", label: "教育支出" }],
    ["expenditure_basic", { label: "基本支出", code: "201" }],
    ["expenditure_project", { table_kind: "budget_projects", label: "图书购置" }],
    ["operating_costs", { table_kind: "budget_operating_costs", label: "办公费" }],
    ["operating_costs", { label: "公用经费" }],
  ])("does not compare %s with what stands as %o", (measure, parts) => {
    const amounts = [amount("30.00", { table_kind: "budget_expenditure", table_no: 3, ...parts })];
    const figures = [figure(measure, "29.00")];
    expect(figuresMatchTables.run(reading({ amounts, figures }))).toMatchObject(unable);
  });

  test.each([
    ["less than", "29.00", []],
    ["as much as", "30.00", []],
    ["more than", "31.00", [{ severity: "warning", expected: "30万元", actual: "31万元" }]],
  ])("doubts 机关运行经费 that are %s the 公用经费 only beyond it", (_, wan, findings) => {
    for (const parts of [{ measure: "public_use" }, { label: "日常公用经费小计" }] as const) {
      const amounts = [amount("30.00", { table_kind: "budget_expenditure", ...parts })];
      const figures = [figure("operating_costs", wan)];
      const found = figuresMatchTables.run(reading({ amounts, figures })).findings;
      expect(found).toMatchObject(findings);
      expect(found).toHaveLength(findings.length);
    }
  });

  test("compares to the digit that is printed, whatever the unit of the table", () => {
    const exact = { ...total, amount: "300042", raw: "300,042.00", unit_raw: "元" };
    const result = figuresMatchTables.run(
      reading({ amounts: [exact], figures: [figure("expenditure_total", "30.00")] }),
    );
    expect(result).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["another year", { fiscal_year: 2024 }],
    ["the other phase", { phase: "accounts" }],
  ] as const)("leaves figures of %s alone", (_, parts) => {
    const figures = [figure("expenditure_total", "29.00", parts)];
    expect(figuresMatchTables.run(reading({ amounts: [total], figures }))).toMatchObject(unable);
  });

  test("leaves a government's report alone, which speaks of many budgets", () => {
    const figures = [figure("expenditure_total", "29.00")];
    expect(
      figuresMatchTables.run(
        reading({ amounts: [total], figures, about: { scope: "government" } }),
      ),
    ).toMatchObject(unable);
  });

  test("adds up goods, items and project sheets", () => {
    const tables = [table({ kind: "procurement", rows: [["项目"]] })];
    const procurement_items = [
      item({ amount_total: "16000" }),
      item({ amount_total: "6000", catalogue_code: "C23090199" }),
      item({}),
    ];
    const projects = [project({ budget_total: "50000" }), project({ budget_total: "30000" })];
    const figures = [
      figure("planned_asset_purchases", "1.6"),
      figure("procurement_total", "2.2"),
      figure("expenditure_project", "8.00"),
    ];
    expect(
      figuresMatchTables.run(reading({ tables, procurement_items, projects, figures })),
    ).toMatchObject({ compared: 3, findings: [] });
  });

  test.each([
    ["one sheet alone", [project({ budget_total: "50000" })]],
    [
      "sheets of which one has no budget",
      [project({ budget_total: "50000" }), project({ budget_total: "1" }), project({})],
    ],
  ])("does not add up %s", (_, projects) => {
    const figures = [figure("expenditure_project", "8.00")];
    expect(figuresMatchTables.run(reading({ projects, figures }))).toMatchObject(unable);
  });

  test("takes each total that the procurement table prints, and its items together", () => {
    const tables = [table({ kind: "procurement", rows: [["项目"]] })];
    const procurement_items = [
      item({ row_kind: "total", amount_total: "90000" }),
      item({ row_kind: "subtotal", amount_total: "30000" }),
      item({ amount_total: "10000" }),
      item({ amount_total: "20000" }),
    ];
    const found = (wan: string) =>
      figuresMatchTables.run(
        reading({ tables, procurement_items, figures: [figure("procurement_total", wan)] }),
      ).findings;
    expect(["9.00", "3.00", "1.00", "12.00"].map((wan) => found(wan).length)).toEqual([0, 0, 1, 1]);
  });

  test("finds assets that their table does not have", () => {
    const asset: Placed<"assets"> = {
      table_no: 1,
      row: 2,
      page: 7,
      category: "total",
      label: "资产总额",
      quantity: null,
      quantity_unit: null,
      value: "582900",
      as_of: null,
    };
    const tables = [table({ kind: "assets", rows: [["项目"]] })];
    const figures = [figure("fixed_assets", "58.92", { fiscal_year: 2024 })];
    for (const other of [
      { ...asset, category: "buildings" as const },
      { ...asset, value: null },
    ])
      expect(figuresMatchTables.run(reading({ tables, assets: [other], figures }))).toMatchObject(
        unable,
      );
    expect(
      figuresMatchTables.run(reading({ tables, assets: [asset], figures })).findings,
    ).toMatchObject([{ expected: "58.29万元" }]);
  });
});
