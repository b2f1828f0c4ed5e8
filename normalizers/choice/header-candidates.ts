import type { Cell } from "../../pipeline/model/document.js";
import type { Grid } from "../../pipeline/model/grid.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import type { Column, PrintedTable } from "../../pipeline/model/table-kind.js";
import { columnsOf } from "../structure/header/header.js";
import {
  canNameRows,
  headerWord,
  itemOf,
  measureOf,
  phaseOf,
  roleNamed,
} from "../tables/amounts/measures.js";
import { toldBy } from "../tables/debt/debt-meaning.js";
import { figureIn } from "../values/printed-figure.js";
import { canonical, textOf } from "../values/text.js";
import { statedUnit, unitAlone } from "../values/unit.js";
import { lostHeaders } from "./lost-headers.js";
import { CHOICE } from "./settings.js";

/** The rows over the data of a table, as another reading has them. */
interface Head {
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
}

/**
 * The table with each other header that its layout allows: with the lines of units, of numbers of columns and of
 * names that stand below the header that was found; without the rows of the body that went into it; with the
 * merged cells that the source lost. None where nothing of the kind stands there.
 */
export function otherHeaders(table: PrintedTable): readonly PrintedTable[] {
  const { headerRows: rows, columns, bodyRows } = table;
  // Below a last row that is shared with data no more of the header can stand.
  const isShared = bodyRows[0] === rows.at(-1);
  const longer = isShared ? [] : lengthened(table, { rows, columns });
  const cut = shorter(table).flatMap((head) => [head, ...lengthened(table, head)]);
  const lost = lostHeaders(table).flatMap((head) => [head, ...lengthened(table, head)]);
  return [...lost, ...cut, ...longer]
    .slice(0, CHOICE.readings - 1)
    .map((head) => under(table, head));
}

/** The table under another header. */
function under(table: PrintedTable, { rows, columns }: Head): PrintedTable {
  const first = (rows.at(-1) ?? -1) + 1;
  const end = (table.bodyRows.at(-1) ?? table.headerRows.at(-1) ?? -1) + 1;
  const units = new Set(columns.flatMap(({ path }) => statedUnit(path.join(" ")) ?? []));
  const [unit = null] = units.size === 1 ? units : [];
  return {
    ...table,
    columns,
    headerRows: rows,
    bodyRows: Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i),
    unit: table.unit ?? unit,
  };
}

/** Headers that end before the first of their rows with a number of the body, or one row earlier. */
function shorter(table: PrintedTable): readonly Head[] {
  const { grid, headerRows, bodyRows } = table;
  const isOnlyNumber = numbersNothing(table);
  const body = headerRows.findIndex(
    (row, i) => i > 0 && !bodyRows.includes(row) && (isOnlyNumber(row) || holdsAmount(grid, row)),
  );
  const ends = body > 1 ? [body - 1, body] : [body];
  return ends.filter((end) => end > 0).map((end) => cutAt(grid, headerRows.slice(0, end)));
}

/** Whether a row that counts columns holds the only numbers of the table: they may be amounts. */
function numbersNothing({ grid, headerRows, bodyRows }: PrintedTable): (row: number) => boolean {
  const hasNumber = (row: number): boolean =>
    grid.rowCells(row).some((cell) => isPrintedNumber(cell.text));
  return (row) => row === headerRows.at(-1) && hasNumber(row) && !bodyRows.some(hasNumber);
}

const holdsAmount = (grid: Grid, row: number): boolean =>
  grid.rowCells(row).some((cell) => figureIn(cell) === "precise" || isCode(cell));

const CODE = /^\d{3}(?:\d\d){0,2}$/u;
const isCode = (cell: Cell): boolean => CODE.test(textOf(cell)) && figureIn(cell) === "whole";

function cutAt(grid: Grid, rows: readonly number[]): Head {
  const spans = rows
    .flatMap((row) => grid.rowCells(row))
    .filter((cell) => !isPrintedNumber(cell.text));
  return { rows, columns: columnsOf(spans, grid.columnCount) };
}

/** A header with one to three of the lines below it that name or number columns, or state their units. */
function lengthened(
  table: PrintedTable,
  head: Head,
  lines: number = CHOICE.lines,
): readonly Head[] {
  const next = (head.rows.at(-1) ?? -1) + 1;
  const isPossible = lines > 0 && next < table.grid.rowCount - 1;
  const longer = isPossible ? withRow(table, head, next) : null;
  return longer === null ? [] : [longer, ...lengthened(table, longer, lines - 1)];
}

function withRow({ grid, unit }: PrintedTable, head: Head, row: number): Head | null {
  const cells = grid.rowCells(row).filter((cell) => textOf(cell) !== "");
  const rows = [...head.rows, row];
  if (isNumbering(cells)) return { rows, columns: head.columns };
  if (isUnits(cells, unit))
    return { rows, columns: head.columns.map((column) => withUnit(grid, column, row)) };
  const isNamed = namesColumns(cells) || namesSomeAndNumbersOthers(cells);
  return isNamed ? { rows, columns: named(grid, head.columns, row) } : null;
}

