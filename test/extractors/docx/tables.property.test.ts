import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "../../../pipeline/model/document.js";
import { readTables, tbl, tc, tr } from "./make-docx.js";

const cell = fc.record({
  span: fc.integer({ min: 1, max: 4 }),
  vertical: fc.constantFrom("", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"),
  horizontal: fc.constantFrom("", "", '<w:hMerge w:val="restart"/>', "<w:hMerge/>"),
  rule: fc.constantFrom("", "single", "nil"),
});
const row = fc.record({
  before: fc.integer({ min: 0, max: 2 }),
  cells: fc.array(cell, { minLength: 1, maxLength: 6 }),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const rows = fc.array(row, { minLength: 1, maxLength: 8 });
const widths = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 });

/** Every cell has a text of its own: its row and number. */
function make(drawn: readonly Row[], grid: readonly number[]): string {
  const written = drawn.map(({ before, cells }, r) =>
    tr(
      cells.map(({ span, vertical, horizontal, rule }, c) => {
        const sides = `<w:tcBorders><w:left w:val="${rule}"/><w:right w:val="${rule}"/></w:tcBorders>`;
        const stated = rule === "" ? "" : sides;
        return tc(`${r}.${c}`, `<w:gridSpan w:val="${span}"/>${horizontal}${vertical}${stated}`);
      }),
      `<w:gridBefore w:val="${before}"/>`,
    ),
  );
  return tbl(written, grid);
}

function positions({ cells }: Table): string[] {
  return cells.flatMap(({ row: top, column, rowSpan, columnSpan }) =>
    Array.from({ length: rowSpan * columnSpan }, (_, index) => {
      const down = Math.floor(index / columnSpan);
      return `${top + down},${column + (index % columnSpan)}`;
    }),
  );
}

test("however rows are merged and ragged, no text is lost and no position is covered twice", async () => {
  await fc.assert(
    fc.asyncProperty(rows, widths, async (drawn, grid) => {
      const tables = await readTables(make(drawn, grid));
      const texts = tables.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split("\n")));
      const expected = drawn.flatMap(({ cells }, r) => cells.map((_, c) => `${r}.${c}`));
      expect(texts.toSorted()).toEqual(expected.toSorted());
      for (const table of tables) {
        const covered = positions(table);
        expect(new Set(covered).size).toBe(covered.length);
        for (const { row: top, column, rowSpan, columnSpan } of table.cells) {
          expect(Math.min(rowSpan, columnSpan)).toBeGreaterThan(0);
          expect(top + rowSpan).toBeLessThanOrEqual(table.rowCount);
          expect(column + columnSpan).toBeLessThanOrEqual(table.columnCount);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
