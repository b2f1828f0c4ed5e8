import { headerFrom } from "../../structure/header/header.js";
import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import type { Column } from "../../../pipeline/model/table-kind.js";
import { headerText, withoutBlanks } from "../columns.js";
import { entriesOf, without } from "../rows.js";
import { TABLES } from "../settings.js";

/** The part of a form that lists indicators: its header and the rows below. */
export interface IndicatorGrid {
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly bodyRows: readonly number[];
  /** Cells of targets for several years (长期, 中期) beside or above those of the year. */
  readonly longTerm: readonly Cell[];
  /** Cells of the title at the side of the grid (`绩效指标` down all its rows). */
  readonly side: readonly Cell[];
}

const LEVEL = /^[一二三]级(?:绩效)?指标/u;
const NAME = /^(?:绩效)?指标(?:名称|内容)?$/u;
const VALUE =
  /^(?:[本全当]?年[度初]?)?(?:[（(][/／]?项目[)）])?(?:绩效|计划|预期)*(?:指标|目标)+值/u;
const SIDE = /^(?:年度|长期|中期|实施期|项目|部门|整体)*绩效指标(?:体系|设置|情况)?$/u;
const LISTED = /(?:项目|单位|部门|专项|政策|活动)[)）]?名称/u;
const SIDE_BEGUN = /^绩效指?$/u;
const SIDE_PART = /^[绩效指标]{1,4}$/u;
const LONG_TERM = /长期|中期|实施期/u;
const SECOND_LEVEL = /^二级(?:绩效)?指标/u;
const ACTUAL =
  /^(?:全年|年度|本年度?|年末)?实际完成|^(?:全年|年度|本年度?)完成(?:值|情况)|^(?:自评)?得分$/u;

/** The row that begins the header over the indicators (`一级指标 …`), or null. */
export function indicatorHeaderRow(grid: Grid): number | null {
  for (let row = 0; row < Math.min(grid.rowCount, TABLES.deepestStrip); row += 1)
    if (isIndicatorHeader(grid, row)) return row;
  return null;
}

/** Whether a row begins the header of an indicator grid: it names the columns, or groups them over a row that does. */
export function isIndicatorHeader(grid: Grid, row: number): boolean {
  return namesColumns(grid, row) || groupsColumns(grid, row);
}

/** Whether a row heads a list: what names its rows stands beside `绩效指标`, which the row below parts into levels. */
function groupsColumns(grid: Grid, row: number): boolean {
  if (row + 1 >= grid.rowCount || !namesColumns(grid, row + 1)) return false;
  const texts = entriesOf(grid, row).map(({ text }) => withoutBlanks(text));
  return texts.some((text) => SIDE.test(text)) && texts.some((text) => LISTED.test(text));
}

function namesColumns(grid: Grid, row: number): boolean {
  const texts = entriesOf(grid, row).map(({ text }) => withoutBlanks(text));
  const levels = texts.filter((text) => LEVEL.test(text)).length;
  return levels > 1 || (texts.some((t) => NAME.test(t)) && texts.some((t) => VALUE.test(t)));
}

/** Whether the header asks for results too: a self-evaluation (自评), no target form. */
export function asksForResults(grid: Grid, header: number): boolean {
  const rows = rowsFrom(header, header + (groupsColumns(grid, header) ? 3 : 2)).filter(
    (row) => row < grid.rowCount,
  );
  return rows.flatMap((row) => entriesOf(grid, row)).some(({ text }) => ACTUAL.test(text));
}

/** The indicator grid of a form, that of the year where there are several; null where it has none. */
export function indicatorGrid(grid: Grid): IndicatorGrid | null {
  const headers = rowsFrom(0, grid.rowCount).filter((row) => isIndicatorHeader(grid, row));
  const isLongTerm = (row: number) => LONG_TERM.test(entriesOf(grid, row)[0]?.text ?? "");
  const first = headers.find((row) => !isLongTerm(row)) ?? headers[0];
  if (first === undefined) return null;
  const end = headers.find((row) => row > first && isLongTerm(row)) ?? grid.rowCount;
  const bare = namesColumns(grid, first) ? withoutSide(grid, first) : grid;
  const { rows, columns } = headerFrom(bare, first);
  const bodyRows = rowsFrom((rows.at(-1) ?? first) + 1, end);
  const earlier = longTermColumns(columns);
  const apart = [...rowsFrom(headers[0] ?? first, first), ...rowsFrom(end, grid.rowCount)];
  const beside = cellsIn(grid, bodyRows).filter((cell) => earlier.has(cell.column));
  return {
    headerRows: rows,
    columns: columns.filter((column) => !isSide(column, columns) && !earlier.has(column.index)),
    bodyRows,
    longTerm: [...cellsIn(grid, apart), ...beside],
    side: sideCells(grid, first, bodyRows),
  };
}

function cellsIn(grid: Grid, rows: readonly number[]): readonly Cell[] {
  return rows.flatMap((row) => grid.rowCells(row));
}

function rowsFrom(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

/** The left one of two blocks of levels under one 一级指标: the targets of the whole period. */
function longTermColumns(columns: readonly Column[]): ReadonlySet<number> {
  const starts = columns.filter((column, i) => {
    const isSecond = SECOND_LEVEL.test(lowest(column));
    return isSecond && !SECOND_LEVEL.test(lowest(columns[i - 1] ?? { index: -1, path: [] }));
  });
  const [left, right] = starts;
  if (left === undefined || right === undefined) return new Set();
  return new Set(rowsFrom(left.index, right.index));
}

/** The title at the side of the grid (`绩效指标` down all its rows) is no header over its columns. */
function withoutSide(grid: Grid, header: number): Grid {
  const levels = grid.rowCells(header).filter((cell) => LEVEL.test(headerText(cell.text)));
  const left = Math.min(...levels.map(({ column }) => column));
  const depth = Math.max(...levels.map(({ rowSpan }) => rowSpan));
  return without(grid, (cell) => {
    if (cell.row !== header || cell.rowSpan === 1) return false;
    return isSideTitle(cell.text) || (cell.column < left && cell.rowSpan > depth);
  });
}

/** Whether a text is the title at the side, once or several times (of cells that were merged), or its part before a page's end. */
function isSideTitle(text: string): boolean {
  const plain = headerText(text);
  const times = /^(.{2,8}?)\1+$/u.exec(plain)?.[1] ?? plain;
  return SIDE.test(times) || SIDE_BEGUN.test(plain);
}

/** What is printed of that title beside the rows of the body: the rest of one that a page cuts. */
function sideCells(grid: Grid, header: number, bodyRows: readonly number[]): readonly Cell[] {
  const first = grid.rowCells(header).find((cell) => LEVEL.test(headerText(cell.text)));
  return cellsIn(grid, bodyRows).filter(
    (cell) => cell.column < (first?.column ?? 0) && SIDE_PART.test(headerText(cell.text)),
  );
}

/** The column of that title where plain text has lost the merge. */
function isSide(column: Column, all: readonly Column[]): boolean {
  return isSideTitle(column.path.at(-1) ?? "") && all.some((other) => LEVEL.test(lowest(other)));
}

function lowest({ path }: Column): string {
  return headerText(path.at(-1) ?? "");
}
