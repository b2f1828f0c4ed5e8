import type { Cell, Table } from "../../../pipeline/model/document.js";
import type { Column } from "../../../pipeline/model/table-kind.js";
import { isCodeColumn } from "./header.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import { STRUCTURE } from "../settings.js";

const isBlank = (text: string): boolean => text.trim() === "";

/**
 * Gives the body rows that plain text left short their merged cells back: numbers stand in the columns
 * of numbers, a code may span the code columns 类 款 项, words span what is left. A row under a code that lacks nothing but its last cells stays as it is. A row that was filled up with
 * blanks at its end, so that a number stands among words, is taken without them. A row for which no such place
 * is found stays as it is.
 */
export function completeRows(table: Table, firstRow: number, columns: readonly Column[]): Table {
  if (table.columnCount > STRUCTURE.header.widest) return table;
  const rows = rowsOf(table);
  const all = rows.filter((cells, row) => row >= firstRow && cells.length === table.columnCount);
  const pushed = pushedRows(all);
  const full = all.filter((row) => !pushed.has(row));
  const numeric = numericColumns(full, table.columnCount);
  if (!numeric.includes(true)) return table;
  const search = { numeric, codes: columns.map(isCodeColumn), column: 0 };
  const cells = rows.flatMap((row, index) => {
    if (index < firstRow) return row;
    if (isShort(row, table.columnCount)) return spread(row, search);
    return pushed.has(row) ? withoutFilling(row, search) : row;
  });
  return { ...table, cells };
}

const lastPrinted = (row: readonly Cell[]): number =>
  row.findLastIndex(({ text }) => !isBlank(text));

/** Rows with blanks at their end and a number in a column that has only words in the rows without. */
function pushedRows(rows: readonly (readonly Cell[])[]): ReadonlySet<readonly Cell[]> {
  const last = rows.reduce((most, row) => Math.max(most, lastPrinted(row)), 0);
  const ended = rows.filter((row) => !isBlank(row[last]?.text ?? ""));
  const ofWords = (rows[0] ?? []).map((_, column) => {
    const texts = ended.map((row) => row[column]?.text ?? "").filter((text) => !isBlank(text));
    return texts.length > 0 && !texts.some(isPrintedNumber);
  });
  const isPushed = (row: readonly Cell[]): boolean =>
    isBlank(row[last]?.text ?? "") &&
    row.every(isSingle) &&
    row.some(({ text }, column) => ofWords[column] === true && isPrintedNumber(text));
  return new Set(rows.filter(isPushed));
}

/** A row in its places without the fewest of its last blanks with which it has any. */
function withoutFilling(row: readonly Cell[], search: Search): readonly Cell[] {
  const printed = lastPrinted(row) + 1;
  for (let end = row.length - 1; end >= printed; end -= 1) {
    const shorter = row.slice(0, end);
    if (placesFrom(shorter, 0, search) !== null) return spread(shorter, search);
  }
  return row;
}

function rowsOf(table: Table): readonly (readonly Cell[])[] {
  const rows: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows;
}

/** A row of single cells that ends before the last column. */
function isShort(row: readonly Cell[], columnCount: number): boolean {
  return row.length > 0 && row.length < columnCount && row.every(isSingle);
}

const isSingle = (cell: Cell, index: number): boolean =>
  cell.column === index && cell.columnSpan === 1 && cell.rowSpan === 1;

/** The columns whose printed cells are numbers in every full row that prints them. */
function numericColumns(rows: readonly (readonly Cell[])[], count: number): readonly boolean[] {
  return Array.from({ length: count }, (_, column) => {
    const texts = rows.map((row) => row[column]?.text ?? "").filter((text) => !isBlank(text));
    return texts.length > 0 && texts.every(isPrintedNumber);
  });
}

/** The leftmost places that put each number into a column of numbers and each word into another. */
function spread(row: readonly Cell[], search: Search): readonly Cell[] {
  const { numeric } = search;
  const starts = placesFrom(row, 0, search);
  if (starts === null || isCutShort(row, search)) return row;
  return row.map((cell, i) => {
    const column = starts[i] ?? cell.column;
    return { ...cell, column, columnSpan: (starts[i + 1] ?? numeric.length) - column };
  });
}

/** Whether a row under a code of its own stands in its places as it is: only blanks at its end were left out. */
function isCutShort(row: readonly Cell[], { numeric }: Search): boolean {
  const [first] = row;
  const isCoded = first !== undefined && CODE.test(first.text.trim()) && numeric[0] === true;
  return isCoded && row.every((cell, i) => fits(cell, [numeric[i] === true]));
}

interface Search {
  readonly numeric: readonly boolean[];
  /** Which columns hold the parts of a code: 类 款 项. */
  readonly codes: readonly boolean[];
  /** Where the next cell must start, or may start if the one before it is a word. */
  readonly column: number;
}

/** Start columns of the cells from `index` on, or null. Only words span more than one column. */
function placesFrom(row: readonly Cell[], index: number, search: Search): readonly number[] | null {
  const cell = row[index];
  if (cell === undefined) return null;
  const { numeric, codes, column } = search;
  const isLast = index === row.length - 1;
  for (let width = 1; column + width <= numeric.length; width += 1) {
    const end = column + width;
    const isWhole = codes[end] !== true && isCode(cell, codes.slice(column, end));
    if (!isWhole && !fits(cell, numeric.slice(column, end))) continue;
    if (isLast && end === numeric.length) return [column];
    const rest = placesFrom(row, index + 1, { ...search, column: end });
    if (rest !== null) return [column, ...rest];
  }
  return null;
}

/** A number needs a column of numbers, a blank any one column, words one or more that are not all numbers. */
function fits(cell: Cell, columns: readonly boolean[]): boolean {
  if (isBlank(cell.text)) return columns.length === 1;
  if (isPrintedNumber(cell.text)) return columns.length === 1 && columns[0] === true;
  return columns.includes(false);
}

/** A whole code (`2050204`) over all columns of its parts. */
function isCode(cell: Cell, codes: readonly boolean[]): boolean {
  return CODE.test(cell.text.trim()) && codes.every(Boolean);
}

const CODE = /^(?:\d{3}|\d{5}|\d{7})$/u;
