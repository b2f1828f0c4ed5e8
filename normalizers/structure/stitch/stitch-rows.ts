import type { Cell, Table } from "../../../pipeline/model/document.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import { oncePer } from "../../../pipeline/model/once-per.js";
import { joinedRead } from "../../../pipeline/model/recognized.js";
import { STRUCTURE } from "../settings.js";
import { isHalved, type Pair } from "./stitch-halves.js";

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
  if (isEmptyRest(upper, lower, rest)) return withoutFirstRow(upper, lower, []);
  const pairs = rest.map((cell): Pair => ({ cell, above: cellAbove(upper, cell) }));
  const cut = pairs.filter(({ cell, above }) => hasText(cell) && isRest(upper, above, cell));
  const blank = pairs.filter(({ cell }) => !hasText(cell));
  if (isHalved(upper, lower, pairs) || isLoneRest(upper, lower, pairs))
    return withoutFirstRow(upper, lower, pairs);
  if (cut.length > 0 && cut.length + blank.length === pairs.length)
    return withoutFirstRow(upper, lower, pairs);
  // Printed over columns that the row above does not have, it is a row of its own.
  const goesOn = pairs.every((pair) => cut.includes(pair) || blank.includes(pair));
  const isRowCut = goesOn && cut.length > 0;
  const merged = blank.filter(
    (pair) =>
      isMerged(pair) || (isRowCut && hasTextAbove(pair)) || isNeverBlank(upper, lower, pair),
  );
  const sure = cut.filter(({ cell, above }) => goesOn || isSurelyCut(above?.text ?? "", cell.text));
  const printedBelow = pairs.filter((pair) => isPrintedBelow(pair, sure));
  return joinMerged(upper, lower, [...sure, ...merged, ...printedBelow]);
}

/** A text under another, in a row of its own where all rows before and after the break have a number. */
function isLoneRest(upper: Table, lower: Table, pairs: readonly Pair[]): boolean {
  const printed = pairs.filter(({ cell }) => hasText(cell));
  const [rest] = printed;
  if (rest === undefined || printed.length > 1 || !pairs.every(({ above }) => above !== undefined))
    return false;
  const { cell, above } = rest;
  if (above === undefined || !isLabel(above) || !isLabel(cell) || OPENS_ROW.test(cell.text))
    return false;
  const [before, after] = [numberedRows(upper), numberedRows(lower)];
  const first = Math.min(...before);
  return (
    before.size >= STRUCTURE.stitch.rowsOfProof &&
    before.size === upper.rowCount - first &&
    after.size === lower.rowCount - 1
  );
}

/** The rows in which a number stands. */
function numberedRows({ cells }: Table): ReadonlySet<number> {
  return new Set(cells.filter(({ text }) => isPrintedNumber(text)).map(({ row }) => row));
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

/** The end of a text that was cut. */
function isRest(upper: Table, above: Cell | undefined, cell: Cell): boolean {
  return above !== undefined && hasText(above) && isCut(upper, above, cell.text);
}

const CLOSES = /^([，。、；：！？）)》”’]|[（(][^（）()]{1,6}[）)]$)/u;
const PERCENT = /^[％%]/u;
const DIGIT_LAST = /\d\s*$/u;
const OPENS = /[（(《“][^）)》”]*$/u;
const LISTED = /^\s*([（(]?[一二三四五六七八九十]+[、)）.．]|[（(]?\d+[)）、.．]|\d{3,})/u;
const SENTENCE_END = /[。！？；]\s*$/u;
/** What begins a row of its own, or a note. */
const OPENS_ROW =
  /^\s*(?:[（(]?[一二三四五六七八九十]+[、)）.．]|[（(]?\d+[)）、.．]|\d{3,}|其中|[备附]?注|说明)|[：:。]\s*$/u;
const AMOUNT = /^[\s\d.,，%-]+$/u;

/** Whether a cell's text goes on after the break. */
function isCut(upper: Table, above: Cell, rest: string): boolean {
  if (isSurelyCut(above.text, rest)) return true;
  if (LISTED.test(rest) || AMOUNT.test(rest) || AMOUNT.test(above.text)) return false;
  if (above.text.length >= STRUCTURE.stitch.prose) return !SENTENCE_END.test(above.text);
  return isFull(upper, above, rest);
}

/**
 * Brackets and punctuation that leave no doubt; a sign that stands alone is a unit of its own. A number in
 * brackets under another is a negative one.
 */
function isSurelyCut(text: string, rest: string): boolean {
  if (OPENS.test(text)) return true;
  if (isPrintedNumber(text) && isPrintedNumber(rest)) return false;
  return CLOSES.test(rest) || (PERCENT.test(rest) && DIGIT_LAST.test(text));
}

