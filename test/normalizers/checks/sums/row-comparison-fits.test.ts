import { describe, expect, test } from "vitest";
import { rowComparisonFits } from "../../../../normalizers/checks/sums/row-comparison-fits.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { printTable } from "../../tables/print-table.js";
import { reading, table, unable } from "../make-reading.js";

type Rows = readonly (readonly string[])[];

/** What the check gives for one table of these rows. */
function run(header: Rows, body: Rows) {
  const above = ["2025年支出执行情况表", "单位：万元"];
  const plain = printTable([...header, ...body], { above });
  const printed = { ...plain, document: { ...plain.document, scope: "government" as const } };
  const one = table({ kind: "unknown", rows: [...header, ...body], printed });
  return rowComparisonFits.run(reading({ tables: [one] }));
}

const HEADER = [
  ["项目", "2024年决算数", "2025年预算数", "2025年执行数", "完成预算的%", "比上年增长%"],
];
const EDUCATION = ["教育支出", "80.00", "100.00", "95.00", "95.0", "18.8"];
const CLEAN = [
  EDUCATION,
  ["科学技术支出", "30", "10", "11", "110", "-63.33"],
  ["住房保障支出", "0", "0.3", "0.2", "66.7", ""],
  ["支出合计", "110.00", "110.30", "106.20", "96.3", "-3.5"],
];

/** The findings where one row takes the place of the first. */
const with1 = (row: readonly string[]) => run(HEADER, [row, ...CLEAN.slice(1)]).findings;

/** The first row with a budget of nothing, completed by this percentage. */
const withoutBudget = (percent: string) => ["教育支出", "80.00", "0.00", "95.89", percent, "19.9"];

describe("row_comparison_fits", () => {
  test("is silent where all fit", () => {
    expect(run(HEADER, CLEAN)).toMatchObject({ compared: 7, findings: [] });
  });

  test.each([
    [
      "a completion",
      ["教育支出", "80.00", "100.00", "95.00", "59.0", "18.8"],
      { column: 4, expected: "95.00%" },
    ],
    [
      "a change",
      ["教育支出", "80.00", "100.00", "95.00", "95.0", "-18.8"],
      { column: 5, expected: "18.75%" },
    ],
    [
      "a change by a digit",
      ["教育支出", "80.00", "100.00", "95.00", "95.0", "19.0"],
      { column: 5, expected: "18.75%" },
    ],
  ])("finds %s that does not fit", (_, row, found) => {
    expect(with1(row)).toMatchObject([{ severity: "error", row: 1, ...found }]);
  });

  test("says what it compared, in the words of the header", () => {
    const [found] = with1(["教育支出", "80.00", "100.00", "95.00", "59.0", "18.8"]);
    expect(found && sentencesOf(found)).toEqual({
      en: "“教育支出”: “完成预算的%” 59.0, but “2025年执行数” 95.00 is 95.00 % of “2025年预算数” 100.00.",
      zh: "“教育支出”：“完成预算的%” 59.0，而“2025年执行数” 95.00为“2025年预算数” 100.00的95.00%。",
    });
    expect(found?.related).toMatchObject([{ column: 3 }, { column: 2 }]);
  });

  test("a budget of nothing is completed by no percentage, but for 0 and 100", () => {
    const [found] = with1(withoutBudget("95.89"));
    expect(found).toMatchObject({ severity: "error", facts: { computed: null } });
    expect(found && sentencesOf(found).en).toContain("is no % of “2025年预算数” 0.00");
    expect(with1(withoutBudget("0.0"))).toEqual([]);
    expect(with1(withoutBudget("100.0"))).toEqual([]);
  });

  test.each([
    ["the rounding of small amounts", ["教育支出", "19", "1", "1375", "137500", "7136.8"]],
    ["a percentage that is cut", ["教育支出", "80.00", "100.00", "95.00", "95", "18.7"]],
    [
      "negative amounts, of which percentages are of several kinds",
      ["教育支出", "-80.00", "100.00", "95.00", "95", "3"],
    ],
    [
      "a row that says that it is compared otherwise",
      ["教育支出（同口径）", "80.00", "100.00", "95.00", "9", "3"],
    ],
    ["dashes", ["教育支出", "80.00", "—", "95.00", "95", "18.8"]],
  ])("leaves %s", (_, row) => {
    expect(with1(row)).toEqual([]);
  });

  test.each([
    ["a growth that is corrected", "同口径增长%"],
    ["a share of a total in another row", "所占比重%"],
    ["a year that the table does not print", "比2022年决算数增长%"],
  ])("does not compare %s", (_, header) => {
    const rows = CLEAN.map(([label = "", ...rest]) => [label, ...rest.slice(0, 3), "9.9"]);
    expect(run([[...(HEADER[0] ?? []).slice(0, 4), header]], rows)).toEqual(unable);
  });

  test("of a budget and an adjusted one the header names which", () => {
    const header = [["项目", "年初预算数", "调整预算数", "决算数", "为调整预算%"]];
    const rows = [
      ["教育支出", "50.00", "100.00", "95.00", "95.0"],
      ["科学技术支出", "50.00", "100.00", "90.00", "180.0"],
    ];
    expect(run(header, rows).findings).toMatchObject([{ row: 2, expected: "90.00%" }]);
    const open = [["项目", "年初预算数", "调整预算数", "决算数", "完成预算%"]];
    expect(run(open, rows).findings).toEqual([]);
  });

  test.each([
    [
      "amounts of several governments, each with its own",
      ["地区", "市本级预算数", "市本级完成数", "全市预算数", "全市完成数", "完成预算%"],
      ["合计", "50.00", "10.00", "200.00", "190.00", "95.0"],
    ],
    [
      "a share of another column",
      ["地区", "一般公共预算收入 / 预算数", "税收收入 / 完成数", "税收收入 / 占一般公共预算收入%"],
      ["合计", "100.00", "90.00", "45.0"],
    ],
    ["scores", ["项目", "分值", "得分", "实际完成率"], ["水利设施", "10.00", "4.91", "78.33%"]],
    [
      "a negative amount among those that may be meant",
      ["项目", "2024年决算数", "2025年预算数", "2025年执行数", "比2024年决算数增长%"],
      ["教育支出", "100", "100", "-3", "-103.0"],
    ],
  ])("makes no error of %s", (_, header, row) => {
    expect(run([header], [row, row, row]).findings).toEqual([]);
  });

  test("a change in money is the difference of the two years", () => {
    const header = [
      ["项目", "2024年决算数", "2025年预算数", "2025年预算数比2024年决算数 / 增减额"],
    ];
    const rows = [
      ["教育支出", "80.00", "100.00", "20.00"],
      ["科学技术支出", "30.00", "10.00", "20.00"],
    ];
    expect(run(header, rows).findings).toMatchObject([
      { row: 2, column: 3, expected: "-20", facts: { what: "difference" } },
    ]);
  });

  test("a column of which most rows do not fit is made of something else: told once, as a doubt", () => {
    const wrong = CLEAN.map(([label = "", ...rest]) => [label, ...rest.slice(0, 3), "4.4", ""]);
    const { findings } = run(HEADER, wrong);
    expect(findings.map(({ severity, cause }) => [severity, cause])).toEqual(
      CLEAN.map(() => ["warning", "1 4"]),
    );
  });
});
