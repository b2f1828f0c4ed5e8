import type { Table } from "./document.js";

/** The header is looked for in this many rows. */
const DEEPEST = 10;

/** The texts of the cells that begin in a row, without white space, by column; empty ones left out. */
export function rowTexts(table: Table, row: number): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const cell of table.cells) {
    if (cell.row !== row) continue;
    const text = cell.text.replace(/\s/gu, "");
    if (text !== "") texts.set(cell.column, text);
  }
  return texts;
}

/** How many rows at the top of `next` repeat the header of `above`, all of it or its lower part. */
export function repeatedHeader(above: Table, next: Table): number {
  const upper = headRows(above);
  const lower = headRows(next);
  for (let start = 0; start < upper.length; start += 1) {
    const count = sameRows(upper.slice(start), lower);
    if (count > 0 && (start === 0 || isHeaderLike(lower[0]))) return count;
  }
  return 0;
}

/** Whether `next` has a header line of `above` below lines of its own: another table of the same form. */
export function startsAnew(above: Table, next: Table): boolean {
  const upper = headRows(above);
  const lower = headRows(next).slice(0, 6);
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

function headRows(table: Table): ReadonlyMap<number, string>[] {
  const count = Math.min(DEEPEST, table.rowCount);
  return Array.from({ length: count }, (_, row) => rowTexts(table, row));
}

function sameRows(
  upper: readonly ReadonlyMap<number, string>[],
  lower: readonly ReadonlyMap<number, string>[],
): number {
  let count = 0;
  while (isSameRow(upper[count], lower[count])) count += 1;
  return count;
}

function isSameRow(
  a: ReadonlyMap<number, string> | undefined,
  b: ReadonlyMap<number, string> | undefined,
): boolean {
  if (a === undefined || b === undefined || a.size === 0 || a.size !== b.size) return false;
  return [...a.values()].join("|") === [...b.values()].join("|");
}

const HEADER_WORD =
  /^(序号|栏次|金额|数量|单价|备注|合计|小计|[类款项]|说明|.*(项目|科目|编码|名称|内容|预算数|决算数|支出|收入|单位|指标|符号|分值|权重|性质|方式|来源|资金|元[)）]))$/u;
const LISTED = /^([（(]?[一二三四五六七八九十]+[、)）]|\d)/u;
const NUMBER = /\d/u;

/** Whether a row reads like a header: several short terms, no figures. */
export function isHeaderLike(row: ReadonlyMap<number, string> | undefined): boolean {
  if (row === undefined || row.size < 2) return false;
  const texts = [...row.values()];
  if (texts.some((text) => LISTED.test(text) || /^[\d,.]+$/u.test(text))) return false;
  const terms = texts.filter((text) => HEADER_WORD.test(text) && !NUMBER.test(text));
  return terms.length / texts.length >= 0.6;
}
