import { describe, expect, test } from "vitest";
import { figuresMatchTables } from "../../../../normalizers/checks/prose/figures-match-tables.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, figure, reading, table, unable } from "../make-reading.js";

/** What differs of a table and of the figure beside it. */
interface Compared {
  readonly caption?: string;
  readonly row?: Partial<Placed<"amounts">>;
  readonly stated?: Partial<Placed<"figures">>;
}

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
  function run({ caption = CAPTION, row = {}, stated = {} }: Compared) {
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

  test.each<[string, Compared]>([
    ["the name of the place", {}],
    [
      "全市",
      {
        caption: "2024年全市一般公共预算支出执行情况表",
        row: { label: "全市一般公共预算支出" },
      },
    ],
    [
      "市级",
      {
        caption: "2024年市级一般公共预算支出执行情况表",
        stated: { coverage: "own_and_transfers" },
      },
    ],
    ["市本级", { caption: "2024年市本级一般公共预算支出执行情况表", stated: { coverage: "own" } }],
    ["a year in its header", { caption: "青石市一般公共预算支出执行情况表" }],
    ["a year in its caption", { row: { measure_raw: "执行数" } }],
    [
      "a plan",
      {
        caption: "2025年青石市一般公共预算支出草案表",
        row: { measure_raw: "预算数", phase: "budget" },
        stated: { phase: "budget", fiscal_year: 2025 },
      },
    ],
  ])("finds a figure that the table of %s does not have", (_, compared) => {
    expect(run(compared).findings).toMatchObject([
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
    expect(run({ caption, row })).toMatchObject(unable);
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
    expect(run({ row, stated })).toMatchObject({ compared: 1, findings: [] });
  });

  test("合计 of social insurance is no total of 三公经费", () => {
    const insured = {
      table_kind: "gov_social_insurance" as const,
      account: "social_insurance" as const,
      item: "total" as const,
      phase: "budget" as const,
      fiscal_year: 2024,
    };
    const stated = { phase: "budget" as const, fiscal_year: 2024, coverage: null };
    const read = reading({
      tables: [table({ kind: "gov_social_insurance", rows: [["项目", "金额"]] })],
      amounts: [amount("20062", insured)],
      figures: [figure("three_public_total", "14000", stated)],
      about: { scope: "government", region_name: "青石市", fiscal_year: 2024 },
    });
    expect(figuresMatchTables.run(read).findings).toEqual([]);
  });
});
