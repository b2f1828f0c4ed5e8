import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { widthOf } from "./display-width.js";
import { type FindTable, tableOfRows, type TextCell, type TextRow } from "./grid.js";
import { elementAt } from "../../pipeline/model/element-at.js";
import { add } from "../../pipeline/model/tally.js";

/** Upright strokes: ASCII, full width, and those of the box-drawing block. */
const BAR = "|｜│┃║┆┇┊┋╎╏";
/** A line of strokes alone: `+---+`, `├──┼──┤`, `|:---|---:|`. It holds a corner, a crossing or a bar. */
const RULE = /^(?=.*[-=─━═┄┅┈┉╌╍])(?=.*[+|｜│┃║┌-╬])[-+=:|｜\s│┃║─━═┄┅┈┉╌╍┌-╬╭-╰]+$/u;
/** Strokes of the box-drawing block in front of or behind text: the arms of a crossing within a row. */
const ARMS = /^[├┞┟┠┡┢┣]|[┤┥┦┧┨┩┪┫]$/gu;

/** A table whose cells are parted by upright strokes: of Markdown, of terminals, or drawn with box characters. */
export const findRuledTable: FindTable = (lines, first) => {
  if (!isRuled(lines[first])) return { next: first + 1 };
  let end = first;
  while (end < lines.length && isRuled(lines[end])) end += 1;
  const parts = betweenRules(lines, first, end);
  const rows = parts.length > 2 ? parts.flatMap(rowsOfPart) : parts.flat();
  if (rows.length < 2 || !rows.some(({ cells }) => cells.length > 1)) return { next: end };
  return { table: tableOfRows(spanned(rows)), end };
};

/** A row of a ruled table, with the display column at which each of its cells ends. */
interface RuledRow extends TextRow {
  readonly ends: readonly number[];
}

const isRule = (line: string): boolean => RULE.test(line.trim());

function isRuled(line: string | undefined): boolean {
  if (line === undefined || line.trim() === "") return false;
  return isRule(line) || cellParts(line).length > 1;
}

/** The lines between lines of strokes. */
function betweenRules(lines: readonly string[], first: number, end: number): readonly RuledRow[][] {
  const rows = lines.slice(first, end).map((text) => (isRule(text) ? null : cellParts(text)));
  const frame = frameOf(rows.filter((row) => row !== null));
  const parts: RuledRow[][] = [[]];
  for (const [index, row] of rows.entries()) {
    if (row === null) parts.push([]);
    else parts.at(-1)?.push(rowOf(withoutFrame(row, frame), first + index));
  }
  return parts.filter(({ length }) => length > 0);
}

function rowOf(parts: readonly CellPart[], line: number): RuledRow {
  return {
    line,
    cells: parts.map(({ text }) => ({ text })),
    ends: parts.map(({ end }) => end),
  };
}

/** What stands between two strokes, or before the first or after the last, and the display column where it ends. */
interface CellPart {
  readonly text: string;
  readonly end: number;
}

/** Whether a table has strokes at its sides, and how many cells its first line has between them. */
interface Frame {
  readonly left: boolean;
  readonly right: boolean;
  readonly width: number;
}

/** Strokes stand at a side where most rows have one there: some editors leave out the last of a row. */
function frameOf(rows: readonly (readonly CellPart[])[]): Frame {
  const most = (isBlank: (row: readonly CellPart[]) => boolean): boolean =>
    2 * rows.filter(isBlank).length > rows.length;
  const left = most((row) => row[0]?.text === "");
  const right = most((row) => row.at(-1)?.text === "");
  const header = rows[0] ?? [];
  return { left, right, width: bareOf(header, left, right).length };
}

function bareOf(parts: readonly CellPart[], left: boolean, right: boolean): readonly CellPart[] {
  const from = left && parts[0]?.text === "" ? 1 : 0;
  const to = right && parts.at(-1)?.text === "" ? parts.length - 1 : parts.length;
  return parts.slice(from, to);
}

/** The cells of a row: a blank at a side is a cell where the row has as many cells as the table only with it. */
function withoutFrame(
  parts: readonly CellPart[],
  { left, right, width }: Frame,
): readonly CellPart[] {
  const spare = parts.length - width;
  if (spare === 0) return parts;
  const isOpenLeft = parts[0]?.text === "";
  const isOpenRight = parts.at(-1)?.text === "";
  if (spare === 1 && isOpenLeft !== isOpenRight)
    return isOpenLeft ? parts.slice(1) : parts.slice(0, -1);
  return bareOf(parts, left, right);
}

/** The texts between strokes, with what stands before the first and after the last. */
function cellParts(line: string): readonly CellPart[] {
  const parts: CellPart[] = [];
  let text = "";
  let column = 0;
  let before = "";
  for (const character of line.trim().replace(ARMS, "|")) {
    if (BAR.includes(character) && before !== "\\") {
      parts.push({ text: cellText(text), end: column });
      text = "";
    } else text += character;
    column += widthOf(character);
    before = character;
  }
  return [...parts, { text: cellText(text), end: column }];
}

const cellText = (text: string): string =>
  text
    .trim()
    .replaceAll(/\\([|｜])/gu, "$1")
    .replaceAll(/<br\s*\/?>/giu, "\n");

/** The lines between two rules are one row of several lines, unless figures stand under figures. */
function rowsOfPart(rows: readonly RuledRow[]): readonly RuledRow[] {
  const [top, ...rest] = rows;
  if (top === undefined || rest.length === 0 || hasRowsOfFigures(rows)) return rows;
  if (rest.some(({ cells }) => cells.length !== top.cells.length)) return rows;
  const cells = top.cells.map((cell, column): TextCell => {
    const texts = [cell, ...rest.map((row) => row.cells[column])].map((each) => each?.text ?? "");
    return { text: texts.filter((text) => text !== "").join("\n") };
  });
  return [{ ...top, cells }];
}

function hasRowsOfFigures(rows: readonly RuledRow[]): boolean {
  const figures = new Map<number, number>();
  for (const { cells } of rows)
    for (const [column, { text }] of cells.entries())
      if (isPrintedNumber(text)) add(figures, column, 1);
  return [...figures.values()].some((count) => count > 1);
}

/** Rows with fewer cells than others get their spans, where their strokes stand over those of the others. */
function spanned(rows: readonly RuledRow[]): readonly TextRow[] {
  const most = Math.max(...rows.map(({ cells }) => cells.length));
  const full = rows.find(({ cells }) => cells.length === most);
  return rows.map((row) => {
    if (full === undefined || row.cells.length === most) return row;
    const stops = row.ends.map((end) => full.ends.indexOf(end));
    if (stops.some((stop, i) => stop <= (stops[i - 1] ?? -1))) return row;
    const cells = row.cells.map(({ text }, i) => {
      const columnSpan = elementAt(stops, i) - (stops[i - 1] ?? -1);
      return { text, columnSpan };
    });
    return { line: row.line, cells };
  });
}
