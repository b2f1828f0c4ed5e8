import type { Grid } from "../../pipeline/model/grid.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import type { Column, PrintedTable } from "../../pipeline/model/table-kind.js";
import { STRUCTURE } from "../structure/settings.js";
import { canNameRows, headerWord, roleNamed } from "../tables/amounts/measures.js";
import { textOf } from "../values/text.js";

/** The names of one header row by column; a blank is an empty text, and none ends the row. */
type Names = readonly string[];

/** A name over some columns: `start` to `start + width`. */
interface Over {
  readonly name: string;
  readonly start: number;
  readonly width: number;
}

/**
 * Each way in which the two lowest rows of a header can stand over the columns of a table whose source lost the
 * merged cells: a name that was printed once, and the names that divide it, moved to the left. Which way is right, the sums of the table have to say.
 */
export function lostHeaders({ grid, headerRows, cornerRows }: PrintedTable): readonly {
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
}[] {
  const first = cornerRows.length;
  const end = endOfNames(grid, Math.min(first, headerRows[0] ?? first));
  if (end - first < 2 || !isWithoutSpans(grid, { first, end })) return [];
  const [upper, lower] = [namesIn(grid, end - 2), namesIn(grid, end - 1)];
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  const groups = rows.slice(0, -2).map((row) => namesIn(grid, row));
  return divisions(upper, lower, grid.columnCount)
    .filter((parts) => !movesCodes(parts))
    .map((parts) => ({ rows, columns: grouped(columnsUnder(parts, grid.columnCount), groups) }))
    .filter(({ columns }) => areDistinct(columns));
}

/** The columns under the names of the rows above, where these tell by their blanks or their words what they go over. */
function grouped(columns: readonly Column[], groups: readonly Names[]): readonly Column[] {
  return columns.map((column) => ({
    ...column,
    path: [...groups.flatMap((names) => groupOver(names, column, columns)), ...column.path],
  }));
}

function groupOver(names: Names, { index }: Column, columns: readonly Column[]): Names {
  const named = columns.findIndex(({ path }) => !namesRows(path));
  const [first = "", second, ...others] = names;
  if (names.includes("")) {
    const own = names.slice(0, index + 1).findLast((text) => text !== "");
    return own === undefined ? [] : [own];
  }
  const isOfTwo = second !== undefined && others.length === 0 && namesRows([first]);
  return isOfTwo ? [index < named ? first : second] : [];
}

function namesRows(path: readonly string[]): boolean {
  const word = headerWord(path.at(-1) ?? "");
  return CODES.test(word) || canNameRows(word) || roleNamed(word) !== null;
}

/** The row after the last at the top without a number. */
function endOfNames(grid: Grid, first: number): number {
  const last = Math.min(grid.rowCount - 1, first + STRUCTURE.header.deepest);
  let row = first;
  while (row < last && !grid.rowCells(row).some(({ text }) => isPrintedNumber(text))) row += 1;
  return row;
}

/** Whether all cells of some rows stand over one column each. */
function isWithoutSpans(grid: Grid, { first, end }: { first: number; end: number }): boolean {
  const cells = grid.cells.filter(({ row }) => row >= first && row < end);
  return cells.every(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan === 1);
}

function namesIn(grid: Grid, row: number): Names {
  const texts = grid.rowCells(row).map(textOf);
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

/** A name of the upper row over its columns, with the names below it where it is divided. */
interface Part extends Over {
  readonly below: Names;
}

/** The parts of a header, in each way in which its two rows can stand. */
function divisions(upper: Names, lower: Names, count: number): readonly (readonly Part[])[] {
  const names = lower.filter((text) => text !== "");
  if (names.length < 2 || upper[0] === "") return [];
  if (lower[0] === "") return upper.includes("") ? [] : placed(upper, lower, count);
  if (lower.includes("")) return [];
  return upper.includes("") ? underBlanks(upper, names, count) : underOne(upper, names, count);
}

/** The lower names stand in their columns: each run of them divides one name, each blank leaves one whole. */
function placed(upper: Names, lower: Names, count: number): readonly (readonly Part[])[] {
  const parts: Part[] = [];
  let column = 0;
  for (const name of upper) {
    const ends = lower.indexOf("", column);
    const isDivided = column < lower.length && lower[column] !== "";
    const width = isDivided ? (ends === -1 ? lower.length : ends) - column : 1;
    const below = isDivided ? lower.slice(column, column + width) : [];
    parts.push({ name, start: column, width, below });
    column += width;
  }
  return column === count ? [parts] : [];
}

/** The upper names stand in their columns: the lower ones divide one that as many columns are left for. */
function underBlanks(upper: Names, lower: Names, count: number): readonly (readonly Part[])[] {
  const starts = upper.flatMap((text, column) => (text === "" ? [] : [column]));
  const spans = starts.map((start, i) => ({
    name: upper[start] ?? "",
    start,
    width: (starts[i + 1] ?? count) - start,
  }));
  return spans
    .filter(({ width }) => width === lower.length)
    .map(({ start }) => spans.map((o) => ({ ...o, below: o.start === start ? lower : [] })));
}

/** Neither row says where it stands: the lower names divide any one of the upper. */
function underOne(upper: Names, lower: Names, count: number): readonly (readonly Part[])[] {
  if (upper.length - 1 + lower.length !== count) return [];
  return upper.map((_, divided) =>
    upper.map((name, i) => ({
      name,
      start: i > divided ? i + lower.length - 1 : i,
      width: i === divided ? lower.length : 1,
      below: i === divided ? lower : [],
    })),
  );
}

const CODES = /科目|功能分类|^(?:编码|代码)$/u;
const PART_OF_CODE = /^[类款项目]$/u;

/** Whether 类 款 项 stand under another name than that of the codes, or other names under that. */
function movesCodes(parts: readonly Part[]): boolean {
  return parts.some(
    ({ name, below }) =>
      below.length > 0 && CODES.test(name) !== below.every((text) => PART_OF_CODE.test(text)),
  );
}

function columnsUnder(parts: readonly Part[], count: number): readonly Column[] {
  return Array.from({ length: count }, (_, index) => {
    const over = parts.find(({ start, width }) => index >= start && index < start + width);
    const path = [over?.name ?? "", over?.below[index - over.start] ?? ""];
    return { index, path: path.filter((text) => text !== "") };
  });
}

/** Whether each column has a name of its own: names that come again, each under another, tell by that where they stand. */
function areDistinct(columns: readonly Column[]): boolean {
  const lowest = columns.map(({ path }) => path.at(-1) ?? "");
  return new Set(lowest).size === columns.length && !lowest.includes("");
}
