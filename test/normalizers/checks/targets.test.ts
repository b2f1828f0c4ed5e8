import { describe, expect, test } from "vitest";
import { gradesDistinct } from "../../../normalizers/checks/performance/grades-distinct.js";
import { targetBoundDoubtful } from "../../../normalizers/checks/performance/target-bound-doubtful.js";
import { targetWithoutUnit } from "../../../normalizers/checks/performance/target-without-unit.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { indicator, reading } from "./make-reading.js";

type Target = Partial<Placed<"indicators">>;
const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};
const targets = (...all: readonly Target[]) => reading({ indicators: all.map(indicator) });

describe("target_without_unit", () => {
  const percent: Target = { level3: "政策落实情况", target_raw: "100%", value: "100" };
  const bare: Target = {
    ...percent,
    row: 7,
    unit: null,
    target_raw: "801",
    value: "801",
    target_kind: "text",
  };

  test("finds a bare number where the same indicator has a unit elsewhere", () => {
    expect(targetWithoutUnit.run(targets(percent, bare)).findings).toMatchObject([
      { severity: "error", row: 7, actual: "801" },
    ]);
  });

  test("finds a grade without the unit of the other grades", () => {
    const grade: Target = {
      level3: "培训人数",
      target_raw: "400人以上",
      unit: "人",
      operator: "gte",
      grade: "excellent",
    };
    const poor: Target = {
      ...grade,
      target_raw: "320以下",
      unit: null,
      operator: "lte",
      grade: "poor",
    };
    expect(targetWithoutUnit.run(targets(grade, poor)).findings).toMatchObject([
      { severity: "error", actual: "320以下" },
    ]);
  });

  test.each([
    ["a rate", { level3: "服务对象满意度", unit: null, target_raw: ">= 95.00" }],
    ["a cost in 万", { level3: "评估成本", level2_code: "cost", unit: "万", target_raw: "≤5万" }],
  ] as const)("doubts %s without a unit", (_, target) => {
    expect(targetWithoutUnit.run(targets(target)).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test("passes plain counts that no sibling contradicts", () => {
    const count: Target = { level3: "培训次数", unit: null, target_raw: "3" };
    expect(targetWithoutUnit.run(targets(count, percent))).toMatchObject({
      compared: 2,
      findings: [],
    });
  });

  test("cannot run without numbers", () => {
    expect(
      targetWithoutUnit.run(targets({ target_kind: "text", target_raw: "及时" })),
    ).toMatchObject(unable);
  });
});

describe("target_bound_doubtful", () => {
  test.each([
    ["at most 100 %", { operator: "lte", value: "100", target_raw: "≤100%" }, "error"],
    ["at least 100 %", { operator: "gte", value: "100", target_raw: "≥100%" }, "warning"],
    ["over 100 %", { operator: "eq", value: "100.1", target_raw: "100.1%" }, "error"],
    [
      "an equals sign against its basis",
      { operator: "eq", value: "98", basis: "达到98%以上" },
      "error",
    ],
    ["a misspelt basis", { operator: "eq", value: "98", basis: "达98&以上" }, "error"],
  ] as const)("finds %s", (_, target, severity) => {
    expect(targetBoundDoubtful.run(targets(target)).findings).toMatchObject([{ severity, row: 2 }]);
  });

  test("tells a sign that a whole table repeats once", () => {
    const one: Target = { operator: "gte", value: "100", target_raw: "≥100%" };
    expect(
      targetBoundDoubtful.run(targets(one, { ...one, row: 3 }, { ...one, table_no: 2 })).findings,
    ).toHaveLength(2);
  });

  test.each([
    ["a growth rate", { level3: "收入增长率", operator: "gte", value: "100" }],
    ["a completion rate", { level3: "任务完成率", operator: "lte", value: "100" }],
    ["a number of persons", { level3: "培训人数", unit: "人", operator: "lte", value: "757" }],
    ["a basis that agrees", { operator: "gte", value: "98", basis: "98%以上" }],
  ] as const)("passes %s", (_, target) => {
    expect(targetBoundDoubtful.run(targets(target))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without numbers", () => {
    expect(targetBoundDoubtful.run(targets({ target_kind: "text", value: null }))).toMatchObject(
      unable,
    );
  });
});

const text = (target_raw: string): Target => ({
  target_kind: "text",
  operator: null,
  value: null,
  target_raw,
});

describe("grades_distinct", () => {
  const graded = (...all: readonly Target[]) =>
    targets(...all.map((target, index) => ({ ...target, grade: GRADES[index] ?? null })));
  const GRADES = ["excellent", "good", "fair", "poor"] as const;

  test.each([
    ["two grades alike", [text("是"), text("否"), text("否")], "error"],
    [
      "a number without a grade",
      [
        { operator: "gt", value: "2", target_raw: ">2" },
        { operator: "lt", value: "2", target_raw: "<2" },
      ],
      "error",
    ],
    [
      "a number with two grades",
      [
        { operator: "gte", value: "400", target_raw: "400以上" },
        { operator: "range", value: "360", value_max: "400", target_raw: "360-400" },
      ],
      "error",
    ],
    [
      "a point above a range",
      [
        { operator: "eq", value: "95", target_raw: "95%" },
        { operator: "gte", value: "85", target_raw: "≥85%" },
      ],
      "warning",
    ],
  ] as const)("finds %s", (_, grades, severity) => {
    expect(gradesDistinct.run(graded(...grades)).findings).toMatchObject([{ severity, row: 2 }]);
  });

  test("passes thresholds that are tried from the best down", () => {
    const grades: readonly Target[] = [
      { operator: "eq", value: "100", target_raw: "100%" },
      { operator: "gte", value: "90", target_raw: "≥90%" },
      { operator: "gte", value: "80", target_raw: "≥80%" },
      { operator: "lt", value: "80", target_raw: "<80%" },
    ];
    expect(gradesDistinct.run(graded(...grades))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without grades", () => {
    expect(gradesDistinct.run(targets({}))).toMatchObject(unable);
  });
});
