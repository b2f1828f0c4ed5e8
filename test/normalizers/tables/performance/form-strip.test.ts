import { describe, expect, test } from "vitest";
import { readStrip } from "../../../../normalizers/tables/performance/form-strip.js";
import { gridOf } from "../../../../pipeline/model/grid.js";
import { makeTable } from "../../../make-table.js";

type Rows = readonly (readonly string[])[];

/** Field and text of each value of a strip. */
const strip = (...rows: Rows) =>
  readStrip(
    gridOf(makeTable(rows)),
    rows.map((_, row) => row),
  ).values.map(({ field, text }) => `${field}: ${text}`);

describe("the values of a strip", () => {
  test.each<[string, Rows, readonly string[]]>([
    [
      "stand after their labels",
      [["项目名称", "清淤", "项目编码", "P1"]],
      ["project_name: 清淤", "project_code: P1"],
    ],
    [
      "stand in the cell of their labels",
      [["项目名称：清淤", "用途：河道"]],
      ["project_name: 清淤", "purpose: 河道"],
    ],
    [
      "stand below labels side by side",
      [
        ["项目编码", "项目名称"],
        ["P1", "清淤"],
      ],
      ["project_code: P1", "project_name: 清淤"],
    ],
    [
      "may be missing below labels",
      [
        ["项目编码", "项目名称"],
        ["", "清淤"],
      ],
      ["project_name: 清淤"],
    ],
    [
      "are none where the row below opens with a label of its own",
      [
        ["项目编码", "项目名称"],
        ["用途", "清淤"],
      ],
      ["purpose: 清淤"],
    ],
    ["may be missing after a label", [["项目名称", "", "项目编码", "P1"]], ["project_code: P1"]],
    [
      "are those of one label, not of the one before",
      [["项目编码", "P1", "甲"]],
      ["project_code: P1"],
    ],
    [
      "of a group go on below it",
      [
        ["资金来源", "财政拨款", "25"],
        ["^", "其他资金", "5"],
        ["^", "30"],
      ],
      ["budget_fiscal: 25", "budget_other: 5", "budget_total: 30"],
    ],
    [
      "of a group end at the next text on its left",
      [
        ["绩效目标", "清淤"],
        ["甲", "乙"],
      ],
      ["goals: 清淤"],
    ],
    [
      "of a goal keep its number, or stand after it",
      [
        ["绩效目标", "目标1", "清淤"],
        ["^", "目标2：改善"],
      ],
      ["goals: 清淤", "goals: 目标2：改善"],
    ],
    [
      "may look like a label with a value",
      [["用途", "项目名称：清淤"]],
      ["purpose: 项目名称：清淤"],
    ],
    [
      "of a group may stand with their labels",
      [["资金来源", "财政拨款：25"]],
      ["budget_fiscal: 25"],
    ],
    [
      "of goals may look like a label with a value",
      [["绩效目标", "用途：清淤"]],
      ["goals: 用途：清淤"],
    ],
    ["of goals may be goals with their labels", [["绩效目标", "年度目标：清淤"]], ["goals: 清淤"]],
    [
      "of two kinds of goals stand below them",
      [
        ["实施期目标", "年度目标"],
        ["三年", "一年"],
      ],
      ["elsewhere: 三年", "goals: 一年"],
    ],
    ["are none without labels", [["甲", "乙"]], []],
  ])("%s", (_, rows, values) => {
    expect(strip(...rows)).toEqual(values);
  });

  test("have the labels over them, where a unit may stand", () => {
    const rows = [
      ["资金来源（万元）", "财政拨款", "25"],
      ["用途", "河道", ""],
    ];
    const { values, labels } = readStrip(gridOf(makeTable(rows)), [0, 1]);
    expect(values.map((one) => one.labels)).toEqual(["资金来源（万元） 财政拨款", " 用途"]);
    expect(labels.map(({ text }) => text)).toEqual(["资金来源（万元）", "财政拨款", "用途"]);
  });
});
