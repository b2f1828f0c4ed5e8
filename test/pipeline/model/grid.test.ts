import { expect, test } from "vitest";
import { gridOf } from "../../../pipeline/model/grid.js";
import { makeTable } from "../../make-table.js";

const grid = gridOf(
  makeTable([
    ["项目", "合计", "<", "备注"],
    ["^", "基本", "项目支出"],
    ["工资", "1", "2", "无"],
  ]),
);

test.each([
  ["a cell stands where it starts", [2, 1], "1"],
  ["a cell spans to the right", [0, 2], "合计"],
  ["a cell spans down", [1, 0], "项目"],
  ["a short row has nothing at its end", [1, 3], undefined],
  ["nothing stands right of the table", [0, 4], undefined],
  ["nothing stands left of the table", [0, -1], undefined],
  ["nothing stands below the table", [3, 0], undefined],
  ["nothing stands above the table", [-1, 0], undefined],
] as const)("%s", (_, [row, column], text) => {
  expect(grid.at(row, column)?.text).toBe(text);
});

test("a row holds the cells that start in it, from left to right", () => {
  expect(grid.rowCells(1).map(({ text }) => text)).toEqual(["基本", "项目支出"]);
  expect(grid.rowCells(9)).toEqual([]);
});

test("a cell over a hundred million positions costs no more than its rows", () => {
  const at = { type: "line", line: 1 } as const;
  const cell = { row: 0, column: 0, rowSpan: 10_000, columnSpan: 10_000, text: "大", at };
  const table = { rowCount: 10_000, columnCount: 10_000, cells: [cell], at };
  expect(gridOf({ type: "table", ...table }).at(9999, 9999)?.text).toBe("大");
});
