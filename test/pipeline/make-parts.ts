import type { Block, Cell, Document, Paragraph, Table } from "../../pipeline/model/document.js";
import { stitch } from "../../normalizers/structure/stitch/stitch.js";

const COLUMN = 100;

interface Part {
  readonly page: number;
  /** `^` continues the cell above, `<` the cell to the left. */
  readonly rows: readonly (readonly string[])[];
  readonly edges?: readonly number[];
}

/** The part of a table that stands on a page. */
export function part({ page, rows, edges = defaultEdges(rows) }: Part): Table {
  const cells: Cell[] = [];
  const owners: number[][] = [];
  rows.forEach((texts, row) => {
    owners.push([]);
    texts.forEach((text, column) => {
      const kept = text === "^" ? owners[row - 1]?.[column] : owners[row]?.[column - 1];
      const index = text === "^" || text === "<" ? kept : undefined;
      const cell = index === undefined ? undefined : cells[index];
      owners[row]?.push(index ?? cells.length);
      if (cell === undefined || index === undefined)
        cells.push({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          at: place(page, edges, column),
        });
      else
        cells[index] = {
          ...cell,
          rowSpan: row - cell.row + 1,
          columnSpan: Math.max(cell.columnSpan, column - cell.column + 1),
        };
    });
  });
  return {
    type: "table",
    rowCount: rows.length,
    columnCount: edges.length - 1,
    cells,
    at: { type: "page", page, box: [0, 0, 500, 700] },
    columnEdges: edges,
  };
}

function defaultEdges(rows: readonly (readonly string[])[]): number[] {
  return Array.from({ length: (rows[0]?.length ?? 0) + 1 }, (_, i) => 50 + COLUMN * i);
}

function place(page: number, edges: readonly number[], column: number): Cell["at"] {
  return { type: "page", page, box: [edges[column] ?? 0, 0, edges[column + 1] ?? 0, 20] };
}

/** A paragraph on a page. */
export function paragraph(page: number, text: string): Paragraph {
  return { type: "paragraph", text, at: { type: "page", page, box: [0, 0, 100, 20] } };
}

/** These blocks, their tables joined. */
export function stitched(...blocks: readonly Block[]): Document {
  return stitch({ blocks, pages: [], ignored: [] });
}

/** Each table by its rows; spans follow in brackets. */
export function tablesOf({ blocks }: Document): string[][][] {
  return blocks
    .filter((block) => block.type === "table")
    .map((table) =>
      Array.from({ length: table.rowCount }, (_, row) =>
        table.cells
          .filter((cell) => cell.row === row)
          .map(({ text, rowSpan, columnSpan }) =>
            rowSpan === 1 && columnSpan === 1 ? text : `${text} [${rowSpan}x${columnSpan}]`,
          ),
      ),
    );
}

/** A usual header. */
export const HEADER = ["科目编码", "科目名称", "金额"];
/** A table's header and first row. */
export const FIRST = [HEADER, ["201", "一般公共服务支出", "5.00"]];
