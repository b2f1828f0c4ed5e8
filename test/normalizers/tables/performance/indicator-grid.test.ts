import { describe, expect, test } from "vitest";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const stacked = [
  ["项目名称", "古籍修复", "<", "<", "<"],
  ["项目绩效目标", "长期目标", "<", "年度目标", "<"],
  ["^", "修复全部古籍", "<", "修复一百册", "<"],
  ["长期绩效指标", "一级指标", "二级指标", "指标内容", "指标值"],
  ["^", "产出指标", "数量指标", "修复册数", "300册"],
  ["年度绩效指标", "一级指标", "二级指标", "指标内容", "指标值"],
  ["^", "产出指标", "数量指标", "修复册数", "100册"],
  ["^", "^", "质量指标", "合格率", "≥95%"],
];

const beside = [
  ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
  ["^", "产出指标", "数量指标", "修复册数", "300册", "数量指标", "修复册数", "100册"],
];

describe("targets of the year beside or below those of several years", () => {
  test.each([
    ["stacked, with merged cells", stacked],
    ["stacked, in plain text", withoutSpans(stacked)],
  ])("are the ones that are read: %s", (_name, rows) => {
    const reading = projectPerformance.read(printTable(rows));
    expect(reading.projects).toMatchObject([{ goals: "修复一百册" }]);
    expect(reading.indicators?.map(({ level3, value }) => [level3, value])).toEqual([
      ["修复册数", "100"],
      ["合格率", "95"],
    ]);
    expect(unread(reading)).toEqual([]);
  });

  test.each([
    ["side by side, with merged cells", beside],
    ["side by side, in plain text", withoutSpans(beside)],
  ])("are the ones that are read: %s", (_name, rows) => {
    const reading = projectPerformance.read(printTable(rows));
    expect(reading.indicators).toMatchObject([
      { level1: "产出指标", level2: "数量指标", value: "100" },
    ]);
    expect(reading.ledger.filter(({ reason }) => reason === "long-term target")).toHaveLength(3);
    expect(unread(reading)).toEqual([]);
  });
});

test("sign, number and unit in three cells under one header are one target", () => {
  const rows = [
    ["一级指标", "二级指标", "三级指标", "指标值", "<", "<"],
    ["产出指标", "数量指标", "清淤长度", "≥", "10", "公里"],
    ["^", "时效指标", "按时完工", "12月底前", "<", "<"],
  ];
  expect(projectPerformance.read(printTable(rows)).indicators).toMatchObject([
    { operator: "gte", value: "10", unit: "公里", target_raw: "≥ 10 公里" },
    { target_kind: "text", target_text: "12月底前" },
  ]);
});

test("a sign without a quantity is doubted", () => {
  const rows = [
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "时效指标", "及时", "≥按时"],
  ];
  expect(projectPerformance.read(printTable(rows)).findings).toMatchObject([
    { rule: "unreadable_target" },
  ]);
});

test("what is no sign is doubted where the sign stands, and its number kept as text", () => {
  const rows = [
    ["一级指标", "二级指标", "三级指标", "符号", "指标值", "计量单位"],
    ["产出指标", "时效指标", "按时完成率", "³", "95", "%"],
    ["^", "^", "完成数量", "≥", "10", "项"],
  ];
  const reading = projectPerformance.read(printTable(rows));
  expect(reading.indicators).toMatchObject([{ target_kind: "text" }, { operator: "gte" }]);
  expect(reading.findings).toMatchObject([{ rule: "unreadable_sign", row: 1, column: 3 }]);
});
