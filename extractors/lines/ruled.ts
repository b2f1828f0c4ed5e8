import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { widthOf } from "./display-width.js";
import { type FindTable, tableOfRows, type TextCell, type TextRow } from "./grid.js";

/** Upright strokes: ASCII, full width, and those of the box-drawing block. */
const BAR = "|｜│┃║┆┇┊┋╎╏";
const BARS = new RegExp(String.raw`(?<!\\)[${BAR}]`, "u");
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
  const parts: RuledRow[][] = [[]];
  for (let line = first; line < end; line += 1) {
    const text = lines[line] ?? "";
    if (isRule(text)) parts.push([]);
    else parts.at(-1)?.push(rowOf(text, line));
  }
  return parts.filter(({ length }) => length > 0);
}

function rowOf(text: string, line: number): RuledRow {
  const parts = cellParts(text);
  return {
    line,
    cells: parts.map(({ text: cell }) => ({ text: cell })),
    ends: parts.map(({ end }) => end),
  };
}

/** The texts between strokes and where each ends. Without outer strokes the first and last are cells too. */
function cellParts(line: string): readonly { readonly text: string; readonly end: number }[] {
  const parts: { text: string; end: number }[] = [];
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
  parts.push({ text: cellText(text), end: column });
  const outer = line.trim();
  if (BARS.test(outer.slice(-1)) || /[┤┥┦┧┨┩┪┫]$/u.test(outer)) parts.pop();
  if (BARS.test(outer.slice(0, 1)) || /^[├┞┟┠┡┢┣]/u.test(outer)) parts.shift();
  return parts;
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
      if (isPrintedNumber(text)) figures.set(column, (figures.get(column) ?? 0) + 1);
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
      const columnSpan = (stops[i] ?? 0) - (stops[i - 1] ?? -1);
      return { text, columnSpan };
    });
    return { line: row.line, cells };
  });
}
