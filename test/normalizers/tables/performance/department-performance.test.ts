import { expect, test } from "vitest";
import { departmentPerformance } from "../../../../normalizers/tables/performance/department-performance.js";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const rows = [
  ["部门名称", "清河县水务局", "<", "<", "<"],
  ["年度绩效目标", "管好全县的水", "<", "<", "<"],
  ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ["产出指标", "数量指标", "巡查次数", "≥50次", "30"],
  ["^", "成本指标", "办公费", "≤12万元", "20"],
];

test.each([
  ["with its merged cells", rows],
  ["as plain text without them", withoutSpans(rows)],
])("the targets of a department belong to no project %s", (_name, printed) => {
  const table = printTable(printed, { above: ["部门整体支出绩效目标表"] });
  const reading = departmentPerformance.read(table);
  expect(departmentPerformance.names(table)).toBe(true);
  expect(departmentPerformance.fits(table)).toBe(true);
  expect(reading.indicators).toMatchObject([
    { scope: "department", project_name: null, level1: "产出指标", value: "50", weight: "30" },
    {
      scope: "department",
      level1: "产出指标",
      level2_code: "cost",
      value_base: "120000",
      unit_base: "元",
      weight: "20",
    },
  ]);
  expect(unread(reading)).toEqual([]);
});

test("a sheet that names a department is not a project's, whatever its caption", () => {
  const table = printTable(rows, { above: ["2023年度绩效目标表"] });
  expect(projectPerformance.fits(table) || projectPerformance.shows(table)).toBe(false);
  expect(departmentPerformance.shows(table)).toBe(true);
});
