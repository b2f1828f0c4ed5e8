import { describe, expect, test } from "vitest";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { gridOf } from "../../../../pipeline/model/grid.js";
import { makeTable } from "../../../make-table.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const COLUMNS = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"];

const sheet = [
  ["105001清河县水务局", "单位：万元", "<", "<", "<", "<", "<"],
  ["项目编码", "105-0101-JBN-AB12", "<", "项目名称", "<", "河道清淤", "<"],
  ["预算规模及资金用途", "预算数", "120.50", "其中：财政资金", "100.5", "其他资金", "20"],
  ["^", "用于河道清淤", "<", "<", "<", "<", "<"],
  ["资金支出计划（%）", "3月底", "6月底", "10月底", "<", "12月底", "<"],
  ["^", "", "40.00%", "80.00%", "<", "100.00%", "<"],
  ["绩效目标", "1、清淤十公里\n2、改善水质", "<", "<", "<", "<", "<"],
  ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据", "<"],
  ["产出指标", "数量指标", "清淤长度", "清淤河道的长度", "≥10公里", "年度计划", "<"],
  ["^", "质量指标", "验收合格率", "一次验收合格", "=100百分比", "年度计划", "<"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "受访群众满意", "≥95%", "问卷", "<"],
];

const symbols = [
  ["项目编码", "107-0201-JZN-MA01", "项目名称", "河堤加固", "<", "<", "<", "<"],
  ["项目绩效模板", "　", "<", "<", "<", "<", "<", "<"],
  ["资金用途", "加固河堤", "<", "<", "<", "<", "<", "<"],
  ["资金支出计划（累计进度%）", "3月底", "6月底", "<", "10月底", "<", "12月底", "<"],
  ["^", "0.00", "50.00", "<", "100.00", "<", "100.00", "<"],
  ["绩效目标", "目标1", "<", "<", "按期完工", "<", "<", "<"],
  ["^", "目标2", "<", "<", "保障安全", "<", "<", "<"],
  ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "<", "<", "指标值确定依据"],
  ["^", "^", "^", "^", "符号", "值", "单位（文字描述）", "^"],
  ["产出指标", "数量指标", "加固长度", "加固的长度", ">=", "3.00", "公里", "计划"],
  ["^", "质量指标", "工程质量", "质量达标", "文字描述", "", "符合规范", "规范"],
];

const ministry = [
  ["项目名称", "古籍修复", "<", "<", "<"],
  ["主管部门及代码", "[205]县文化局", "<", "实施单位", "县图书馆"],
  ["项目资金（万元）", "年度资金总额：", "<", "30", "<"],
  ["^", "其中：财政拨款", "<", "25", "<"],
  ["^", "其他资金", "<", "5", "<"],
  ["总体目标", "实施期目标（2022年—2024年）", "<", "年度目标", "<"],
  ["^", "三年修复三百册", "<", "目标1：修复一百册。目标2：建成数据库。", "<"],
  ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
  ["^", "产出指标", "数量指标", "指标1：修复册数", "≥100册"],
  ["^", "^", "时效指标", "指标1：完成时间", "2023年12月底前"],
  ["^", "成本指标", "经济成本指标", "指标1：", ""],
];

describe("a project sheet in seven columns", () => {
  test.each([
    ["with its merged cells", sheet],
    ["as plain text without them", withoutSpans(sheet)],
  ])("is read whole %s", (_name, rows) => {
    const table = printTable(rows, { above: ["3、河道清淤绩效目标表"] });
    const reading = projectPerformance.read(table);
    expect(projectPerformance.fits(table)).toBe(true);
    expect(reading.projects).toEqual([
      {
        number: "3",
        project_code: "105-0101-JBN-AB12",
        project_name: "河道清淤",
        issuer_code: "105001",
        issuer_name: "清河县水务局",
        budget_total: "1205000",
        budget_fiscal: "1005000",
        budget_other: "200000",
        budget_source: "sheet",
        purpose: "用于河道清淤",
        plan_march: null,
        plan_june: "40",
        plan_october: "80",
        plan_december: "100",
        goals: "清淤十公里\n改善水质",
      },
    ]);
    expect(reading.indicators).toMatchObject([
      {
        row: 8,
        level1: "产出指标",
        level1_code: "output",
        level2_code: "quantity",
        operator: "gte",
        value: "10",
        unit: "公里",
        basis: "年度计划",
      },
      {
        row: 9,
        level1: "产出指标",
        level2_code: "quality",
        level3: "验收合格率",
        description: "一次验收合格",
        unit: "%",
      },
      {
        row: 10,
        level1_code: "satisfaction",
        level2_code: "satisfaction",
        project_code: "105-0101-JBN-AB12",
        scope: "project",
      },
    ]);
    expect(unread(reading)).toEqual([]);
    expect(reading.findings).toEqual([]);
  });
});

