import { folded } from "../../../pipeline/model/canonical-text.js";
import type { Cell, Table } from "../../../pipeline/model/document.js";
import type { OnSameColumns } from "./stitch-columns.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import { STRUCTURE } from "../settings.js";

/** The cells with text that begin in a row, by column. */
type Row = ReadonlyMap<number, Cell>;

/** The cells with text that begin in a row of a table. */
export function rowOf(table: Table, row: number): Row {
  const cells = table.cells.filter((cell) => cell.row === row && cell.text.trim() !== "");
  return new Map(cells.map((cell) => [cell.column, cell]));
}

/** How many rows at the top of `next` repeat the header of `above`, all of it or its lower part. */
export function repeatedHeader(above: Table, next: Table): number {
  const upper = headRows(above);
  const lower = headRows(next);
  for (let start = 0; start < upper.length; start += 1) {
    const count = sameRows(upper.slice(start), lower);
    if (lower.slice(0, count).every(isTitle)) continue;
    if (count > 0 && (start === 0 || isHeaderLike(lower[0]))) return count;
  }
  return 0;
}

/** A row of one text is a title, which two sheets of one form share: it is no header of columns. */
function isTitle(row: Row): boolean {
  return row.size === 1;
}

/** Whether the page ends after the first rows of a header, whose lower rows part its columns on the next page. */
export function isHeaderCut({ above, next, close }: OnSameColumns): boolean {
  const rows = headRows(above);
  return (
    close &&
    above.rowCount <= STRUCTURE.stitch.mostRowsCut &&
    rows.every(isHeaderLike) &&
    isHeaderLike(rowOf(next, 0)) &&
    rows.some((row) => [...row.values()].some(({ columnSpan }) => columnSpan > 1)) &&
    repeatedHeader(above, next) === 0
  );
}

/** Whether the first of two tables is a header and nothing else, and the second has rows of numbers and no header. */
export function isHeaderAlone({ above, next }: OnSameColumns): boolean {
  return (
    above.rowCount <= STRUCTURE.stitch.mostRowsCut &&
    headRows(above).every(isHeaderLike) &&
    !isHeaderLike(rowOf(next, 0)) &&
    [...rowOf(next, 0).values()].some(isNumber)
  );
}

/** Whether `next` has a header line of `above` below lines of its own: another table of the same form. */
export function startsAnew(above: Table, next: Table): boolean {
  const upper = headRows(above);
  const lower = headRows(next).slice(0, STRUCTURE.stitch.headRowsCompared);
  if (isTitleRow(next)) return true;
  return lower.some(
    (row, i) => i > 0 && isHeaderLike(row) && upper.some((other) => isSameRow(other, row)),
  );
}

const TITLE = /(表|情况|目标)([（(][^（）()]*[)）])?$/u;

/** A caption printed as the first row of the grid. */
function isTitleRow(table: Table): boolean {
  const [first] = table.cells;
  return (
    first !== undefined &&
    first.columnSpan === table.columnCount &&
    table.columnCount > 1 &&
    TITLE.test(first.text.replace(/\s/gu, ""))
  );
}

/**
 * Whether `next`, which repeats the title row and all else over its header, is another sheet of the same form:
 * below them the labels come again (`项目名称`, `主管部门`), with a value that is another.
 */
export function isNextForm(above: Table, next: Table, header: number): boolean {
  if (header === 0 || !isTitleRow(next)) return false;
  const rows = Array.from({ length: STRUCTURE.stitch.headerRows }, (_, i) => header + i);
  const pairs = rows.map((row) => [rowOf(above, row), rowOf(next, row)] as const);
  const labelled = pairs.filter(([upper, lower]) => haveSameLabel(upper, lower));
  const differ = labelled.some(([upper, lower]) => !isSameRow(upper, lower));
  return differ && labelled.length >= STRUCTURE.stitch.labelsOfForm;
}

function haveSameLabel(upper: Row, lower: Row): boolean {
  const [a, b] = [upper.get(0), lower.get(0)];
  if (a === undefined || b === undefined || isPrintedNumber(a.text)) return false;
  return upper.size > 1 && folded(a.text) === folded(b.text);
}

function headRows(table: Table): readonly Row[] {
  const count = Math.min(STRUCTURE.stitch.headerRows, table.rowCount);
  return Array.from({ length: count }, (_, row) => rowOf(table, row));
}

