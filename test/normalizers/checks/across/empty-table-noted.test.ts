import { describe, expect, test } from "vitest";
import { emptyTableNoted } from "../../../../normalizers/checks/across/empty-table-noted.js";
import type { TableKindName } from "../../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../../pipeline/model/table-kind.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { amount, captioned, figure, reading, table, unable } from "../make-reading.js";

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

  test.each([
    [
      "is marked empty but has amounts",
      ["注：本表系空表。"],
      "“政府性基金预算支出表” is marked empty but has amounts.",
    ],
    [
      "is empty and silent",
      ["填表人：某某"],
      "“政府性基金预算支出表” is empty and does not say that it is.",
    ],
    [
      "has another note",
      ["本表无国有资本经营支出。"],
      "“政府性基金预算支出表” has a note about 国有资本.",
    ],
  ])("says of a form that it %s", (what, following, sentence) => {
    const amounts = what.includes("amounts")
      ? [amount("3.00", { table_kind: "budget_government_fund" })]
      : [];
    const { findings } = emptyTableNoted.run(reading({ tables: [fund({ following })], amounts }));
    expect(findings.map((found) => sentencesOf(found).en)).toEqual([sentence]);
    expect(findings).toMatchObject([{ table_no: 1, page: 3 }]);
  });

  test.each([
    ["本表为空。", 1],
    ["此表系空。", 1],
    ["本表空", 1],
    ["此表无数据", 1],
    ["该表为空。", 0],
    ["空表", 0],
    ["本单位没有支出", 0],
  ])("takes %s for a mark on a form that has amounts: %d findings", (note, count) => {
    const tables = [fund({ following: [note] })];
    const amounts = [
      amount("0", { table_kind: "budget_government_fund" }),
      amount("3.00", { table_kind: "budget_government_fund" }),
    ];
    expect(emptyTableNoted.run(reading({ tables, amounts })).findings).toHaveLength(count);
  });

  test.each([
    ["amounts of nothing", "0"],
    ["amounts that were not read", null],
  ])("passes a form that is marked empty and has %s", (_, yuan) => {
    const tables = [fund({ following: ["本表为空。"] })];
    const one = { ...amount("0", { table_kind: "budget_government_fund" }), amount: yuan };
    expect(emptyTableNoted.run(reading({ tables, amounts: [one] })).findings).toEqual([]);
  });

  test("looks for amounts in the form's own table", () => {
    const tables = [fund({ following: ["本表为空。"] })];
    const amounts = [amount("3.00", { table_kind: "budget_income", table_no: 2 })];
    expect(emptyTableNoted.run(reading({ tables, amounts })).findings).toEqual([]);
  });

  test.each([
    "该表为空",
    "空表",
    "本单位未安排支出",
    "支出为零",
    "支出为0",
    "不涉及",
    "没有",
    "无",
  ])("passes an empty form that says so in a cell: %s", (note) => {
    const one = table({
      kind: "budget_income",
      rows: [
        ["项目", "金额"],
        [note, ""],
      ],
    });
    expect(emptyTableNoted.run(reading({ tables: [one] })).findings).toEqual([]);
  });

  test("does not take a header for a note", () => {
    const one = table({ kind: "budget_income", rows: [["无", "金额"]] });
    expect(emptyTableNoted.run(reading({ tables: [one] })).findings).toMatchObject([
      { severity: "warning", facts: { caption: "budget_income" } },
    ]);
  });

  const threePublic = captioned("budget_three_public", "“三公”经费支出表");

  test("says what the prose says of the “三公”, and where", () => {
    const figures = [figure("three_public_total", "0"), figure("three_public_reception", "0.95")];
    const { findings } = emptyTableNoted.run(reading({ tables: [threePublic], figures }));
    expect(findings.map((found) => sentencesOf(found).zh)).toEqual([
      "““三公”经费支出表”是空表，但正文写明0.95万元。",
    ]);
    expect(findings).toMatchObject([
      { table_no: 1, page: 3, related: [{ name: "公务接待费", section_no: 1, page: 2 }] },
    ]);
  });

  test.each([
    [
      "another year, where no other speaks of them",
      [figure("three_public_total", "1", { fiscal_year: 2024 })],
      "error",
    ],
    [
      "another year, where the year itself has none",
      [figure("three_public_total", "0"), figure("three_public_total", "1", { fiscal_year: 2024 })],
      "warning",
    ],
    ["something else", [figure("operating_costs", "1")], "warning"],
  ])("looks at amounts of %s", (_, figures, severity) => {
    expect(emptyTableNoted.run(reading({ tables: [threePublic], figures })).findings).toMatchObject(
      [{ severity }],
    );
  });

  test("leaves the prose to the “三公” form alone", () => {
    const figures = [figure("three_public_total", "1")];
    const tables = [fund({ following: ["本单位没有支出"] })];
    expect(emptyTableNoted.run(reading({ tables, figures })).findings).toEqual([]);
  });

  test.each<[TableKindName, string, number]>([
    ["budget_state_capital", "无政府性基金预算支出", 1],
    ["accounts_state_capital", "空表：无政府性基金预算支出", 1],
    ["budget_state_capital", "无国有资本经营预算和政府性基金预算支出", 0],
    ["budget_state_capital", "无支出", 0],
    ["budget_government_fund", "无国有资本经营预算支出", 1],
    ["budget_government_fund", "政府性基金预算支出：无\n国有资本经营预算支出：无", 0],
    ["budget_government_fund", "国有资本另表说明\n本单位没有支出", 0],
    ["budget_income", "无政府性基金预算支出", 0],
  ])("under %s takes the note %s for another's: %d", (kind, note, count) => {
    const tables = [captioned(kind, null, { following: note.split("\n") })];
    const { findings } = emptyTableNoted.run(reading({ tables }));
    expect(findings).toHaveLength(count);
    for (const found of findings)
      expect(found).toMatchObject({
        severity: "warning",
        table_no: 1,
        page: 3,
        facts: { caption: kind },
      });
  });

  test("passes an empty form with its note", () => {
    const tables = [fund({ following: ["注：本单位没有政府性基金预算安排的支出。"] })];
    expect(emptyTableNoted.run(reading({ tables }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without forms", () => {
    expect(emptyTableNoted.run(reading({}))).toMatchObject(unable);
  });
});