/** What is not broken: figures and Latin letters with their brackets. */
const UNBROKEN = /^[\w.,%\u005B\u005D()+*/=-]*/u;

/** Whether the last line of a cell fills its column as lines do that were wrapped. */
function isFull(upper: Table, above: Cell, rest: string): boolean {
  const usual = usualFill(upper);
  const last = width(above.text.split("\n").at(-1) ?? "");
  const room = STRUCTURE.stitch.ragged + width(UNBROKEN.exec(rest)?.[0] ?? "");
  return usual !== undefined && (last + room) / boxWidth(above) > usual;
}

/** How full lines of a table are that were wrapped, in characters a point; undefined where none was. */
const usualFill = oncePer(({ cells }: Table): number | undefined => {
  const fills = cells.flatMap((cell) =>
    cell.text
      .split("\n")
      .slice(0, -1)
      .map((line) => width(line) / boxWidth(cell)),
  );
  return fills.toSorted((a, b) => a - b)[Math.floor(fills.length * STRUCTURE.stitch.usualFill)];
});

function boxWidth({ at }: Cell): number {
  return at.type === "page" ? at.box[2] - at.box[0] : Infinity;
}

/** The width of a text in Chinese characters. */
function width(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + (isWide(c) ? 1 : STRUCTURE.stitch.narrow), 0);
}

/** Takes the first row of `lower` into the last of `upper`; cells that go on below it grow over it. */
function withoutFirstRow(upper: Table, lower: Table, pairs: readonly Pair[]): MadeWhole {
  return {
    upper: { ...upper, cells: upper.cells.map((above) => withRest(above, pairs, 1)) },
    lower: lower.cells.filter(({ row }) => row > 0).map((cell) => ({ ...cell, row: cell.row - 1 })),
    rowCount: lower.rowCount - 1,
  };
}

/** Cells merged over the break become one. */
function joinMerged(upper: Table, lower: Table, pairs: readonly Pair[]): MadeWhole {
  const rests = new Set(pairs.map(({ cell }) => cell));
  return {
    upper: { ...upper, cells: upper.cells.map((above) => withRest(above, pairs, 0)) },
    lower: lower.cells.filter((cell) => !rests.has(cell)),
    rowCount: lower.rowCount,
  };
}

/** A cell with the rest of its text and rows, `shared` of which it has already. */
function withRest(above: Cell, pairs: readonly Pair[], shared: number): Cell {
  const rest = pairs.find((pair) => pair.above === above)?.cell;
  if (rest === undefined) return above;
  const rowSpan = above.rowSpan + rest.rowSpan - shared;
  if (!hasText(rest)) return { ...above, rowSpan };
  if (!hasText(above)) return { ...above, ...joinedRead([rest], ""), at: rest.at, rowSpan };
  return { ...above, ...joinedRead([above, rest], "\n"), rowSpan };
}

function hasTextAbove({ above }: Pair): boolean {
  return above !== undefined && hasText(above);
}

/** One of the two parts of a blank cell spans several rows: it is merged. */
function isMerged({ cell, above }: Pair): boolean {
  return above !== undefined && (cell.rowSpan > 1 || above.rowSpan > 1);
}

/**
 * Whether a merged cell has its text below the break: a cell to the right, within its rows, is cut
 * there, so that the rows of the outer one go on too.
 */
function isPrintedBelow(pair: Pair, cut: readonly Pair[]): boolean {
  const { cell, above } = pair;
  if (above === undefined || hasText(above) || !hasText(cell) || !isMerged(pair)) return false;
  return cut.some(
    (inner) =>
      inner.above !== undefined &&
      inner.above.row >= above.row &&
      inner.cell.column > cell.column &&
      inner.cell.rowSpan <= cell.rowSpan,
  );
}

/** Whether a column of texts holds no other blank cell: this one is the lower part of the cell above. */
function isNeverBlank(upper: Table, lower: Table, { cell, above }: Pair): boolean {
  if (above === undefined || !isLabel(above)) return false;
  const others = [...upper.cells, ...lower.cells].filter(
    (other) =>
      other !== cell && other.column === cell.column && other.columnSpan === cell.columnSpan,
  );
  return others.length > STRUCTURE.stitch.neverBlank && others.every(isLabel);
}

function isLabel(cell: Cell): boolean {
  return hasText(cell) && !AMOUNT.test(cell.text);
}

const LAST_LATIN = "\u00ff";

function isWide(character: string): boolean {
  return character > LAST_LATIN;
}
