import { expect, test } from "vitest";
import { binTable, limitTable, readNumbers } from "../../../bench/ocr/calibration.js";
import type { ReadNumber } from "../../../bench/ocr/calibration.js";
import { matchesOf } from "../../../bench/ocr/compare.js";
import { pageTexts, piecesOf } from "../../../bench/ocr/pieces.js";
import type { ReadFile } from "../../../bench/ocr/pieces.js";
import type { Cell } from "../../../pipeline/model/document.js";

/** A row of cells, read from a picture where a confidence is given; findings stand at some of them. */
function reading(cells: readonly (readonly [string, number?])[], marked: readonly number[] = []) {
  const printed = cells.map(([text, confidence], column): Cell => {
    const at = { type: "page", page: 1, box: [column * 100, 0, column * 100 + 90, 20] } as const;
    const recognized = confidence === undefined ? {} : { recognized: { confidence, others: [] } };
    return { row: 0, column, rowSpan: 1, columnSpan: 1, text, at, ...recognized };
  });
  const at = { type: "page", page: 1, box: [0, 0, 600, 20] } as const;
  const table = { type: "table", rowCount: 1, columnCount: 6, cells: printed, at } as const;
  const findings = marked.map((column) => {
    return { rule: "recognition_doubtful", table_no: 1, row: 0, column };
  });
  const file: ReadFile = {
    document: { blocks: [table], pages: [{ number: 1, width: 600, height: 800 }], ignored: [] },
    dataset: { tables: [{ table_no: 1, cells: printed }], findings },
    shows: { pages: [1], perSheet: 1 },
  };
  return { texts: pageTexts(file), pieces: piecesOf(file) };
}

test("a number is right whatever parts its thousands; one that no cell holds is none", () => {
  const truth = reading([["合计"], ["1,200.50"], ["7"], ["8.00"], ["9"]]);
  const run = reading(
    [
      ["合计", 0.5],
      ["1200.50", 0.99],
      ["1", 0.7],
      ["8.00", 0.6],
    ],
    [2, 3],
  );
  expect(readNumbers(matchesOf(truth, run, [1]))).toEqual([
    { confidence: 0.99, isRight: true, isMarked: false },
    { confidence: 0.7, isRight: false, isMarked: true },
    { confidence: 0.6, isRight: true, isMarked: true },
  ]);
});

const number = (confidence: number, isRight: boolean, isMarked = false): ReadNumber => ({
  confidence,
  isRight,
  isMarked,
});

const NUMBERS = [
  number(0.4, false, true),
  number(0.9, false),
  number(0.9, true, true),
  number(0.97, true),
  number(1, true),
];

/** The cells of a table by its rows. */
const cellsOf = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/u));

test("numbers are counted by their confidence, a bin holding its lower bound and the last its upper", () => {
  const rows = cellsOf(binTable(NUMBERS)).slice(1);
  expect(rows.filter(([, count]) => count !== "0")).toEqual([
    ["0 to 0.5", "1", "0.00 %", "1", "1", "0"],
    ["0.9 to 0.95", "2", "50.00 %", "1", "0", "1"],
    ["0.95 to 0.98", "1", "100.00 %", "0", "0", "0"],
    ["0.99 to 1", "1", "100.00 %", "0", "0", "0"],
    ["all", "5", "60.00 %", "2", "1", "1"],
  ]);
});

test("a limit marks what is below it, beside what findings mark", () => {
  expect(cellsOf(limitTable(NUMBERS, [0.9, 0.95]))).toEqual([
    ["limit", "of 2 wrong", "of 3 right", "wrong, or found", "right, or found"],
    ["none", "0.00 %", "0.00 %", "50.00 %", "33.33 %"],
    ["< 0.9", "50.00 %", "0.00 %", "50.00 %", "33.33 %"],
    ["< 0.95", "100.00 %", "33.33 %", "100.00 %", "33.33 %"],
  ]);
});
