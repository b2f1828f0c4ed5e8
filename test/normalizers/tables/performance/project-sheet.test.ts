import { describe, expect, test } from "vitest";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { type Around, printTable, unread } from "../print-table.js";

const HEADER = ["一级指标", "二级指标", "三级指标", "指标值"];
const TARGET = ["产出指标", "数量指标", "清淤长度", "≥10公里"];

/** The project of a sheet whose strip has these rows. */
function sheet(rows: readonly (readonly string[])[], around: Around = {}) {
  const reading = projectPerformance.read(printTable([...rows, HEADER, TARGET], around));
  return {
    ...reading.projects?.[0],
    unread: unread(reading),
    rules: reading.findings.map(({ rule }) => rule),
  };
}

describe("a sheet without the name of its project", () => {
  test.each([
    ["河道清淤绩效目标表", "河道清淤"],
    ["河道清淤项目绩效目标申报表", "河道清淤"],
    ["河道清淤项目支出绩效目标批复表（2025年）", "河道清淤"],
    ["河道清淤专项资金年度绩效目标表", "河道清淤"],
    ["河道清淤部门预算项目绩效目标表", "河道清淤"],
    ["河道清淤-项目绩效目标表", "河道清淤"],
    ["河道清淤：绩效目标表", "河道清淤"],
    ["2025年度部门预算项目绩效目标表", null],
    ["2025年县级项目绩效目标表", null],
    ["部门项目支出绩效目标表", null],
    ["绩效目标表", null],
  ])("takes it from the caption %s", (caption, project_name) => {
    expect(sheet([["项目编码", "P1", "<", "<"]], { above: [caption] })).toMatchObject({
      project_name,
    });
  });

  test("does not take it where it has one", () => {
    const rows = [["项目名称", "道路养护", "<", "<"]];
    expect(sheet(rows, { above: ["河道清淤绩效目标表"] })).toMatchObject({
      project_name: "道路养护",
    });
  });
});

describe("the unit of a sheet", () => {
  test.each([
    ["[205]县水务局", "205", "县水务局"],
    ["（205001）县水务局", "205001", "县水务局"],
    ["【205】县水务局", "205", "县水务局"],
    ["205-县水务局", "205", "县水务局"],
    ["205县水务局", "205", "县水务局"],
    ["20县水务局", null, "20县水务局"],
    ["县水务局", null, "县水务局"],
  ])("is printed as %s", (text, issuer_code, issuer_name) => {
    expect(sheet([["项目名称", "清淤", "实施单位", text]])).toMatchObject({
      issuer_code,
      issuer_name,
    });
  });

  test("is that of its corner before its own", () => {
    const rows = [["项目名称", "清淤", "实施单位", "[205]县水务局"]];
    expect(sheet(rows, { above: ["部门：101县财政局"] })).toMatchObject({
      issuer_code: "101",
      issuer_name: "县财政局",
      unread: [],
    });
  });
});

describe("the budget of a sheet", () => {
  const named = ["项目名称", "清淤", "<", "<"];
  test.each([
    ["项目资金总额9.00万元。", "90000"],
    ["项目预算合计：9.00万元。", "90000"],
    ["项目投资约为1,200元。", "1200"],
    ["项目预算安排9亿元。", "900000000"],
    ["项目资金共计 9.00 万元。", "90000"],
    ["资金总额9.00万元。", null],
    ["项目资金总额较大。", null],
  ])("is what the prose below states: %s", (text, budget_total) => {
    expect(sheet([named], { below: ["甲", text] })).toMatchObject({
      budget_total,
      budget_source: budget_total === null ? null : "prose",
    });
  });

  test.each([
    ["预算数", "9.00", "sheet", "90000"],
    ["预算数", "", null, null],
    ["资金总额", "", null, null],
    ["财政拨款", "", null, null],
  ])(
    "is that of its own row, were it blank: %s “%s”",
    (...[label, text, budget_source, budget_total]) => {
      const rows = [named, [label, text, "<", "<"]];
      const around = { above: ["单位：万元"], below: ["项目资金总额8.00万元。"] };
      expect(sheet(rows, around)).toMatchObject({ budget_source, budget_total });
    },
  );

  test("is read in the unit of its label before that of the sheet", () => {
    const rows = [named, ["预算数（元）", "9", "其他资金", "8"]];
    expect(sheet(rows, { above: ["单位：万元"] })).toMatchObject({
      budget_total: "9",
      budget_other: "80000",
      budget_fiscal: null,
    });
  });
});

