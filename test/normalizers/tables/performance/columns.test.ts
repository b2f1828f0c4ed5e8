import { describe, expect, test } from "vitest";
import { activityPerformance } from "../../../../normalizers/tables/performance/activity-performance.js";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { selfEvaluation } from "../../../../normalizers/tables/performance/self-evaluation.js";
import { printTable, unread } from "../print-table.js";

const INDICATORS = ["一级指标", "二级指标", "三级指标", "指标值"];
const TARGET = ["产出指标", "数量指标", "长度", "≥10公里"];

/** A list of one project, with a further column. */
function listed(header: string, text: string) {
  const reading = projectPerformance.read(
    printTable(
      [
        ["项目名称", header, ...INDICATORS],
        ["河道清淤", text, ...TARGET],
      ],
      { above: ["单位：万元"] },
    ),
  );
  return { project: reading.projects?.[0], unread: unread(reading) };
}

describe("a column of a list of projects", () => {
  test.each([
    ["project_code", ["项目编码", "项目代码", "项目编号"], "P1", "P1"],
    ["goals", ["目标", "绩效目标", "项目年度绩效目标", "总体目标"], "清淤", "清淤"],
    ["budget_fiscal", ["财政资金", "其中：财政拨款", "一般公共预算"], "9.00", "90000"],
    ["budget_other", ["其他资金", "其它资金", "其中:其他资金"], "9.00", "90000"],
    [
      "budget_total",
      [
        "预算",
        "项目预算",
        "年度预算数",
        "本年预算金额",
        "资金总额（万元）",
        "项目资金",
        "金额",
        "预算金额",
        "本年度预算安排数",
        "预算安排",
      ],
      "9.00",
      "90000",
    ],
  ] as const)("is that of %s: %j", (...[field, headers, text, value]) => {
    for (const header of headers)
      expect(listed(header, text)).toMatchObject({ project: { [field]: value }, unread: [] });
  });

  test.each(["实施单位", "单位名称", "预算部门", "单位", "部门名称"])(
    "names the unit: %s",
    (header) => {
      expect(listed(header, "县水务局")).toMatchObject({
        project: { issuer_name: "县水务局" },
        unread: [],
      });
    },
  );

  test.each([
    "序号",
    "备注",
    "单位编码",
    "主管部门",
    "部门编码",
    "项目类别",
    "项目类型",
    "项目属性",
    "项目期",
    "项目期限",
  ])("has no place in the dataset: %s", (header) => {
    expect(listed(header, "甲").unread).toEqual([]);
  });

  test.each([
    "项目编码说明",
    "其中项目编码",
    "非财政资金",
    "预算数说明",
    "项目类别说明",
    "其中备注",
  ])("is reported: %s", (header) => {
    expect(listed(header, "甲").unread).toEqual(["1/1"]);
  });

  test.each([
    "项目名称",
    "预算项目名称",
    "支出项目名称",
    "专项项目名称",
    "项目支出名称（全称）",
    "单位名称、项目名称",
  ])("names the project: %s", (header) => {
    const table = printTable([
      [header, ...INDICATORS],
      ["河道清淤", ...TARGET],
    ]);
    expect(projectPerformance.read(table).projects).toMatchObject([{ project_name: "河道清淤" }]);
  });
});

/** A list of one activity, with a further column. */
function activity(header: string, text: string) {
  const table = printTable([
    ["活动名称", header, "绩效指标", "优", "良"],
    ["水库管理", text, "巡查次数", "≥50次", "40-50次"],
  ]);
  const reading = activityPerformance.read(table);
  return {
    fits: activityPerformance.fits(table),
    activity: reading.activities?.[0],
    unread: unread(reading),
  };
}

