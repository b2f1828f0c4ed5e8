import { describe, expect, test } from "vitest";
import { figures } from "../../../normalizers/prose/figures.js";
import { sectionKind } from "../../../normalizers/prose/sections.js";
import { outline } from "../../../normalizers/structure/outline/outline.js";
import { printed } from "../../make-document.js";

/** The figures of a report on the budget of 2023 of 青石市. */
function told(stage: "budget" | "final_accounts", ...lines: readonly string[]): readonly string[] {
  const document = printed(...lines);
  const sections = outline(document, sectionKind).value;
  return figures({
    document,
    sections,
    fiscalYear: 2023,
    stage,
    scope: "government",
    regionName: "青石市",
  }).value.map((one) =>
    [one.measure, one.fiscal_year, one.phase, one.coverage, one.amount].join(" "),
  );
}

describe("the figures of a government", () => {
  test("by fund and side, with phase and coverage", () => {
    expect(
      told(
        "budget",
        "2022年全市一般公共预算收入完成10亿元，增长5%；市级一般公共预算支出完成8亿元。",
        "2023年市本级政府性基金预算收入安排3亿元，政府性基金预算支出安排4亿元。",
      ),
    ).toEqual([
      "income_general_public 2022 execution whole 1000000000",
      "expenditure_general_public 2022 execution own_and_transfers 800000000",
      "income_government_fund 2023 budget own 300000000",
      "expenditure_government_fund 2023 budget own 400000000",
    ]);
  });

  test.each([
    ["by its heading", ["四、社会保险基金预算", "2022年，全市基金收入9亿元，基金支出8亿元。"]],
    ["by its item", ["2.失业保险。2022年全市基金收入完成9亿元，基金支出完成8亿元。"]],
    ["by the sentence before", ["2022年全市社会保险基金收入9亿元。基金支出完成8亿元。"]],
  ])("are not those of a fund that is an insurance's %s", (_, lines) => {
    expect(told("final_accounts", ...lines)).toEqual([]);
  });

  test("of the government's funds may leave out that they are", () => {
    expect(
      told("final_accounts", "2022年全市政府性基金收入9亿元，主要是土地出让。基金支出完成8亿元。"),
    ).toEqual([
      "income_government_fund 2022 accounts whole 900000000",
      "expenditure_government_fund 2022 accounts whole 800000000",
    ]);
  });

  test("income of all funds where its parts name them", () => {
    expect(
      told("budget", "2022年全市完成地方财政收入30亿元，其中：一般公共预算收入10亿元。"),
    ).toEqual([
      "income_total 2022 execution whole 3000000000",
      "income_general_public 2022 execution whole 1000000000",
    ]);
    expect(told("budget", "2022年全市完成地方财政收入30亿元。")).toEqual([]);
  });

  test("of the accounts are accounts", () => {
    expect(told("final_accounts", "全市一般公共预算收入完成10亿元，上级补助收入4亿元。")).toEqual([
      "income_general_public 2023 accounts whole 1000000000",
      "transfers_from_above 2023 accounts whole 400000000",
    ]);
  });

  test.each([
    ["of another place", "2022年东海市一般公共预算收入完成10亿元。"],
    ["of a zone", "2022年青石经济开发区一般公共预算收入完成10亿元。"],
    ["of several years", "“十四五”期间，全市一般公共预算支出完成300亿元。"],
    ["of last year", "全市一般公共预算收入上年完成10亿元。"],
    ["executed in a year that is not printed", "全市一般公共预算收入完成10亿元。"],
    ["of a class", "2022年全市一般公共预算教育支出完成10亿元。"],
    ["with what is carried over", "2022年全市一般公共预算收入总计10亿元。"],
    ["in brackets", "2022年全市税收完成9亿元（含一般公共预算收入10亿元）。"],
    ["after the adjustment", "2022年全市一般公共预算收入调整为10亿元。"],
  ])("%s are left out", (_, text) => {
    expect(told("budget", text)).toEqual([]);
  });

  test("under a line that heads a zone are left out", () => {
    expect(
      told("budget", "一、2022年预算执行情况", "青石高新区：", "2022年一般公共预算收入完成1亿元。"),
    ).toEqual([]);
  });
});
