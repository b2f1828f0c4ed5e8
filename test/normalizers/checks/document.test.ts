import { describe, expect, test } from "vitest";
import { announcedTablePresent } from "../../../normalizers/checks/across/announced-table-present.js";
import { asOfFitsYear } from "../../../normalizers/checks/document/as-of-fits-year.js";
import { codeNameFits } from "../../../normalizers/checks/across/code-name-fits.js";
import { emptyTableNoted } from "../../../normalizers/checks/across/empty-table-noted.js";
import { headingYearFits } from "../../../normalizers/checks/document/heading-year-fits.js";
import { placeholderLeft } from "../../../normalizers/checks/document/placeholder-left.js";
import type { TableKindName } from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { amount, figure, prose, reading, section, table } from "./make-reading.js";

const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};
const headed = (title: string) => reading({ sections: [section({ title })] });

const captioned = (kind: TableKindName, caption: string, printed: Partial<PrintedTable> = {}) =>
  table({ kind, rows: [["项目", "金额"]], printed: { caption, ...printed } });

describe("placeholder_left", () => {
  test("finds a heading that was never filled in", () => {
    expect(placeholderLeft.run(headed("云溪县XX局2025年度部门预算表")).findings).toMatchObject([
      { severity: "error", section_no: 1, actual: "XX" },
    ]);
  });

  test("doubts a sentence that was not", () => {
    const document = prose(["本年安排××万元。"]);
    expect(placeholderLeft.run(reading({ document })).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test("passes headings with names and Latin letters", () => {
    expect(placeholderLeft.run(headed("云溪县财政局XML数据中心"))).toMatchObject({
      compared: 2,
      findings: [],
    });
  });

  test("cannot run without headings", () => {
    expect(placeholderLeft.run(reading({ about: { title: null } }))).toMatchObject(unable);
  });
});

describe("heading_year_fits", () => {
  test("finds a heading of another year", () => {
    expect(
      headingYearFits.run(headed("云溪县财政局2024年度部门预算情况说明")).findings,
    ).toMatchObject([{ section_no: 1, expected: "2025", actual: "2024" }]);
  });

  test.each(["云溪县财政局2025年部门预算表", "与2024年预算执行情况的比较"])(
    "passes %s",
    (title) => {
      expect(headingYearFits.run(headed(title)).findings).toEqual([]);
    },
  );

  test("finds a form for another year", () => {
    const tables = [captioned("project_performance", "绩效目标表", { fiscalYear: 2023 })];
    expect(headingYearFits.run(reading({ tables })).findings).toMatchObject([
      { table_no: 1, expected: "2025", actual: "2023" },
    ]);
  });

  test("cannot run without a year of its own", () => {
    expect(headingYearFits.run(reading({ about: { fiscal_year: null } }))).toMatchObject(unable);
  });
});

const said = (text: string, stage: "budget" | "final_accounts") =>
  asOfFitsYear.run(reading({ document: prose([text]), about: { stage } }));

describe("as_of_fits_year", () => {
  test.each([
    ["final_accounts", 2024, "error"],
    ["final_accounts", 2026, "error"],
    ["budget", 2023, "warning"],
    ["budget", 2026, "warning"],
  ] as const)("finds assets in the %s of 2025 as of %d", (stage, year, severity) => {
    const text = `截至${year}年12月31日，固定资产总额5.00万元。`;
    expect(said(text, stage).findings).toMatchObject([{ severity, actual: String(year) }]);
  });

  test.each([
    ["final_accounts", "截至2025年12月31日，本部门共有车辆2辆。"],
    ["budget", "截至2024年8月31日，本部门共有车辆2辆。"],
    ["budget", "截至2025年1月31日，本部门共有车辆2辆。"],
  ] as const)("passes a year due in the %s of 2025: %s", (stage, text) => {
    expect(said(text, stage)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["截至2023年12月31日", "2023年12月31日"],
    ["截至2023年12月底", "2023年12月底"],
    ["截止到2023年末", "2023年末"],
    ["截至2023年年底", "2023年年底"],
    ["截至2023年", "2023年"],
  ])("names the date as it stands in %s", (text, date) => {
    const { findings } = said(`${text}，本部门共有房屋2处。`, "budget");
    expect(findings).toMatchObject([{ facts: { date } }]);
  });

  test.each([
    ["2024-12-31", 0],
    ["2023-12-31", 1],
  ])("takes the date of a table of assets: %s makes %d findings", (asOf, count) => {
    const tables = [captioned("assets", "国有资产占用情况表", { asOf })];
    const { compared, findings } = asOfFitsYear.run(reading({ tables }));
    expect([compared, findings.length]).toEqual([1, count]);
    for (const found of findings) expect(found).toMatchObject({ table_no: 1, actual: "2023" });
  });

  test("cannot run without a date", () => {
    expect(said("本部门共有车辆2辆。", "budget")).toMatchObject(unable);
  });
});

describe("announced_table_present", () => {
  const contents = prose(["目录", "一、收入预算总表", "二、支出预算总表", "一、收入预算总表"]);

  test("finds a form that the contents name and the document has not", () => {
    const tables = [captioned("budget_income", "收入预算总表")];
    expect(
      announcedTablePresent.run(reading({ document: contents, tables })).findings,
    ).toMatchObject([{ severity: "error", expected: "支出预算总表" }]);
  });

  test("only doubts a text whose forms are all elsewhere", () => {
    expect(announcedTablePresent.run(reading({ document: contents })).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test("passes forms that are there", () => {
    const tables = [
      captioned("budget_income", "收入预算总表"),
      captioned("budget_expenditure", "支出预算总表"),
    ];
    expect(announcedTablePresent.run(reading({ document: contents, tables }))).toMatchObject({
      compared: 2,
      findings: [],
    });
  });

  test.each([
    "收入预算总表",
    "2025年收入预算总表",
    "云溪县财政局2025年度收入预算总表",
    "公开02表：收入预算总表",
    "附表2：收入预算总表",
  ])("passes a form by its caption %s, whatever its kind", (caption) => {
    const tables = [captioned("unknown", caption), captioned("budget_expenditure", "支出预算总表")];
    const { findings } = announcedTablePresent.run(reading({ document: contents, tables }));
    expect(findings).toEqual([]);
  });

  test("cannot run without contents", () => {
    expect(
      announcedTablePresent.run(reading({ document: prose(["支出2.00万元。"]) })),
    ).toMatchObject(unable);
  });
});

const fund = (printed: Partial<PrintedTable> = {}) =>
  captioned("budget_government_fund", "政府性基金预算支出表", printed);

describe("empty_table_noted", () => {
  test("doubts an empty form that does not say so", () => {
    expect(emptyTableNoted.run(reading({ tables: [fund()] })).findings).toMatchObject([
      { severity: "warning", table_no: 1 },
    ]);
  });

  test("finds a “三公” form that is empty against the prose", () => {
    const tables = [
      captioned("budget_three_public", "“三公”经费支出表", {
        following: ["注：本单位无“三公”经费。"],
      }),
    ];
    const figures = [figure("three_public_total", "0.95")];
    expect(emptyTableNoted.run(reading({ tables, figures })).findings).toMatchObject([
      { severity: "error", expected: "0.95万元" },
    ]);
  });

  test("finds a form that is marked empty and is not", () => {
    const tables = [fund({ following: ["注：本表为空。"] })];
    const amounts = [amount("3.00", { table_kind: "budget_government_fund" })];
    expect(emptyTableNoted.run(reading({ tables, amounts })).findings).toMatchObject([
      { severity: "error" },
    ]);
  });

  test("doubts a note that is about another fund", () => {
    const tables = [
      captioned("budget_state_capital", "国有资本经营预算支出表", {
        following: ["注：本单位无政府性基金预算支出。"],
      }),
    ];
    expect(emptyTableNoted.run(reading({ tables })).findings).toMatchObject([
      { severity: "warning", expected: "国有资本" },
    ]);
  });

  test.each([
    ["the third line below is a note of its own", 2, 0],
    ["the fourth line below is not", 3, 1],
  ])("%s", (_, before, findings) => {
    const lines = Array.from({ length: before }, () => "填表人：某某");
    const tables = [fund({ following: [...lines, "注：本单位没有政府性基金预算安排的支出。"] })];
    expect(emptyTableNoted.run(reading({ tables })).findings).toHaveLength(findings);
  });

  test("passes an empty form with its note", () => {
    const tables = [fund({ following: ["注：本单位没有政府性基金预算安排的支出。"] })];
    expect(emptyTableNoted.run(reading({ tables }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without forms", () => {
    expect(emptyTableNoted.run(reading({}))).toMatchObject(unable);
  });
});

const coded = (code: string, label: string) =>
  codeNameFits.run(
    reading({
      amounts: [amount("3.00", { table_kind: "budget_general_public_basic", code, label })],
    }),
  );

describe("code_name_fits", () => {
  test("doubts a name of something else", () => {
    expect(coded("30201", "公务接待费").findings).toMatchObject([
      { severity: "warning", expected: "办公费", actual: "公务接待费" },
    ]);
  });

  test("doubts a code that does not exist", () => {
    expect(coded("30277", "特别费用").findings).toMatchObject([
      { severity: "warning", actual: "特别费用" },
    ]);
  });

  test.each([
    ["30201", "办公费"],
    ["30231", "公务用车运行维护费用"],
  ])("passes %s %s", (code, label) => {
    expect(coded(code, label)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["公务用餐招待", 0, "two of five"],
    ["公务接待", 1, "one of three"],
  ])("of %s makes %d findings: %s pairs of characters are those of the name", (label, findings) => {
    expect(coded("30231", label).findings).toHaveLength(findings);
  });

  test("cannot run without codes", () => {
    expect(codeNameFits.run(reading({}))).toMatchObject(unable);
  });
});
