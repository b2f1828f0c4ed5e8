import { describe, expect, test } from "vitest";
import { figuresMatchTables } from "../../../normalizers/checks/prose/figures-match-tables.js";
import { itemsMatchTables } from "../../../normalizers/checks/prose/items-match-tables.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, figure, item, project, prose, reading, table, unable } from "./make-reading.js";

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

describe("figures_match_tables of a government", () => {
  const CAPTION = "2024年青石市一般公共预算支出执行情况表";
  const spent = {
    phase: "execution" as const,
    fiscal_year: 2024,
    coverage: "whole" as const,
    raw: "9.1亿元",
    sentence: "2024年全市一般公共预算支出完成9.1亿元。",
  };

  /** The figure of 9.1 亿元 beside a table of this caption and a total of 8.7 亿元 in 万元. */
  function run(
    caption: string,
    row: Partial<Placed<"amounts">> = {},
    stated: Partial<Placed<"figures">> = {},
  ) {
    const one = table({
      kind: "budget_general_public",
      rows: [["项目", "金额"]],
      printed: { caption },
    });
    return figuresMatchTables.run(
      reading({
        tables: [one],
        amounts: [
          amount("87000", {
            table_kind: "budget_general_public",
            label: "支出合计",
            measure_raw: "2024年执行数",
            phase: "accounts",
            ...row,
          }),
        ],
        figures: [figure("expenditure_general_public", "91000", { ...spent, ...stated })],
        about: { scope: "government", region_name: "青石市", fiscal_year: 2025 },
      }),
    );
  }

  test.each([
    ["the name of the place", CAPTION, {}, {}],
    ["全市", "2024年全市一般公共预算支出执行情况表", { label: "全市一般公共预算支出" }, {}],
    [
      "市级",
      "2024年市级一般公共预算支出执行情况表",
      {},
      { coverage: "own_and_transfers" as const },
    ],
    ["市本级", "2024年市本级一般公共预算支出执行情况表", {}, { coverage: "own" as const }],
    ["a year in its header", "青石市一般公共预算支出执行情况表", {}, {}],
    ["a year in its caption", CAPTION, { measure_raw: "执行数" }, {}],
    [
      "a plan",
      "2025年青石市一般公共预算支出草案表",
      { measure_raw: "预算数", phase: "budget" as const },
      { phase: "budget" as const, fiscal_year: 2025 },
    ],
  ])("finds a figure that the table of %s does not have", (_, caption, row, stated) => {
    expect(run(caption, row, stated).findings).toMatchObject([
      { severity: "error", expected: "8.7亿元", actual: "9.1亿元" },
    ]);
  });

  test.each([
    ["another year", CAPTION, { measure_raw: "2023年决算数", phase: "previous" as const }],
    [
      "an earlier year that is not said",
      CAPTION,
      { measure_raw: "决算数", phase: "previous" as const },
    ],
    ["a plan", CAPTION, { measure_raw: "2024年预算数", phase: "budget" as const }],
    ["another government", "2024年市本级一般公共预算支出执行情况表", {}],
    ["a zone", "2024年青石市高新区一般公共预算支出执行情况表", {}],
    ["each county", "2024年青石市各县一般公共预算支出执行情况表", {}],
    ["another fund", "2024年青石市政府性基金预算支出执行情况表", {}],
    ["income", CAPTION, { label: "收入合计" }],
    ["what is transferred too", CAPTION, { label: "支出总计" }],
    ["a class", CAPTION, { label: "教育支出" }],
    ["a change", CAPTION, { measure: "change" as const }],
  ])("does not compare with %s", (_, caption, row) => {
    expect(run(caption, row)).toMatchObject(unable);
  });

  test.each([
    ["an amount that is rounded", { amount: "910400000", raw: "91040" }, {}],
    ["an amount that is cut", { amount: "919900000", raw: "91990" }, {}],
    [
      "what the sentence takes off",
      {},
      { sentence: "一般公共预算支出完成9.1亿元，含提前安排支出4000.00万元。" },
    ],
  ])("passes %s", (_, row, stated) => {
    expect(run(CAPTION, row, stated)).toMatchObject({ compared: 1, findings: [] });
  });
});

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
