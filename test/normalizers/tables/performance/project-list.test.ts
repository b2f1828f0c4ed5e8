import { describe, expect, test } from "vitest";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const list = [
  [
    "单位名称、项目名称",
    "年度绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "权重",
  ],
  ["护林员补助", "管护林地", "产出指标", "数量指标", "护林员人数", "≥", "30", "人", "20"],
  ["^", "^", "效益指标", "生态效益指标", "森林火灾", "定性", "明显减少", "", "10"],
  ["苗木补助", "栽植苗木", "产出指标", "数量指标", "栽植面积", "=", "200", "亩", "30"],
];

describe("a list of projects in one table", () => {
  test.each([
    ["with its merged cells", list],
    ["as plain text without them", withoutSpans(list)],
  ])("gives a project for each name %s", (_name, rows) => {
    const reading = projectPerformance.read(printTable(rows));
    expect(reading.projects).toMatchObject([
      { project_name: "护林员补助", goals: "管护林地" },
      { project_name: "苗木补助", goals: "栽植苗木" },
    ]);
    expect(reading.indicators).toMatchObject([
      { project_name: "护林员补助", operator: "gte", value: "30", unit: "人", weight: "20" },
      {
        project_name: "护林员补助",
        target_kind: "text",
        target_text: "明显减少",
        symbol_raw: "定性",
      },
      { project_name: "苗木补助", operator: "eq", value: "200", unit: "亩" },
    ]);
    expect(unread(reading)).toEqual([]);
  });
});

test("a project in which several units have a part is listed once for each", () => {
  const rows = [
    [
      "项目名称",
      "单位名称",
      "预算数（万元）",
      "年度目标",
      "一级指标",
      "二级指标",
      "三级指标",
      "指标值",
    ],
    ["人才培养", "县一中", "30", "培养学生", "产出指标", "数量指标", "人数", "≥20人"],
    ["^", "县二中", "12.5", "培养老师", "产出指标", "数量指标", "人数", "≥5人"],
  ];
  const reading = projectPerformance.read(printTable(rows));
  expect(reading.projects).toMatchObject([
    { project_name: "人才培养", issuer_name: "县一中", budget_total: "300000", goals: "培养学生" },
    { project_name: "人才培养", issuer_name: "县二中", budget_total: "125000", goals: "培养老师" },
  ]);
  expect(unread(reading)).toEqual([]);
});

/** A row of a list: name, code and unit of the project, its budget, and an indicator. */
const row = (...project: readonly string[]) => [
  ...project,
  "产出指标",
  "数量指标",
  "长度",
  "≥9公里",
];

describe("a list in which a project goes on", () => {
  const HEADER = [
    "项目名称",
    "项目编码",
    "预算单位",
    "预算数（元）",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
  ];
  const read = (...rows: readonly (readonly string[])[]) =>
    projectPerformance.read(printTable([HEADER, ...rows]));

  test("begins one at another name, code or unit, and goes on where they are blank or the same", () => {
    const reading = read(
      row("清淤", "P1", "县水务局", "9"),
      row("", "", "", ""),
      row("清淤", "P1", "县水务局", "9"),
      row("清淤", "P2", "县水务局", "8"),
      row("", "", "县水库管理所", "7"),
      row("养护", "P3", "县交通局", "6"),
    );
    expect(
      reading.projects?.map((one) => [
        one.project_name,
        one.project_code,
        one.issuer_name,
        one.budget_total,
      ]),
    ).toEqual([
      ["清淤", "P1", "县水务局", "9"],
      ["清淤", "P2", "县水务局", "8"],
      ["清淤", "P2", "县水库管理所", "7"],
      ["养护", "P3", "县交通局", "6"],
    ]);
    expect(reading.indicators?.map(({ project_code }) => project_code)).toEqual([
      "P1",
      "P1",
      "P1",
      "P2",
      "P2",
      "P3",
    ]);
    expect(reading.ledger.filter(({ reason }) => reason === "repeated").length).toBe(4);
    expect(unread(reading)).toEqual([]);
  });

  test("has no budget source where no budget is printed", () => {
    expect(read(row("清淤", "P1", "县水务局", "")).projects).toMatchObject([
      { budget_total: null, budget_source: null },
    ]);
    expect(read(row("清淤", "P1", "县水务局", "9")).projects).toMatchObject([
      { budget_total: "9", budget_source: "sheet" },
    ]);
  });

  test("is read without its corner", () => {
    const table = printTable([
      ["预算表", "<", "甲", "<", "<", "<", "<", "<"],
      HEADER,
      row("清淤", "P1", "县水务局", "9"),
    ]);
    const { ledger } = projectPerformance.read(table);
    expect(ledger.filter((cell) => cell.row === 0).map(({ reason }) => reason)).toEqual([
      "corner",
      "corner",
    ]);
  });
});