const COLUMN_LETTER = /^(?:[甲乙丙丁戊己]|[A-Z]|栏次|行次|列次|栏目|序号|[-—–－]+)$/u;
/** A number of a column, alone or with what it is made of: `3`, `③`, `3=4+5`. */
const COLUMN_NUMBER = /^[（(]?(\d{1,2}|[①-⑳])[)）]?(?:[=＝][\d\s+＋\-－—()（）①-⑳.…/]+)?$/u;
const CIRCLED_ONE = 0x2460;

/** Whether a row numbers columns: nothing but letters and numbers that follow one another, from 1 where it is one. */
function isNumbering(cells: readonly Cell[]): boolean {
  const texts = cells.map(textOf).filter((text) => !COLUMN_LETTER.test(text));
  const numbers = texts.map((text) => numberOf(COLUMN_NUMBER.exec(text)?.[1]));
  if (numbers.length < 2) return numbers[0] === 1;
  return numbers.every(
    (number, i) => number !== null && (i === 0 || number === (numbers[i - 1] ?? 0) + 1),
  );
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /\d/u.test(text) ? Number(text) : (text.codePointAt(0) ?? 0) - CIRCLED_ONE + 1;
}

/** Whether a row states the units of columns, and nothing else; one that contradicts the table's own does not. */
function isUnits(cells: readonly Cell[], stated: string | null): boolean {
  const units = new Set(cells.map((cell) => unitIn(textOf(cell))));
  const ofMoney = [...units].filter((unit) => unit !== PERCENT);
  if (ofMoney.length === 0 || units.has(null)) return false;
  return stated === null || ofMoney.every((unit) => unit === stated);
}

const PERCENT = "%";
const PERCENT_SIGN = /^[（(]?[%％][)）]?$/u;

function unitIn(text: string): string | null {
  return PERCENT_SIGN.test(text) ? PERCENT : (unitAlone(text) ?? statedUnit(text));
}

/** The lowest header of a column with the unit below it, in brackets as units of columns stand. */
function withUnit(grid: Grid, column: Column, row: number): Column {
  const cell = grid.at(row, column.index);
  const unit = cell?.row === row ? unitIn(textOf(cell)) : null;
  const lowest = column.path.at(-1);
  if (unit === null || lowest === undefined) return column;
  return { ...column, path: [...column.path.slice(0, -1), `${lowest}（${unit}）`] };
}

/** Whether a row holds several texts, no number, and mostly words of headers. */
function namesColumns(cells: readonly Cell[]): boolean {
  if (cells.length < 2 || cells.some((cell) => isPrintedNumber(cell.text))) return false;
  const words = cells.map((cell) => headerWord(textOf(cell))).filter(isHeaderWord);
  return words.length >= CHOICE.alike * cells.length;
}

/** Whether a row names columns that a wide header leaves open, and numbers the others: `科目编码 科目名称 1 2 3`. */
function namesSomeAndNumbersOthers(cells: readonly Cell[]): boolean {
  const numbers = cells.filter((cell) => isPrintedNumber(cell.text));
  const words = cells.filter((cell) => !numbers.includes(cell));
  return numbers.length > 1 && isNumbering(numbers) && namesColumns(words);
}

const PARTS = /^(?:其中|[类款项目])[：:]?$/u;

const isHeaderWord = (word: string): boolean =>
  PARTS.test(word) ||
  canNameRows(word) ||
  isOfDebt(word) ||
  [roleNamed(word), measureOf([word]), itemOf(word), phaseOf([word], null)].some(
    (known) => known !== null,
  );

/** Whether a header says which debt it is of and nothing unknown: `一般债务`, `新增专项债券`. */
function isOfDebt(word: string): boolean {
  const { kind, whole } = toldBy(word);
  return whole && kind !== null;
}

/** What names a row of numbers of columns, and no column. */
const NAMES_NUMBERS = /^(?:栏次|栏目|列次)$/u;

/** The columns with the names of a row below theirs; one without a header belongs to the header on its left. */
function named(grid: Grid, columns: readonly Column[], row: number): readonly Column[] {
  let wide: readonly string[] = [];
  const isNumbered = grid.rowCells(row).some((cell) => isPrintedNumber(cell.text));
  return columns.map((column) => {
    const cell = grid.at(row, column.index);
    const isName =
      cell?.row === row &&
      !isPrintedNumber(cell.text) &&
      !(isNumbered && NAMES_NUMBERS.test(textOf(cell)));
    const text = isName ? canonical(cell.text) : "";
    // A blank under a blank goes on with the header on its left, one under a name is below that.
    if (column.path.length > 0) wide = text === "" ? [] : column.path;
    return text === "" ? column : { ...column, path: [...wide, text] };
  });
}
