import { expect, test } from "vitest";
import { compare, sumOf } from "../../../bench/ocr/compare.js";
import { pageTexts, piecesOf } from "../../../bench/ocr/pieces.js";
import type { ReadFile } from "../../../bench/ocr/pieces.js";
import type { Cell, Document, Place } from "../../../pipeline/model/document.js";

const WIDTH = 600;
const HEIGHT = 800;

const onPage = (page: number, [x, y]: readonly [number, number], width = 100): Place => ({
  type: "page",
  page,
  box: [x, y, x + width, y + 20],
});

/** A document of a paragraph and a table on each of some pages, a cell each 100 points. */
function file(pages: readonly (readonly string[])[], shows: ReadFile["shows"]): ReadFile {
  const tables = pages.map((texts, p) => ({
    type: "table" as const,
    rowCount: 1,
    columnCount: texts.length,
    cells: texts.map((text, column) => cell(text, column, p + 1)),
    at: onPage(p + 1, [0, 100]),
  }));
  const document: Document = {
    blocks: tables,
    pages: pages.map((_, p) => ({ number: p + 1, width: WIDTH, height: HEIGHT })),
    ignored: [{ text: "第1页", reason: "page_number", at: onPage(1, [0, 780]) }],
  };
  return { document, dataset: { tables: [], findings: [] }, shows };
}

function cell(text: string, column: number, page: number): Cell {
  const at = onPage(page, [column * 100, 100]);
  return { row: 0, column, rowSpan: 1, columnSpan: 1, text, at };
}

const read = (one: ReadFile) => ({ texts: pageTexts(one), pieces: piecesOf(one) });
const TRUTH = [
  ["合计", "1,200.50", "≥95%"],
  ["人数", "12", "≤3"],
];
const ALL: ReadFile["shows"] = { pages: [1, 2], perSheet: 1 };

test("nothing is wrong where all is as in the text edition", () => {
  const truth = read(file(TRUTH, ALL));
  const { score, misses } = compare(truth, truth, [1, 2]);
  expect(misses).toEqual([]);
  expect(score).toEqual({
    pages: 2,
    characters: 23,
    edits: 0,
    cells: { all: 6, right: 6 },
    numbers: { all: 2, right: 2 },
    operators: { all: 2, right: 2 },
    wrong: { missing: 0, structure: 0, text: 0 },
  });
});

test("white space and the width of characters are not compared", () => {
  const run = [
    ["合　计", "1，200.50", "≥ 95％"],
    ["人\n数", "１２", "≤3"],
  ];
  expect(compare(read(file(TRUTH, ALL)), read(file(run, ALL)), [1, 2]).misses).toEqual([]);
});

test("a number read wrongly, a sign lost and a cell not found are told apart", () => {
  const run = [
    ["合计", "1,200.5o", "295%"],
    ["人数", "", "≤3"],
  ];
  const { score, misses } = compare(read(file(TRUTH, ALL)), read(file(run, ALL)), [1, 2]);
  expect(misses.map(({ fault, wanted, got }) => [fault, wanted.text, got])).toEqual([
    ["text", "1,200.50", "1,200.5o"],
    ["text", "≥95%", "295%"],
    ["missing", "12", null],
  ]);
  expect(score).toMatchObject({
    edits: 4,
    cells: { all: 6, right: 3 },
    numbers: { all: 2, right: 0 },
    operators: { all: 2, right: 1 },
    wrong: { missing: 1, structure: 0, text: 2 },
  });
});

test("what the dataset corrected is right, but was read wrongly", () => {
  const run = file([["合计", "1,200.5o", "≥95%"], TRUTH[1] ?? []], ALL);
  const corrected = { from: "1,200.5o", by: "sign" } as const;
  const at = onPage(1, [100, 100]);
  const cells = [{ row: 0, column: 1, text: "1,200.50", at, recognized: { corrected } }];
  const tables = [{ table_no: 1, cells }];
  const { score, misses } = compare(
    read(file(TRUTH, ALL)),
    read({ ...run, dataset: { tables, findings: [] } }),
    [1, 2],
  );
  expect(misses).toEqual([]);
  expect(score).toMatchObject({ edits: 1, numbers: { all: 2, right: 2 } });
});

test("only the pages asked for are compared, by their numbers in the original", () => {
  const run = file([["人数", "12", "≤3"]], { pages: [2], perSheet: 1 });
  const { score, misses } = compare(read(file(TRUTH, ALL)), read(run), [2]);
  expect(misses).toEqual([]);
  expect(score).toMatchObject({ pages: 1, cells: { all: 3, right: 3 } });
});

test("two pages on a sheet that was read as one stand where they do in the original", () => {
  const half = (texts: readonly string[], left: number): readonly Cell[] =>
    texts.map((text, i) => ({ ...cell(text, i, 1), at: onPage(1, [left + i * 100, 100]) }));
  const [first = [], second = []] = TRUTH;
  const table = {
    type: "table" as const,
    rowCount: 1,
    columnCount: 6,
    cells: [...half(first, 0), ...half(second, WIDTH)],
    at: onPage(1, [0, 100]),
  };
  const document: Document = {
    blocks: [table],
    pages: [{ number: 1, width: 2 * WIDTH, height: HEIGHT }],
    ignored: [],
  };
  const shows: ReadFile["shows"] = { pages: [1, 2], perSheet: 2 };
  const run = read({ document, dataset: { tables: [], findings: [] }, shows });
  const { score, misses } = compare(read(file(TRUTH, ALL)), run, [1, 2]);
  expect(misses).toEqual([]);
  // The page number at the foot alone is not there.
  expect(score.edits).toBe(3);
});

test("scores of documents add up", () => {
  const truth = read(file(TRUTH, ALL));
  const { score } = compare(truth, truth, [1, 2]);
  expect(sumOf([score, score])).toMatchObject({
    pages: 4,
    characters: 46,
    cells: { all: 12, right: 12 },
  });
});