function sameRows(upper: readonly Row[], lower: readonly Row[]): number {
  let count = 0;
  while (isSameRow(upper[count], lower[count])) count += 1;
  return count;
}

function isSameRow(a: Row | undefined, b: Row | undefined): boolean {
  if (a === undefined || b === undefined || a.size === 0 || a.size !== b.size) return false;
  const others = [...b.values()];
  const isHeader = isHeaderLike(a);
  return [...a.values()].every((cell, i) => {
    const other = others[i];
    if (other === undefined) return false;
    return folded(cell.text) === folded(other.text) || (isHeader && mayBeSame(cell, other));
  });
}

/** Whether one of two cells was read, the second time or by the engine's own doubt, as the other. */
function mayBeSame(a: Cell, b: Cell): boolean {
  if (isPrintedNumber(a.text) || isPrintedNumber(b.text)) return false;
  return readsAs(a, folded(b.text)) || readsAs(b, folded(a.text));
}

function readsAs({ recognized }: Cell, key: string): boolean {
  if (recognized === undefined) return false;
  return [recognized.second ?? "", ...recognized.others].some((other) => folded(other) === key);
}

/** 无 alone stands for no amount. */
const NAME = /\p{sc=Han}{2}/u;

/** Whether the first row of `next` has texts where `above` ends with numbers: names of its own columns. */
export function namesNumbers(above: Table, next: Table): boolean {
  const last = [...rowOf(above, above.rowCount - 1).values()];
  const first = rowOf(next, 0);
  const numbers = last.filter(({ text }) => isPrintedNumber(text));
  const named = numbers.filter(
    ({ column }) => NAME.test(first.get(column)?.text ?? "") && isOverNumber(next, column),
  );
  return named.length >= Math.min(STRUCTURE.stitch.named, Math.max(1, numbers.length));
}

/** Whether `next` begins with a row of the body of `above`: numbers in its columns of numbers, and nowhere else. */
export function hasRowsLike(above: Table, next: Table): boolean {
  const last = rowOf(above, above.rowCount - 1);
  const first = [...rowOf(next, 0).values()];
  return (
    first.some(isNumber) &&
    first.every((cell) => {
      const over = last.get(cell.column);
      return over === undefined || isNumber(over) === isNumber(cell);
    })
  );
}

const TOTAL = /^[合总]计$/u;

/** Whether `next` has the total of another table at its head: `above` begins with a total too, of other amounts. */
export function hasOtherTotal(above: Table, next: Table, header: number): boolean {
  const total = rowOf(next, header);
  if (!isTotalRow(total)) return false;
  const own = headRows(above).find(isTotalRow);
  return own !== undefined && !isSameRow(own, total);
}

function isTotalRow(row: Row): boolean {
  const cells = [...row.values()];
  return cells.some(isNumber) && cells.some(({ text }) => TOTAL.test(folded(text)));
}

const isNumber = ({ text }: Cell): boolean => isPrintedNumber(text);

function isOverNumber(next: Table, column: number): boolean {
  return isPrintedNumber(rowOf(next, 1).get(column)?.text ?? "");
}

const HEADER_WORD =
  /^(序号|栏次|金额|数量|单价|备注|合计|小计|[类款项]|说明|.*(项目|科目|编码|名称|内容|预算数|决算数|支出|收入|单位|指标|符号|分值|权重|性质|方式|来源|资金|元[)）]))$/u;
const LISTED = /^([（(]?[一二三四五六七八九十]+[、)）]|\d)/u;
const NUMBER = /\d/u;
/** A year is no figure of a row: `2024年支出`. */
const YEAR = /(?:19|20)\d{2}年度?/gu;

/** Whether a row reads like a header: several short terms, no figures. */
export function isHeaderLike(row: Row | undefined): boolean {
  if (row === undefined || row.size < 2) return false;
  const texts = [...row.values()].map(({ text }) => text.replace(/\s/gu, "").replace(YEAR, ""));
  if (texts.some((text) => LISTED.test(text) || /^[\d,.]+$/u.test(text))) return false;
  const terms = texts.filter((text) => HEADER_WORD.test(text) && !NUMBER.test(text));
  return terms.length / texts.length >= STRUCTURE.stitch.terms;
}