describe("a project sheet with symbol, value and unit in three columns", () => {
  test.each([
    ["with its merged cells", symbols],
    ["as plain text without them", withoutSpans(symbols)],
  ])("is read whole %s", (_name, rows) => {
    const reading = projectPerformance.read(
      printTable(rows, {
        above: ["1、河堤加固绩效目标表"],
        below: ["项目说明：", "二、项目资金安排：项目资金171万，二季度支出50%。"],
      }),
    );
    expect(reading.projects).toMatchObject([
      {
        purpose: "加固河堤",
        plan_march: "0",
        plan_june: "50",
        plan_december: "100",
        goals: "按期完工\n保障安全",
        budget_total: "1710000",
        budget_source: "prose",
        budget_fiscal: null,
      },
    ]);
    expect(reading.indicators).toMatchObject([
      { operator: "gte", value: "3", unit: "公里", target_raw: ">= 3.00 公里", basis: "计划" },
      {
        level1: "产出指标",
        target_kind: "text",
        target_text: "符合规范",
        symbol_raw: "文字描述",
        unit: null,
      },
    ]);
    expect(unread(reading)).toEqual([]);
  });
});

describe("the sheet of the Ministry of Finance", () => {
  test.each([
    ["with its merged cells", ministry],
    ["as plain text without them", withoutSpans(ministry)],
  ])("is read whole %s", (_name, rows) => {
    const reading = projectPerformance.read(printTable(rows, { above: ["项目支出绩效目标表"] }));
    expect(reading.projects).toMatchObject([
      {
        project_name: "古籍修复",
        issuer_name: "县图书馆",
        budget_total: "300000",
        budget_fiscal: "250000",
        budget_other: "50000",
        goals: "修复一百册。\n建成数据库。",
      },
    ]);
    expect(reading.indicators).toMatchObject([
      {
        level1: "产出指标",
        level2: "数量指标",
        level3: "指标1：修复册数",
        value: "100",
        unit: "册",
      },
      {
        level1: "产出指标",
        level2: "时效指标",
        target_kind: "text",
        target_text: "2023年12月底前",
      },
    ]);
    expect(unread(reading)).toEqual([]);
  });

  test("leaves out a self-evaluation, which states results", () => {
    const rows = [
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"],
      ["产出指标", "数量指标", "册数", "100", "90"],
    ];
    expect(projectPerformance.fits(printTable(rows))).toBe(false);
  });
});

describe("a sheet in two grids", () => {
  const strip = gridOf(makeTable([["绩效目标", "1.清淤十公里"]]));
  const indicators = gridOf(
    makeTable([COLUMNS, ["产出指标", "数量指标", "长度", "长度", "10公里", "计划"]]),
  );

  test("is joined", () => {
    expect(projectPerformance.joins?.(strip, indicators)).toBe(true);
  });

  test("is joined in three parts", () => {
    const first = gridOf(makeTable([["项目编码", "A01", "项目名称", "清淤"]]));
    const plan = [
      ["资金支出计划（%）", "3月底", "6月底"],
      ["", "10", "60"],
    ];
    expect(projectPerformance.joins?.(first, gridOf(makeTable(plan)))).toBe(true);
    expect(projectPerformance.joins?.(first, gridOf(makeTable([...plan, COLUMNS])))).toBe(true);
  });

  test("is not joined with a second strip of the same labels", () => {
    expect(projectPerformance.joins?.(strip, strip)).toBe(false);
  });

  test("is not joined with the next project's", () => {
    expect(projectPerformance.joins?.(indicators, strip)).toBe(false);
    expect(projectPerformance.joins?.(strip, gridOf(makeTable(sheet)))).toBe(false);
  });

  test("takes the project's name from the caption", () => {
    const rows = [
      ["绩效目标", "1.清淤十公里"],
      COLUMNS,
      ["产出指标", "数量指标", "长度", "长度", "10公里", "计划"],
    ];
    const reading = projectPerformance.read(
      printTable(rows, { above: ["12、河道清淤绩效目标表"] }),
    );
    expect(reading.projects).toMatchObject([
      { number: "12", project_name: "河道清淤", budget_total: null, budget_source: null },
    ]);
  });
});

test("a cell that no label explains is reported", () => {
  const rows = [
    ["项目名称", "河道清淤"],
    ["天气", "晴"],
    ["绩效目标", "清淤"],
  ];
  const reading = projectPerformance.read(printTable(rows));
  expect(unread(reading)).toEqual(["1/0", "1/1"]);
  expect(reading.findings.map(({ rule }) => rule)).toEqual(["unread_cell", "unread_cell"]);
});

test("an amount that is none is reported where it stands", () => {
  const rows = [
    ["项目名称", "河道清淤", "预算数（万元）", "约三十"],
    ["绩效目标", "清淤", "", ""],
  ];
  const reading = projectPerformance.read(printTable(rows));
  expect(reading.projects).toMatchObject([{ budget_total: null }]);
  expect(reading.findings).toMatchObject([
    { rule: "unreadable_amount", row: 0, column: 3, actual: "约三十" },
  ]);
});

test("headers that a page cut short still name their columns", () => {
  const rows = [
    ["一级指标", "二级指标", "三级指标", "绩效指标描", "指标值", "指标值确定"],
    ["产出指标", "数量指标", "清淤长度", "清淤河道的长度", "≥10公里", "年度计划"],
  ];
  expect(projectPerformance.read(printTable(rows)).indicators).toMatchObject([
    { description: "清淤河道的长度", value: "10", basis: "年度计划" },
  ]);
});
