import type { Cell, Table } from "./document.js";

/** A table and the part below it after a row cut by the page break was made whole. */
export interface MadeWhole {
  readonly upper: Table;
  /** The cells of the part below, its rows still counted from 0. */
  readonly lower: readonly Cell[];
  readonly rowCount: number;
}

/**
 * Makes the last row of `upper` whole where the first row of `lower` holds only the rest of its
 * text, or nothing; merged cells that go on over the break become one cell.
 */
export function joinSplitRow(upper: Table, lower: Table): MadeWhole {
  const rest = lower.cells.filter(({ row }) => row === 0);
  if (isEmptyRest(upper, lower, rest)) return withoutFirstRow(upper, lower, upper.cells);
  const pairs = rest.map((cell) => ({ cell, above: cellAbove(upper, cell) }));
  if (
    pairs.every(({ cell, above }) => cell.rowSpan === 1 && isRest(upper, above, cell)) &&
    pairs.some(({ cell }) => hasText(cell))
  )
    return withoutFirstRow(
      upper,
      lower,
      upper.cells.map((above) => withRest(above, pairs)),
    );
  return joinMerged(upper, lower, pairs);
}

interface Pair {
  readonly cell: Cell;
  readonly above: Cell | undefined;
}

function hasText({ text }: Cell): boolean {
  return text.trim() !== "";
}

/** Word processors leave an empty strip of a row that just did not fit. */
function isEmptyRest(upper: Table, lower: Table, rest: readonly Cell[]): boolean {
  const last = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rowCount);
  const isFollowed =
    lower.rowCount === 1 || lower.cells.some((cell) => cell.row === 1 && hasText(cell));
  return (
    !rest.some(hasText) &&
    rest.every(({ rowSpan }) => rowSpan === 1) &&
    last.some(hasText) &&
    isFollowed
  );
}

function cellAbove(upper: Table, cell: Cell): Cell | undefined {
  return upper.cells.find(
    (above) =>
      above.row + above.rowSpan === upper.rowCount &&
      above.column === cell.column &&
      above.columnSpan === cell.columnSpan,
  );
}

/** Empty, or the end of a text that was cut. */
function isRest(upper: Table, above: Cell | undefined, cell: Cell): boolean {
  if (!hasText(cell)) return true;
  return above !== undefined && hasText(above) && isCut(upper, above, cell.text);
}

const CLOSES = /^[，。、；：！？）)》”’％%]/u;
const OPENS = /[（(《“][^）)》”]*$/u;
const LISTED = /^\s*([（(]?[一二三四五六七八九十]+[、)）.．]|[（(]?\d+[)）、.．]|\d{3,})/u;
const SENTENCE_END = /[。！？；]\s*$/u;
const AMOUNT = /^[\s\d.,，%-]+$/u;
/** From this many characters on a cell holds prose. */
const PROSE = 30;

/** Whether a cell's text goes on after the break. */
function isCut(upper: Table, above: Cell, rest: string): boolean {
  if (CLOSES.test(rest) || OPENS.test(above.text)) return true;
  if (LISTED.test(rest) || AMOUNT.test(rest) || AMOUNT.test(above.text)) return false;
  if (above.text.length >= PROSE) return !SENTENCE_END.test(above.text);
  return isFull(upper, above);
}

/** Whether the last line of a cell is as long as the lines that were wrapped in its column. */
function isFull(upper: Table, above: Cell): boolean {
  const wrapped = upper.cells
    .filter((cell) => cell.column === above.column && cell.columnSpan === above.columnSpan)
    .flatMap((cell) => cell.text.split("\n").slice(0, -1))
    .map(width);
  const last = width(above.text.split("\n").at(-1) ?? "");
  return wrapped.length > 0 && last >= Math.max(...wrapped) - 1;
}

/** The width of a text in Chinese characters. */
function width(text: string): number {
  return [...text].reduce((sum, c) => sum + (isWide(c) ? 1 : 0.5), 0);
}

function withRest(above: Cell, pairs: readonly Pair[]): Cell {
  const rest = pairs.find((pair) => pair.above === above)?.cell;
  return rest === undefined || !hasText(rest)
    ? above
    : { ...above, text: `${above.text}\n${rest.text}` };
}

function withoutFirstRow(upper: Table, lower: Table, cells: readonly Cell[]): MadeWhole {
  return {
    upper: { ...upper, cells },
    lower: lower.cells.filter(({ row }) => row > 0).map((cell) => ({ ...cell, row: cell.row - 1 })),
    rowCount: lower.rowCount - 1,
  };
}

/** Cells merged over the break: the part below is empty and one of the two spans several rows. */
function joinMerged(upper: Table, lower: Table, pairs: readonly Pair[]): MadeWhole {
  const merged = pairs.filter(
    ({ cell, above }) =>
      above !== undefined && !hasText(cell) && (cell.rowSpan > 1 || above.rowSpan > 1),
  );
  return {
    upper: {
      ...upper,
      cells: upper.cells.map((cell) => {
        const rest = merged.find(({ above }) => above === cell);
        return rest === undefined ? cell : { ...cell, rowSpan: cell.rowSpan + rest.cell.rowSpan };
      }),
    },
    lower: lower.cells.filter((cell) => !merged.some((pair) => pair.cell === cell)),
    rowCount: lower.rowCount,
  };
}

function isWide(character: string): boolean {
  return /[^\u0000-\u00ff]/u.test(character);
}
