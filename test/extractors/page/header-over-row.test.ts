import { expect, test } from "vitest";
import type { FilledCell } from "../../../extractors/page/cells.js";
import { headerOverRow } from "../../../extractors/page/header-over-row.js";
import type { Line } from "../../../extractors/page/lines.js";

const line = (text: string, baseline: number): Line => ({
  text,
  baseline,
  left: 0,
  right: 10,
  size: 10,
  font: "song",
  bold: false,
  words: [],
});
const cells = (...columns: readonly (readonly (readonly [string, number])[])[]) =>
  columns.map((lines, column): FilledCell => ({
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    lines: lines.map(([text, baseline]) => line(text, baseline)),
  }));
const label = [
  ["地区", 10],
  ["省本级", 30],
] as const;
const headed = (text: string, amount: string, baseline = 30) =>
  [
    [text, 10],
    [amount, baseline],
  ] as const;

test("words over one amount in each column are a header and a row", () => {
  const rows = headerOverRow(
    cells(
      label,
      headed("一般债务限额", "277.54"),
      headed("专项债务限额", "192.06"),
      headed("合计", "469.60"),
    ),
  );
  expect(rows?.map((row) => row.map(({ text }) => text))).toEqual([
    ["地区", "一般债务限额", "专项债务限额", "合计"],
    ["省本级", "277.54", "192.06", "469.60"],
  ]);
});

test.each([
  [
    "years below words",
    cells(label, headed("限额", "2023"), headed("余额", "2024"), headed("合计", "2025")),
  ],
  [
    "amounts that are not on one line",
    cells(label, headed("限额", "1.5"), headed("余额", "2.5", 45), headed("合计", "4")),
  ],
  ["two columns", cells(label, headed("限额", "1.5"), headed("余额", "2.5"))],
])("%s are no header over a row", (_, filled) => {
  expect(headerOverRow(filled)).toBeNull();
});