describe("a column of a list of activities", () => {
  test.each([
    ["activity_code", ["编码", "活动编码", "工作活动代码", "职责编码"], "0101", "0101"],
    [
      "description",
      [
        "活动描述",
        "工作内容描述",
        "职责描述",
        "内容描述",
        "活动内容",
        "工作内容",
        "职责活动内容描述",
      ],
      "甲",
      "甲",
    ],
    ["fiscal_year", ["年度", "预算年度"], "2025", 2025],
    ["goal", ["绩效目标", "年度绩效目标", "活动绩效目标"], "安全", "安全"],
  ] as const)("is that of %s: %j", (...[field, headers, text, value]) => {
    for (const header of headers)
      expect(activity(header, text)).toMatchObject({
        fits: true,
        activity: { [field]: value, activity_name: "水库管理" },
        unread: [],
      });
  });

  test.each([
    "职责",
    "部门职责名称",
    "职责名称",
    "预算",
    "年度预算数",
    "预算资金（万元）",
    "预算金额",
  ])("has no place in the dataset: %s", (header) => {
    expect(activity(header, "9").unread).toEqual([]);
  });

  test.each([
    "活动编码说明",
    "其中活动描述",
    "活动内容说明",
    "本绩效目标",
    "绩效目标说明",
    "其他职责",
    "职责说明",
    "预算说明",
  ])("is reported: %s", (header) => {
    expect(activity(header, "甲").unread).toEqual(["1/1"]);
  });

  test.each([
    ["活动", true],
    ["活动名称", true],
    ["职责活动", true],
    ["部门职责活动名称", true],
    ["职责-活动", true],
    ["职责名称—活动", true],
    ["活动名称编码", false],
    ["其他活动", false],
    ["其他职责-活动", false],
  ])("names the activity: %s is %s", (header, fits) => {
    const table = printTable([
      [header, "绩效指标", "优", "良"],
      ["水库管理", "巡查次数", "≥50次", "40-50次"],
    ]);
    expect(activityPerformance.fits(table)).toBe(fits);
  });

  test("begins an activity at another code or name, and goes on where both are blank", () => {
    const table = printTable([
      ["活动编码", "活动名称", "绩效指标", "优", "良"],
      ["01", "管理", "甲", "≥50次", "40-50次"],
      ["", "", "乙", "≥50次", "40-50次"],
      ["02", "管理", "丙", "≥50次", "40-50次"],
      ["02", "清理", "丁", "≥50次", "40-50次"],
    ]);
    const { activities, indicators } = activityPerformance.read(table);
    expect(activities?.map((one) => [one.activity_code, one.activity_name])).toEqual([
      ["01", "管理"],
      ["02", "管理"],
      ["02", "清理"],
    ]);
    const graded = indicators?.filter(({ grade }) => grade === "good") ?? [];
    expect(graded.map((one) => [one.activity_code, one.activity_name, one.level3])).toEqual([
      ["01", "管理", "甲"],
      ["01", "管理", "乙"],
      ["02", "管理", "丙"],
      ["02", "清理", "丁"],
    ]);
  });
});

test("levels that have their weight behind their names are no column of weights", () => {
  const reading = projectPerformance.read(
    printTable(
      [
        ["项目名称", "一级指标及分值", "二级指标及分值", "三级指标", "设定分值", "指标值"],
        ["河道清淤", "产出指标（38分）", "数量指标（20分）", "长度", "20", "≥10公里"],
      ],
      { above: ["单位：万元"] },
    ),
  );
  expect(reading.indicators).toMatchObject([
    { level1: "产出指标（38分）", level2: "数量指标（20分）", level3: "长度", weight: "20" },
  ]);
  expect(reading.findings).toEqual([]);
});

test.each([
  ["beside a score is the weight", ["分数", "指标值", "得分"], "2.5"],
  ["alone may be either", ["分数", "指标值", "备注"], null],
])("分数 %s", (_, headers, weight) => {
  const reading = selfEvaluation.read(
    printTable(
      [
        ["项目名称", "河道清淤", "", "", "", ""],
        ["一级指标", "二级指标", "三级指标", ...headers],
        ["产出指标", "数量指标", "长度", "2.5", "≥10公里", "1.5"],
      ],
      { above: ["单位：万元"] },
    ),
  );
  expect(reading.indicators?.map((one) => one.weight)).toEqual([weight]);
});
