import { describe, expect, test } from "vitest";
import { activityPerformance } from "../../../../normalizers/tables/performance/activity-performance.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const flat = [
  [
    "活动编码",
    "活动名称",
    "活动描述",
    "预算年度",
    "绩效目标",
    "绩效指标",
    "指标描述",
    "优",
    "良",
    "中",
    "差",
  ],
  [
    "0101",
    "水库管理",
    "管好水库",
    "2023",
    "安全度汛",
    "巡查次数",
    "每年巡查次数",
    "≥50",
    "40-50次",
    "30-40次",
    "30以下",
  ],
  ["^", "^", "^", "^", "^", "按时巡查", "是否按时", "是", "基本达到", "否", "否"],
  [
    "0102",
    "河道管理",
    "管好河道",
    "2023",
    "河道清洁",
    "清理及时率",
    "及时清理的比例",
    "100%",
    "≥90%",
    "",
    "",
  ],
];

const nested = [
  ["职责活动", "年度预算数", "内容描述", "绩效目标", "绩效指标", "评价标准", "<", "<", "<"],
  ["^", "^", "^", "^", "^", "优", "良", "中", "差"],
  ["水库管理", "12.5", "管好水库", "安全度汛", "巡查次数", "≥50", "≥40", "≥30", "<30"],
];

describe("an activity performance table", () => {
  test.each([
    ["with its merged cells", flat],
    ["as plain text without them", withoutSpans(flat)],
  ])("gives one row an activity and one indicator a printed grade %s", (_name, rows) => {
    const table = printTable(rows);
    const reading = activityPerformance.read(table);
    expect(activityPerformance.shows(table)).toBe(true);
    expect(reading.activities).toEqual([
      {
        activity_code: "0101",
        activity_name: "水库管理",
        description: "管好水库",
        fiscal_year: 2023,
        goal: "安全度汛",
      },
      {
        activity_code: "0102",
        activity_name: "河道管理",
        description: "管好河道",
        fiscal_year: 2023,
        goal: "河道清洁",
      },
    ]);
    expect(
      reading.indicators?.map(({ activity_code, level3, grade, target_kind, value }) => [
        activity_code,
        level3,
        grade,
        target_kind,
        value,
      ]),
    ).toEqual([
      ["0101", "巡查次数", "excellent", "number", "50"],
      ["0101", "巡查次数", "good", "number", "40"],
      ["0101", "巡查次数", "fair", "number", "30"],
      ["0101", "巡查次数", "poor", "number", "30"],
      ["0101", "按时巡查", "excellent", "boolean", null],
      ["0101", "按时巡查", "good", "text", null],
      ["0101", "按时巡查", "fair", "boolean", null],
      ["0101", "按时巡查", "poor", "boolean", null],
      ["0102", "清理及时率", "excellent", "number", "100"],
      ["0102", "清理及时率", "good", "number", "90"],
    ]);
    expect(unread(reading)).toEqual([]);
  });

  test.each([
    ["with its merged cells", nested],
    ["as plain text without them", withoutSpans(nested)],
  ])("finds the grades under a header of their own %s", (_name, rows) => {
    const reading = activityPerformance.read(printTable(rows));
    expect(reading.activities).toMatchObject([
      { activity_code: null, activity_name: "水库管理", description: "管好水库" },
    ]);
    expect(reading.indicators?.map(({ grade }) => grade)).toEqual([
      "excellent",
      "good",
      "fair",
      "poor",
    ]);
    expect(unread(reading)).toEqual([]);
  });

  test("may give one target without grades", () => {
    const table = printTable([
      ["活动名称", "绩效指标", "指标值"],
      ["水库管理", "巡查次数", "≥50次"],
    ]);
    expect(activityPerformance.shows(table)).toBe(true);
    expect(activityPerformance.read(table).indicators).toMatchObject([
      { scope: "activity", activity_name: "水库管理", grade: null, value: "50", unit: "次" },
    ]);
  });
});