describe("the goals of a sheet", () => {
  test("are null where none is printed, and counted where several are", () => {
    expect(sheet([["项目名称", "清淤", "<", "<"]])).toMatchObject({ goals: null, purpose: null });
    const rows = [
      ["绩效目标", "目标1", "清淤", "<"],
      ["^", "目标2", "改善水质", "<"],
      ["用途", "河道", "<", "<"],
    ];
    expect(sheet(rows)).toMatchObject({ goals: "清淤\n改善水质", purpose: "河道", unread: [] });
  });

  test("leave what the dataset has no place for out", () => {
    expect(sheet([["项目名称", "清淤", "项目类别", "甲"]])).toMatchObject({
      unread: [],
      rules: [],
    });
  });
});

describe("a table that may be a sheet", () => {
  const table = (rows: readonly (readonly string[])[]) => printTable([...rows, HEADER, TARGET]);
  const results = printTable([
    ["项目名称", "清淤", "<", "<", "<"],
    [...HEADER, "实际完成值"],
    [...TARGET, "9公里"],
  ]);
  const strip = printTable([
    ["项目名称", "清淤"],
    ["用途", "河道"],
  ]);
  const aims = printTable([
    ["绩效目标", "清淤"],
    ["用途", "河道"],
  ]);
  const department = [["部门名称", "县水务局", "<", "<"]];

  test.each([
    ["a project's name", table([["项目名称", "清淤", "<", "<"]]), true, true],
    ["a project's code", table([["项目编码", "P1", "<", "<"]]), true, true],
    ["nothing over its indicators", table([]), true, false],
    ["a department's name", table(department), false, false],
    [
      "a department's name and a project's",
      table([...department, ["项目名称", "清淤", "<", "<"]]),
      true,
      true,
    ],
    ["results", results, false, false],
    ["a strip alone", strip, true, false],
    ["goals alone", aims, true, false],
    [
      "no labels",
      printTable([
        ["甲", "乙"],
        ["丙", "丁"],
      ]),
      false,
      false,
    ],
  ])("has %s", (...[, one, fits, shows]) => {
    expect([projectPerformance.fits(one), projectPerformance.shows(one)]).toEqual([fits, shows]);
  });

  test("shows it in the chapter of projects, by its indicators", () => {
    const one = { ...table([]), sectionKind: "performance_projects" as const };
    expect(projectPerformance.shows(one)).toBe(true);
    expect(projectPerformance.shows({ ...strip, sectionKind: "performance_projects" })).toBe(false);
  });

  test("is named 项目绩效目标表", () => {
    expect(projectPerformance.name).toBe("项目绩效目标表");
    expect(projectPerformance.names({ caption: "项目绩效目标表" })).toBe(true);
  });

  test.each([
    ["indicators", printTable([HEADER, TARGET]), true],
    [
      "other labels",
      printTable([
        ["资金来源", "财政拨款"],
        ["绩效目标", "清淤"],
      ]),
      true,
    ],
    ["labels that it has", printTable([["项目名称", "养护"]]), false],
    ["no labels", printTable([["甲", "乙"]]), false],
  ])("goes on with %s: %s", (...[, below, joins]) => {
    expect(projectPerformance.joins?.(strip.grid, below.grid)).toBe(joins);
    expect(projectPerformance.joins?.(table([]).grid, below.grid)).toBe(false);
  });
});
