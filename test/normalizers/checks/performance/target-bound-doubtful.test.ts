import { describe, expect, test } from "vitest";
import { targetBoundDoubtful } from "../../../../normalizers/checks/performance/target-bound-doubtful.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { targets, unable } from "../make-reading.js";

type Target = Partial<Placed<"indicators">>;

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
    [
      { operator: "eq", value: "120", target_raw: "120%" },
      "“合格率” has the target 120%: a share cannot be over 100 %.",
    ],
    [
      { operator: "gt", value: "100", target_raw: ">100%" },
      "“合格率” has the target >100%: a share cannot be over 100 %.",
    ],
    [
      { operator: "lte", value: "100", target_raw: "≤100%" },
      "“合格率” has the target ≤100%: a share is always at most 100 %.",
    ],
    [
      { operator: "lte", value: "98", target_raw: "≤98%", basis: "按规定不低于98%，见文件" },
      "“合格率” has the target ≤98%: its basis says “不低于98”.",
    ],
  ] as const)("says what is wrong with %o", (target, sentence) => {
    const { findings } = targetBoundDoubtful.run(targets(target));
    expect(findings.map((found) => sentencesOf(found).en)).toEqual([sentence]);
    expect(findings).toMatchObject([
      { severity: "error", table_no: 1, page: 5, actual: target.target_raw },
    ]);
  });

  test.each([
    ["98%以上", "98%以上"],
    ["98以上", "98以上"],
    ["98.0％及以上", "98.0%及以上"],
    ["98%（含）以上", "98%（含）以上"],
    ["98%（含）以上，96%以下为差", "98%（含）以上"],
    ["不少于98%", "不少于98"],
    ["大于等于98.0%", "大于等于98.0"],
    ["≥98%", "≥98"],
  ])("finds at most 98 where the basis says at least: %s", (basis, said) => {
    const target: Target = { operator: "lte", value: "98", basis: basis.replace("％", "%") };
    expect(targetBoundDoubtful.run(targets(target)).findings).toMatchObject([
      { severity: "error", facts: { why: { kind: "basis", basis: said } } },
    ]);
  });

  test.each([
    ["5天以内", null],
    ["5以内", "5以内"],
    ["5%以下", "5%以下"],
    ["5.0及以下", "5.0及以下"],
    ["5（含）以内", "5（含）以内"],
    ["不超过5天", "不超过5"],
    ["不高于5.0天", "不高于5.0"],
    ["小于等于5天", "小于等于5"],
    ["≤5天", "≤5"],
  ])("finds at least 5 where the basis says at most: %s", (basis, said) => {
    const target: Target = { level3: "办结时间", unit: "天", operator: "gte", value: "5", basis };
    expect(targetBoundDoubtful.run(targets(target)).findings).toMatchObject(
      said === null ? [] : [{ facts: { why: { kind: "basis", basis: said } } }],
    );
  });

  test("tells an error in each row, a repeated doubt once for each target", () => {
    const always: Target = { operator: "lte", value: "100", target_raw: "≤100%" };
    const over: Target = { operator: "gte", value: "100", target_raw: "≥100%" };
    const rows = [always, { ...always, row: 3 }, over, { ...over, target_raw: "≥100.0%" }];
    expect(targetBoundDoubtful.run(targets(...rows)).findings).toHaveLength(4);
  });

  test.each([
    ["a growth rate", { level3: "收入增长率", operator: "gte", value: "100" }],
    ["a rate of growth", { level3: "收入增长比率", operator: "gte", value: "120" }],
    ["a completion rate", { level3: "任务完成率", operator: "lte", value: "100" }],
    ["a number of persons", { level3: "培训人数", unit: "人", operator: "lte", value: "757" }],
    [
      "persons, though called a rate",
      { level3: "到会率", unit: "人", operator: "gte", value: "120" },
    ],
    ["a rate of exactly 100", { operator: "eq", value: "100" }],
    ["a rate of less than 100", { operator: "lt", value: "100" }],
    ["at most 99 %", { operator: "lte", value: "99" }],
    ["an amount per cent that is no rate", { level3: "补助标准", operator: "gte", value: "120" }],
    ["a basis that agrees", { operator: "gte", value: "98", basis: "98%以上" }],
    ["more than, where the basis says at least", { operator: "gt", value: "98", basis: "98%以上" }],
    ["a basis that agrees below", { operator: "lte", value: "5", basis: "5以内" }],
    ["less than, where the basis says at most", { operator: "lt", value: "5", basis: "5以内" }],
    ["a basis about another number", { operator: "eq", value: "98", basis: "198%以上" }],
    ["a target without a sign", { operator: null, value: "98", basis: "98%以上" }],
    ["a target whose basis says no bound", { operator: "eq", value: "98", basis: "98%" }],
  ] as const)("passes %s", (_, target) => {
    expect(targetBoundDoubtful.run(targets(target))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without numbers", () => {
    for (const target of [{ target_kind: "text" }, { value: null }] as const)
      expect(targetBoundDoubtful.run(targets(target))).toMatchObject(unable);
  });
});
