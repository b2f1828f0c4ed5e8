import { describe, expect, test } from "vitest";
import type { Recognized, Table } from "../../../../pipeline/model/document.js";
import { FIRST, HEADER, part, stitched, tablesOf } from "../../../pipeline/make-parts.js";

/** A table with its left edge at a place. */
function printedPart(page: number, rows: readonly (readonly string[])[], left: number): Table {
  const edges = [0, 100, 200, 300].map((edge) => left + edge);
  const table = part({ page, rows, edges });
  return { ...table, at: { type: "page", page, box: [left, 100, left + 300, 500] } };
}

/** The same as it was read from a picture. */
function scannedPart(page: number, rows: readonly (readonly string[])[], left: number): Table {
  const table = printedPart(page, rows, left);
  return {
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, recognized: { confidence: 0.99, others: [] } })),
  };
}

const NEXT = ["208", "社会保障支出", "3.00"];

describe("tables on the halves of a sheet", () => {
  test("go on from the left page to the right one", () => {
    const document = stitched(scannedPart(1, FIRST, 60), scannedPart(1, [HEADER, NEXT], 480));
    expect(tablesOf(document)).toEqual([[...FIRST, NEXT]]);
    expect(document.ignored.map(({ reason }) => reason)).toEqual(
      HEADER.map(() => "repeated header"),
    );
  });

  test("go on from the right page to the left one of the next sheet", () => {
    const third = ["210", "卫生健康支出", "1.00"];
    const document = stitched(
      scannedPart(1, FIRST, 60),
      scannedPart(1, [HEADER, NEXT], 480),
      scannedPart(2, [HEADER, third], 60),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, NEXT, third]]);
    expect(document.blocks[0]).toMatchObject({ lastPage: 2 });
  });

  test("are two where one stands under the other", () => {
    const document = stitched(scannedPart(1, FIRST, 60), scannedPart(1, [HEADER, NEXT], 60));
    expect(tablesOf(document)).toHaveLength(2);
  });

  test("are two where they were printed beside each other, not scanned", () => {
    const document = stitched(printedPart(1, FIRST, 60), printedPart(1, [HEADER, NEXT], 480));
    expect(tablesOf(document)).toHaveLength(2);
  });
});

describe("the paper of the next page lay otherwise", () => {
  test.each([-14, 9, 14])("by %s points: the table goes on", (aside) => {
    const document = stitched(scannedPart(1, FIRST, 60), scannedPart(2, [NEXT], 60 + aside));
    expect(tablesOf(document)).toEqual([[...FIRST, NEXT]]);
  });

  test("by so much that it is another table", () => {
    const document = stitched(scannedPart(1, FIRST, 60), scannedPart(2, [NEXT], 150));
    expect(tablesOf(document)).toHaveLength(2);
  });
});

/** A table whose cells with some text were read less surely. */
function doubted(table: Table, text: string, known: Partial<Recognized>): Table {
  const recognized = { confidence: 0.6, others: [], ...known };
  return {
    ...table,
    cells: table.cells.map((cell) => (cell.text === text ? { ...cell, recognized } : cell)),
  };
}

describe("a character of the repeated header was misread", () => {
  const misread = ["科日编码", "科目名称", "金额"];

  test.each<readonly [string, Partial<Recognized>, number]>([
    ["one reading of it says the same: the table goes on", { second: "科目 编码" }, 1],
    ["another does: so too", { others: ["科曰编码", "科目编码"] }, 1],
    ["no reading says the same: two tables", { others: ["科曰编码"] }, 2],
  ])("%s", (_, known, count) => {
    const next = scannedPart(2, [misread, NEXT], 60);
    const document = stitched(scannedPart(1, FIRST, 60), doubted(next, "科日编码", known));
    expect(tablesOf(document)).toHaveLength(count);
  });

  test("what may be read as the row under the header is no header", () => {
    const first = [HEADER, ["201", "培训人次", "100"]];
    const next = [HEADER, ["201", "培训人数", "100"]];
    const table = doubted(scannedPart(2, next, 60), "培训人数", { others: ["培训人次"] });
    expect(tablesOf(stitched(scannedPart(1, first, 60), table))).toEqual([
      [...first, ["201", "培训人数", "100"]],
    ]);
  });
});
