import { describe, expect, test } from "vitest";
import { targetWithoutUnit } from "../../../../normalizers/checks/performance/target-without-unit.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { targets, unable } from "../make-reading.js";

type Target = Partial<Placed<"indicators">>;

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

  test.each([
    [
      "elsewhere",
      targets({ ...percent, table_no: 2 }, bare),
      "“政策落实情况” has the target 801 without a unit, elsewhere it is 100%.",
      [{ name: "100%", table_no: 2, row: 2, page: 5 }],
    ],
    [
      "nowhere",
      targets({ level3: "满意度", unit: "", target_raw: "95" }),
      "“满意度” has the target 95 without a unit.",
      [],
    ],
  ] as const)("says whether there is a unit %s", (...[, document, sentence, related]) => {
    const { findings } = targetWithoutUnit.run(document);
    expect(findings.map((found) => sentencesOf(found).en)).toEqual([sentence]);
    expect(findings.map((found) => found.related)).toEqual([related]);
  });

  test("names the first of several that have a unit", () => {
    const second = { ...percent, table_no: 3, target_raw: "99%" };
    expect(targetWithoutUnit.run(targets(percent, second, bare)).findings).toMatchObject([
      { facts: { sibling: "100%" } },
    ]);
  });

  test.each(["801", "80.1", "≥801", ">=801", "＝801"])(
    "takes %s for a bare number",
    (target_raw) => {
      expect(
        targetWithoutUnit.run(targets(percent, { ...bare, target_raw })).findings,
      ).toMatchObject([{ actual: target_raw }]);
    },
  );

  test.each(["801个", "约801", ">>=801", "≥"])("does not take %s for one", (target_raw) => {
    expect(targetWithoutUnit.run(targets(percent, { ...bare, target_raw }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each<[string, Target, Target]>([
    [
      "plain counts that no sibling contradicts",
      { level3: "培训次数", unit: null, target_raw: "3" },
      percent,
    ],
    ["counts without a name", { level3: null, unit: null }, { level3: null }],
    ["a cost in 万元", { level3: "评估成本", level2_code: "cost", unit: "万元" }, percent],
    [
      "a number in 万 that is no cost",
      { level3: "培训人次", level2_code: "quantity", unit: "万" },
      percent,
    ],
    ["a growth without a unit", { level3: "增长率", unit: null }, percent],
    [
      "a grade whose sibling is on another sheet",
      { level3: "人数", unit: null, grade: "good" },
      { level3: "人数", unit: "人", grade: "poor", table_no: 2 },
    ],
  ])("passes %s", (_, target, other) => {
    expect(targetWithoutUnit.run(targets(target, other))).toMatchObject({
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
