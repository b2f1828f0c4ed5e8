import { describe, expect, test } from "vitest";
import { gradesDistinct } from "../../../../normalizers/checks/performance/grades-distinct.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { targets, unable } from "../make-reading.js";

type Target = Partial<Placed<"indicators">>;

const text = (target_raw: string): Target => ({
  target_kind: "text",
  operator: null,
  value: null,
  target_raw,
});

const exactly = (value: string, unit = ""): Target => ({
  operator: "eq",
  value,
  unit,
  target_raw: `=${value}${unit}`,
});
const above = (value: string): Target => ({ operator: "gt", value, target_raw: `>${value}` });
const below = (value: string): Target => ({ operator: "lt", value, target_raw: `<${value}` });
const atLeast = (value: string): Target => ({ operator: "gte", value, target_raw: `≥${value}` });
const atMost = (value: string): Target => ({ operator: "lte", value, target_raw: `≤${value}` });
const range = (value: string, value_max: string): Target => ({
  operator: "range",
  value,
  value_max,
  target_raw: `${value}-${value_max}`,
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

  test.each<[string, readonly Target[], string]>([
    [
      "alike",
      [text("是"), text("否"), text("否")],
      "The grades of “合格率” (是 / 否 / 否): two of them are “否”.",
    ],
    [
      "left out",
      [above("2"), { operator: "lt", value: "2", target_raw: "<2" }],
      "The grades of “合格率” (>2 / <2): exactly 2 has no grade.",
    ],
    [
      "shared",
      [atLeast("400"), range("360", "400")],
      "The grades of “合格率” (≥400 / 360-400): 400 has two grades.",
    ],
    [
      "a point",
      [exactly("95"), atLeast("85")],
      "The grades of “合格率” (=95 / ≥85): more than =95 has not the best grade.",
    ],
  ])("says what is wrong: %s", (_, grades, sentence) => {
    const { findings } = gradesDistinct.run(graded(...grades));
    expect(findings.map((found) => sentencesOf(found).en)).toEqual([sentence]);
    expect(findings).toMatchObject([
      { table_no: 1, page: 5, actual: grades.map(({ target_raw }) => target_raw).join(" / ") },
    ]);
  });

  test.each<[string, readonly Target[], string]>([
    [
      "is left out between a range and what is above it",
      [above("5"), below("5"), range("6", "9")],
      "5",
    ],
    ["is shared at the lower end of a range", [range("5", "9"), exactly("5")], "5"],
    ["is shared at the upper end of a range", [exactly("9"), range("5", "9")], "9"],
    ["is shared within an open bound", [range("5", "9"), above("8")], "9"],
  ])("finds a number that %s", (_, grades, target) => {
    expect(gradesDistinct.run(graded(...grades)).findings).toMatchObject([
      { severity: "error", facts: { why: { target } } },
    ]);
  });

  test.each<[string, readonly Target[]]>([
    [
      "thresholds that are tried from the best down",
      [exactly("100", "%"), atLeast("90"), atLeast("80"), below("80")],
    ],
    ["ranges that meet and do not touch", [range("90", "100"), range("80", "89"), below("80")]],
    ["a range beside an open bound", [above("9"), range("5", "9"), below("5")]],
    ["a bound that the next grade includes", [above("2"), atMost("2")]],
    ["a bound of one grade alone", [above("5"), below("2")]],
    ["a point below a range", [atLeast("95"), exactly("85")]],
    ["a point over 100 %", [exactly("120", "%"), atLeast("85")]],
    ["two points", [exactly("3"), exactly("2")]],
    ["words beside numbers", [range("5", "9"), text("不足5")]],
    ["grades of which two are not printed", [text("是"), text(""), text("")]],
  ])("passes %s", (_, grades) => {
    expect(gradesDistinct.run(graded(...grades))).toMatchObject({ compared: 1, findings: [] });
  });

  test("doubts a point of 100 that is no per cent", () => {
    const grades = [exactly("100", "人"), atLeast("85")];
    expect(gradesDistinct.run(graded(...grades)).findings).toHaveLength(1);
  });

  test("tells the grades of each indicator apart, by table, row and name", () => {
    const pair = [text("是"), text("是")].map((one, index) => ({ ...one, grade: GRADES[index] }));
    const others = [{ row: 3 }, { table_no: 2 }, { level3: "覆盖率" }];
    const all = [...pair, ...others.flatMap((other) => pair.map((one) => ({ ...one, ...other })))];
    expect(
      gradesDistinct.run(targets(...all.map((one) => ({ ...one, grade: one.grade ?? null })))),
    ).toMatchObject({
      compared: 4,
    });
  });

  test("cannot run without grades, or on one alone", () => {
    for (const one of [targets({}), graded(text("是"))])
      expect(gradesDistinct.run(one)).toMatchObject(unable);
  });
});
