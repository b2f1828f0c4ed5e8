import type { Cell } from "../../pipeline/model/document.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { headerText } from "../tables/columns.js";
import { rowSet } from "../tables/rows.js";
import { type Figure, figureIn } from "../values/printed-figure.js";
import { textOf } from "../values/text.js";

/** A cell with a number, and which. */
export interface PrintedFigure {
  readonly cell: Cell;
  readonly figure: Figure;
}

const COUNTING = /^(?:序号|编号|行次|栏次|顺序号|排序|类|款|项|.*(?:编码|代码|科目码))$/u;

/** The numbers under a header and beside names, those of columns that count rows or hold codes left out. */
export const figuresBelow = oncePer((table: PrintedTable): readonly PrintedFigure[] => {
  const counting = new Set(
    table.columns
      .filter(({ path }) => path.some((text) => COUNTING.test(headerText(text))))
      .map(({ index }) => index),
  );
  const body = rowSet(table.bodyRows);
  for (const column of serialColumns(table)) counting.add(column);
  const figures: PrintedFigure[] = [];
  for (const cell of table.grid.cells) {
    if (!body.has(cell.row) || counting.has(cell.column)) continue;
    const figure = figureIn(cell);
    if (figure !== null) figures.push({ cell, figure });
  }
  return figures;
});

/** The fewest numbers that show that a column counts its rows. */
const FEWEST_SERIALS = 2;

/** The columns of a table that count its rows: whole numbers, each one more than the last. */
function serialColumns(table: PrintedTable): ReadonlySet<number> {
  const body = rowSet(table.bodyRows);
  const columns = Array.from({ length: table.grid.columnCount }, (_, column) => column);
  return new Set(columns.filter((column) => areSerials(table.grid.columnCells(column), body)));
}

function areSerials(cells: readonly Cell[], body: ReadonlySet<number>): boolean {
  let numbers = 0;
  let first = 0;
  for (const cell of cells) {
    if (!body.has(cell.row) || figureIn(cell) === null) continue;
    if (numbers === 0) first = Number(textOf(cell));
    if (textOf(cell) !== String(first + numbers)) return false;
    numbers += 1;
  }
  return numbers >= FEWEST_SERIALS;
}
