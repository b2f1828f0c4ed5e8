import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { type FindTable, type Found, plainRow, tableOfRows, type TextRow } from "./grid.js";

/** When lines with separators are a table. */
const SEPARATED = {
  /** Lines of a table: its header and a row. */
  fewestRows: 2,
  /** Lines of a table whose cells are parted by commas, which sentences have too. */
  fewestCommaRows: 3,
  /** Lines that a quoted cell may take: a cell of a sheet holds a paragraph. */
  linesOfCell: 30,
} as const;

/** Rows a line, cells parted by tabs, as sheets and web pages are copied. */
export const findTabRows: FindTable = (lines, first) => {
  const rows = rowsFrom(lines, first, "\t");
  const isRow = rows.some(({ cells }) => cells.length > 2 || (cells[0]?.text ?? "") !== "");
  return isRow && !isContents(rows) && isTable(rows, SEPARATED.fewestRows)
    ? found(rows, lines)
    : { next: rows.at(-1)?.end ?? first + 1 };
};

/** Rows a line, cells parted by commas, all rows of one length. */
export const findCommaRows: FindTable = (lines, first) => {
  const rows = rowsFrom(lines, first, ",");
  const [top] = rows;
  const width = top?.cells.length;
  const same =
    width !== undefined && width > 2 && rows.every(({ cells }) => cells.length === width);
  const sentences = rows.some(({ cells }) => cells.some(({ text }) => /[。；]/u.test(text)));
  const figures = rows.filter(hasFigure).length;
  return same && !sentences && figures > 0 && isTable(rows, SEPARATED.fewestCommaRows)
    ? found(rows, lines)
    : { next: rows.at(-1)?.end ?? first + 1 };
};

interface Row extends TextRow {
  /** The line after it. */
  readonly end: number;
}

function rowsFrom(lines: readonly string[], first: number, separator: string): readonly Row[] {
  const rows: Row[] = [];
  for (let line = first; line < lines.length;) {
    const row = rowAt(lines, line, separator);
    if (row === null) break;
    rows.push(row);
    line = row.end;
  }
  return rows;
}

/** The row that starts at a line, with the further lines of a quoted cell; null where the line is none. */
function rowAt(lines: readonly string[], line: number, separator: string): Row | null {
  let text = lines[line] ?? "";
  if (!text.includes(separator) || text.trim() === "") return null;
  let end = line + 1;
  const most = Math.min(lines.length, line + SEPARATED.linesOfCell);
  while (isOpen(text, separator) && end < most) {
    text += `\n${lines[end] ?? ""}`;
    end += 1;
  }
  if (isOpen(text, separator)) {
    text = lines[line] ?? "";
    end = line + 1;
  }
  return { ...plainRow(line, cellsOf(text, separator)), end };
}

/** Whether a cell that begins with a quotation mark has not ended. */
function isOpen(text: string, separator: string): boolean {
  if (!text.includes('"')) return false;
  const last = partsOf(text, separator).at(-1) ?? "";
  return last.startsWith('"') && !QUOTED.test(last);
}

const QUOTED = /^"(?:[^"]|"")*"$/u;

function cellsOf(text: string, separator: string): readonly string[] {
  return partsOf(text, separator).map((part) =>
    QUOTED.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
}

/** The text between separators that stand outside of quotation marks. */
function partsOf(text: string, separator: string): readonly string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '"' && (quoted || i === start)) quoted = !quoted;
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

const hasFigure = ({ cells }: TextRow): boolean =>
  cells.some(({ text }) => isPrintedNumber(text.trim()));

function isTable(rows: readonly TextRow[], fewest: number): boolean {
  return rows.length >= fewest && rows.some((row) => printed(row) > 1);
}

const printed = ({ cells }: TextRow): number =>
  cells.filter(({ text }) => text.trim() !== "").length;

/** Entries and their pages, or numbers of items and their texts: two parts a line, one of them a lone number. */
function isContents(rows: readonly TextRow[]): boolean {
  return rows.every(({ cells }) => {
    const parts = cells.filter(({ text }) => text.trim() !== "");
    if (parts.length > 2) return false;
    return (
      parts.length < 2 || PAGE.test(parts[1]?.text ?? "") || ORDINAL.test(parts[0]?.text ?? "")
    );
  });
}

const PAGE = /^\s*[-—–]?\d{1,3}[-—–]?\s*$/u;
const ORDINAL = /^\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?\s*$/u;

function found(rows: readonly Row[], lines: readonly string[]): Found {
  return { table: tableOfRows(rows), end: rows.at(-1)?.end ?? lines.length };
}
