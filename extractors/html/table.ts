import type { Cell } from "../../pipeline/model/document.js";
import { refuseBeyond } from "../common/limits.js";
import { attribute, type Element, elementsIn, isElement, isHidden, plainText } from "./tree.js";

/** What HTML allows a cell to span; a browser goes no further. */
const SPAN = { columns: 1000, rows: 65_534 } as const;

/** When a table lays a page out. */
const LAYOUT = {
  /** Cells with figures that a table around others has in its own right where it is one of data. */
  fewestFigures: 3,
  /** Characters of a cell that is a part of a page. */
  longCell: 200,
} as const;

const CELLS = {
  what: { en: "A row of a table of the web page", zh: "网页的表格有一行" },
  unit: { en: "cells", zh: "个单元格" },
  remedy: { en: "Split the table.", zh: "请拆分表格。" },
};

const POSITIONS = {
  what: { en: "A table of the web page", zh: "网页的一个表格" },
  unit: { en: "places for cells, rows times columns", zh: "个单元格位置（行数乘以列数）" },
  remedy: {
    en: "Its merged cells make it so large: split the table.",
    zh: "合并单元格使表格过大，请拆分表格。",
  },
};

/** A cell of a table of a page, in its place. */
export interface PlacedCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface PlacedTable {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly PlacedCell[];
}

/** The rows of a table by group, as they are shown: a foot stands last wherever it is written. Those of tables inside are not its own. */
function rowGroups(table: Element): readonly (readonly Element[])[] {
  const groups = table.childNodes.filter(isElement).filter((each) => !isHidden(each));
  const feet = groups.filter(({ tagName }) => tagName === "tfoot");
  return [...groups.filter(({ tagName }) => tagName !== "tfoot"), ...feet]
    .filter(({ tagName }) => ["thead", "tbody", "tfoot"].includes(tagName))
    .map((group) =>
      group.childNodes.filter(isElement).filter((row) => row.tagName === "tr" && !isHidden(row)),
    );
}

/** The rows and cells of a table that the page hides. */
export function hiddenParts(table: Element): readonly Element[] {
  const groups = table.childNodes.filter(isElement);
  const rows = groups.flatMap((group) => group.childNodes.filter(isElement));
  const cells = rows
    .filter((row) => !isHidden(row))
    .flatMap((row) => row.childNodes.filter(isElement));
  return [...groups, ...rows, ...cells].filter(isHidden);
}

/** The cells of a row; hidden ones are left out. */
function cellsOf(row: Element): readonly Element[] {
  return row.childNodes
    .filter(isElement)
    .filter((cell) => (cell.tagName === "td" || cell.tagName === "th") && !isHidden(cell));
}

/**
 * Puts cells into rows and columns as browsers do. Columns in which no cell starts are left out at the right,
 * so that a span that is too wide hurts nothing.
 */
export function placeCells(table: Element): PlacedTable {
  const cells: PlacedCell[] = [];
  let top = 0;
  for (const rows of rowGroups(table)) {
    const taken: number[] = [];
    for (const [index, row] of rows.entries()) {
      const left = rows.length - index;
      for (const cell of placedRow(cellsOf(row), { row: top + index, left, taken }))
        cells.push(cell);
    }
    top += rows.length;
  }
  const columnCount = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  refuseBeyond("rowCells", columnCount, CELLS);
  refuseBeyond("tablePositions", top * columnCount, POSITIONS);
  const fitted = cells.map((cell) => {
    const room = columnCount - cell.column;
    return cell.columnSpan <= room ? cell : { ...cell, columnSpan: room };
  });
  return { rowCount: top, columnCount, cells: fitted };
}

interface Spot {
  readonly row: number;
  /** Rows of the group from this one on. */
  readonly left: number;
  /** For each column the first row that is free in it. */
  readonly taken: number[];
}

function placedRow(
  elements: readonly Element[],
  { row, left, taken }: Spot,
): readonly PlacedCell[] {
  let column = 0;
  return elements.map((element) => {
    while (freeFrom(taken, column) > row) column += 1;
    const stated = spanOf(element, "rowspan");
    const rowSpan = stated === 0 ? left : Math.min(stated, left, SPAN.rows);
    const wide = Math.min(Math.max(1, spanOf(element, "colspan")), SPAN.columns);
    const columnSpan = freeColumns(taken, { row, column, most: wide });
    const cell: PlacedCell = { element, row, column, rowSpan, columnSpan };
    for (let each = column; each < column + columnSpan; each += 1) taken[each] = row + rowSpan;
    column += columnSpan;
    return cell;
  });
}

/** How many columns are free from one on: no cell is put over another. */
function freeColumns(
  taken: readonly number[],
  { row, column, most }: { readonly row: number; readonly column: number; readonly most: number },
): number {
  let width = 1;
  while (width < most && freeFrom(taken, column + width) <= row) width += 1;
  return width;
}

/** The first row that is free in a column: the first of all where no cell was put into it. */
function freeFrom(taken: readonly number[], column: number): number {
  return taken[column] ?? 0;
}

function spanOf(element: Element, name: string): number {
  const stated = /^\s*(\d{1,9})/u.exec(attribute(element, name))?.[1];
  return stated === undefined ? 1 : Number(stated);
}

/** Whether a table lays out the page: it says so, has one cell, is around other tables, or holds parts of a page side by side. */
export function isLayout(table: Element): boolean {
  if (attribute(table, "role") === "presentation") return true;
  const rows = rowGroups(table).flat().map(cellsOf);
  const cells = rows.flat();
  if (cells.length < 2) return true;
  const own = cells.filter((cell) => !hasTables(cell));
  const figures = own.filter((cell) => FIGURE.test(plainText(cell)));
  if (own.length < cells.length) return figures.length < LAYOUT.fewestFigures;
  const long = cells.filter((cell) => plainText(cell).length > LAYOUT.longCell);
  return (
    figures.length === 0 &&
    (rows.length === 1 || rows.every(({ length }) => length < 2)) &&
    long.length > 0
  );
}

const FIGURE = /^[-−(（]?[\d,，.．]+[%％]?[)）]?$/u;

function hasTables(cell: Element): boolean {
  // Most cells hold words alone.
  if (!cell.childNodes.some(isElement)) return false;
  for (const { tagName } of elementsIn(cell)) if (tagName === "table") return true;
  return false;
}

/** A cell of a document at its place. */
export function asCell(placed: PlacedCell, text: string, path: string): Cell {
  const { row, column, rowSpan, columnSpan } = placed;
  return { row, column, rowSpan, columnSpan, text, at: { type: "flow", path } };
}
