import { describe, expect, test } from "vitest";
import { announcedTablePresent } from "../../../../normalizers/checks/across/announced-table-present.js";
import { captioned, prose, reading, unable } from "../make-reading.js";

describe("announced_table_present", () => {
  const contents = prose(["目录", "一、收入预算总表", "二、支出预算总表", "一、收入预算总表"]);

  test("finds a form that the contents name and the document has not", () => {
    const tables = [captioned("budget_income", "收入预算总表")];
    expect(
      announcedTablePresent.run(reading({ document: contents, tables })).findings,
    ).toMatchObject([{ severity: "error", expected: "支出预算总表" }]);
  });

  test("names all that are missing in one finding", () => {
    const document = prose([
      "目录",
      "1、收入预算总表",
      "2、支出预算总表",
      "3、政府采购预算表",
      "1、收入预算总表",
    ]);
    const tables = [captioned("procurement", null)];
    expect(announcedTablePresent.run(reading({ document, tables }))).toMatchObject({
      compared: 3,
      findings: [
        {
          expected: "收入预算总表、支出预算总表",
          facts: { entries: ["收入预算总表", "支出预算总表"] },
        },
      ],
    });
  });

  test("counts only forms: no chapters, and no tables that are none", () => {
    const document = prose([
      "目录",
      "一、部门概况",
      "二、收入预算总表",
      "三、人员名册表",
      "一、部门概况",
    ]);
    const tables = [captioned("accounts_income", "收入决算总表")];
    expect(announcedTablePresent.run(reading({ document, tables }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each([
    ["一般公共预算（基本）支出经济分类决算情况表", "warning"],
    ["一般公共预算支出经济分类情况表", "error"],
    ["政府性基金预算基本支出经济分类情况表", "error"],
  ])("only doubts a form where a table is called nearly so: %s", (caption, severity) => {
    const names = ["一、一般公共预算基本支出经济分类情况表", "二、收入预算总表"];
    const document = prose(["目录", ...names, names[0] ?? ""]);
    const tables = [captioned("budget_income", "收入预算总表"), captioned("unknown", caption)];
    expect(announcedTablePresent.run(reading({ document, tables })).findings).toMatchObject([
      { severity },
    ]);
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
