import { describe, expect, test } from "vitest";
import { headingYearFits } from "../../../../normalizers/checks/document/heading-year-fits.js";
import { captioned, reading, section, unable } from "../make-reading.js";

const headed = (title: string) => reading({ sections: [section({ title })] });

describe("heading_year_fits", () => {
  test("finds a heading of another year", () => {
    expect(
      headingYearFits.run(headed("云溪县财政局2024年度部门预算情况说明")).findings,
    ).toMatchObject([{ section_no: 1, expected: "2025", actual: "2024" }]);
  });

  test.each([
    "2024年度单位决算公开",
    "2024年云溪县财政局部门预算",
    "2024年预算",
    "2024年度决算说明",
  ])("finds the year of %s", (text) => {
    expect(headingYearFits.run(headed(text)).findings).toMatchObject([
      { severity: "error", section_no: 1, page: 2, facts: { text, year: "2024", own: 2025 } },
    ]);
  });

  test.each([
    ["云溪县财政局2025年部门预算表", 1],
    ["与2024年预算执行情况的比较", 0],
    ["2024年度部门预算执行情况", 0],
    ["2024年部门预算较上年的变化", 0],
    ["2024年的工作，部门预算", 0],
    ["2024年工作总结", 0],
  ])("passes %s", (title, compared) => {
    expect(headingYearFits.run(headed(title))).toMatchObject({ compared, findings: [] });
  });

  test("finds the year of a caption, at its table", () => {
    const tables = [captioned("budget_income", "2024年部门预算收入总表")];
    expect(headingYearFits.run(reading({ tables })).findings).toMatchObject([
      { table_no: 1, page: 3, expected: "2025", actual: "2024" },
    ]);
  });

  test.each([
    ["a table of no known kind", captioned("unknown", "2024年部门预算收入总表")],
    ["a table without a caption", captioned("budget_income", null)],
    ["a register with a year", captioned("assets", "资产表", { fiscalYear: 2024 })],
  ])("does not look at %s", (_, one) => {
    expect(headingYearFits.run(reading({ tables: [one] }))).toMatchObject(unable);
  });

  test.each([
    ["budget_income", 2023],
    ["activity_performance", 2026],
  ] as const)("finds the year that a form prints: %s of %d", (kind, fiscalYear) => {
    const tables = [captioned(kind, "表", { fiscalYear })];
    expect(headingYearFits.run(reading({ tables })).findings).toMatchObject([
      { table_no: 1, page: 3, actual: String(fiscalYear), facts: { text: "预算年度" } },
    ]);
  });

  test("finds a form for another year", () => {
    const tables = [captioned("project_performance", "绩效目标表", { fiscalYear: 2023 })];
    expect(headingYearFits.run(reading({ tables })).findings).toMatchObject([
      { table_no: 1, expected: "2025", actual: "2023" },
    ]);
  });

  test("cannot run without a year of its own", () => {
    const sections = [section({ title: "2024年预算" })];
    for (const about of [{ fiscal_year: null }, { scope: "government" }] as const)
      expect(headingYearFits.run(reading({ sections, about }))).toMatchObject(unable);
  });
});
