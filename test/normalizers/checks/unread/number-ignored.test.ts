import { describe, expect, test } from "vitest";
import { numberIgnored } from "../../../../normalizers/checks/unread/number-ignored.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import type { ReadTable } from "../../../../pipeline/model/reading.js";
import { known, reading } from "../make-reading.js";

const ignored = (text: string, reason: string, header = "增减率"): ReadTable =>
  known(
    {
      kind: "budget_general_public",
      rows: [
        ["科目", header],
        ["教育支出", text],
      ],
      printed: {
        columns: [
          { index: 0, path: ["科目"] },
          { index: 1, path: [header] },
        ],
      },
    },
    [{ row: 1, column: 1, use: "ignored", reason }],
  );
const run = (one: ReadTable) => numberIgnored.run(reading({ tables: [one] })).findings;

describe("number_ignored", () => {
  test.each([
    ["12.5", "percentage"],
    ["12.5%", "no column in the dataset"],
    ["1,200.00", "note"],
    ["≥95%", "no column in the dataset"],
    ["35人", "no money"],
    ["35", "no money"],
    ["80.60%", "names no amount"],
    ["400.00万元", "remark"],
  ])("tells of %s, ignored as “%s”", (text, reason) => {
    expect(run(ignored(text, reason))).toMatchObject([
      {
        severity: "warning",
        leavesUnread: true,
        table_no: 1,
        row: 1,
        column: 1,
        actual: text,
        facts: { reason, count: 1, first: [{ text, row: 1, column: 1 }] },
      },
    ]);
  });

  test.each([
    ["12", "serial number"],
    ["1.5", "repeated header"],
    ["≥95%", "long-term target"],
    ["216001", "corner"],
    ["2080505", "names no amount"],
    ["2024年", "remark"],
    ["2024-03-01", "no column in the dataset"],
    ["0315-8712345", "no column in the dataset"],
    ["增长较快", "remark"],
  ])("lets %s be ignored as “%s”", (text, reason) => {
    expect(run(ignored(text, reason))).toEqual([]);
  });

  test.each(["序号", "项目编码", "联系电话", "项目年度", "中期指标值"])(
    "lets a whole number under %s be ignored",
    (header) => {
      expect(run(ignored("7", "no column in the dataset", header))).toEqual([]);
    },
  );

  test("counts the numbers of one reason in one finding and names the first of them", () => {
    const rows = [
      ["科目", "增减率"],
      ...["1.5", "2.5", "3.5", "4.5"].map((text) => ["支出", text]),
    ];
    const one = known(
      { kind: "budget_general_public", rows },
      [1, 2, 3, 4].map((row) => ({ row, column: 1, use: "ignored", reason: "percentage" })),
    );
    const [found, ...more] = run(one);
    expect(more).toEqual([]);
    expect(found?.facts).toMatchObject({ count: 4, first: [{ row: 1 }, { row: 2 }, { row: 3 }] });
    expect(found === undefined ? "" : sentencesOf(found).zh).toBe(
      "有4个数字未进入任何记录（百分比列）：第1行第1列“1.5”；第2行第1列“2.5”；第3行第1列“3.5”等。",
    );
  });

  test("passes over numbers that were used", () => {
    const one = known({ kind: "budget_general_public", rows: [["12.5"]] }, [
      { row: 0, column: 0, use: "used" },
    ]);
    expect(run(one)).toEqual([]);
  });
});
