import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { widthOf } from "./display-width.js";
import { type FindTable, tableOfRows, type TextCell, type TextRow } from "./grid.js";

/** When lines whose parts stand under one another are a table. */
const LAYOUT = {
  /** Blank columns between two parts of a line; one parts words. */
  gap: 2,
  /** Rows with figures: fewer show no columns. */
  fewestRows: 2,
  /** Blank lines within a table: `pdftotext -layout` prints one between high rows. */
  blankLines: 1,
  /** Lines of a header. */
  headerLines: 4,
} as const;

/** Text between gaps, with the columns that it takes: `right` is behind its last. */
interface Part {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

interface Line {
  readonly line: number;
  readonly parts: readonly Part[];
}

type Measure = (character: string) => number;

/** A character is one column wide to `pdftotext`, and Chinese ones are two to who aligns by eye. */
const MEASURES: readonly Measure[] = [widthOf, () => 1];

/** A table whose columns are aligned by blanks; none where columns do not stand apart without doubt. */
export const findLaidOutTable: FindTable = (lines, first) => {
  if (!isParted(lines[first])) return { next: first + 1 };
  let next = first + 1;
  for (const measure of MEASURES) {
    const block = blockFrom(lines, first, measure);
    const rows = rowsOf(block);
    const end = (block.at(-1)?.line ?? first) + 1;
    if (rows !== null) return { table: tableOfRows(rows), end };
    // The lines over the header have parts too: the table may begin at any of those before its first figures.
    const header = block.findIndex(hasFigure);
    next = header > 1 ? (block[Math.max(1, header - LAYOUT.headerLines)]?.line ?? end) : end;
  }
  return { next };
};

const isParted = (line: string | undefined): boolean =>
  line !== undefined && /\S(?: {2}|　|\t)\s*\S/u.test(line);

/** The lines from the first that has parts to the last, blank ones left out. */
function blockFrom(lines: readonly string[], first: number, measure: Measure): readonly Line[] {
  const block: Line[] = [];
  let blank = 0;
  for (let line = first; line < lines.length && blank <= LAYOUT.blankLines; line += 1) {
    const text = lines[line] ?? "";
    if (text.trim() === "") {
      blank += 1;
      continue;
    }
    blank = 0;
    const parts = partsOf(text, measure);
    if (parts.length < 2 && !/^\s/u.test(text) && !/^\d{3,7}$/u.test(text.trim())) break;
    if (/[。；]/u.test(text)) break;
    block.push({ line, parts });
  }
  while ((block.at(-1)?.parts.length ?? 2) < 2) block.pop();
  return block;
}

function partsOf(text: string, measure: Measure): readonly Part[] {
  const parts: Part[] = [];
  let column = 0;
  let open: { text: string; left: number; right: number } | null = null;
  for (const character of text) {
    if (/\s/u.test(character)) column += character === "　" ? 2 : 1;
    else {
      if (open !== null && column - open.right < LAYOUT.gap)
        open.text += " ".repeat(column - open.right) + character;
      else {
        open = { text: character, left: column, right: column };
        parts.push(open);
      }
      column += measure(character);
      open.right = column;
    }
  }
  return parts;
}

const hasFigure = ({ parts }: Line): boolean =>
  parts.some(({ text }, i) => i > 0 && isPrintedNumber(text));

/** The rows of a block; null where any part stands in no column of its own. */
function rowsOf(block: readonly Line[]): readonly TextRow[] | null {
  const start = block.findIndex(hasFigure);
  const body = block.slice(start);
  if (start < 1 || start > LAYOUT.headerLines) return null;
  if (body.filter(hasFigure).length < LAYOUT.fewestRows) return null;
  const top = block.slice(0, start);
  const columns = columnsOf(start === 1 ? withHeader(top, body) : body);
  const header = headerRows(top, columns);
  const rows = body.map((line) => bodyRow(line, columns));
  if (header === null || rows.includes(null)) return null;
  return [...header, ...rows.flatMap((row) => (row === null ? [] : [row]))];
}

/** A header of one line tells of columns without figures too, where each of its words stands over a column of its own. */
function withHeader(top: readonly Line[], body: readonly Line[]): readonly Line[] {
  const words = top.flatMap(({ parts }) => wordsJoined(parts)).length;
  return columnsOf([...top, ...body]).length === words ? [...top, ...body] : body;
}

type Column = Pick<Part, "left" | "right">;

/** What the parts of all rows take, together: the columns. */
function columnsOf(body: readonly Line[]): readonly Column[] {
  const parts = body.flatMap((line) => line.parts).toSorted((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of parts) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** A row of the body: its parts in columns of their own, the others blank. */
function bodyRow({ line, parts }: Line, columns: readonly Column[]): TextRow | null {
  const cells: TextCell[] = columns.map(() => ({ text: "" }));
  const taken = new Set<number>();
  for (const { text, left } of parts) {
    const column = columns.findIndex((each) => left >= each.left && left < each.right);
    if (taken.has(column) || holdsFigures(text)) return null;
    taken.add(column);
    cells[column] = { text };
  }
  const isContinued = parts.length === 1 && !/^\d+$/u.test(parts[0]?.text ?? "");
  return isContinued ? null : { line, cells };
}

/** Several figures with one blank between them: two columns that were pushed together. */
const holdsFigures = (text: string): boolean =>
  text.split(/\s+/u).filter((part) => /^[-−]?\d[\d,]*(?:\.\d+)?%?$/u.test(part)).length > 1;

/** The header: a line that names each column in order, or lines whose parts each stand over a column of their own. */
function headerRows(
  header: readonly Line[],
  columns: readonly Column[],
): readonly TextRow[] | null {
  const [only, ...more] = header.map((line) => ({ ...line, parts: wordsJoined(line.parts) }));
  if (only === undefined) return null;
  if (more.length === 0 && only.parts.length === columns.length)
    return [{ line: only.line, cells: only.parts.map(({ text }) => ({ text })) }];
  const texts: string[][] = columns.map(() => []);
  for (const { parts } of [only, ...more]) {
    const over = parts.map((part) => overlapped(part, columns));
    if (over.some((each) => each.length !== 1)) return null;
    for (const [i, [column = 0]] of over.entries()) texts[column]?.push(parts[i]?.text ?? "");
  }
  if (texts.some(({ length }) => length === 0)) return null;
  return [{ line: only.line, cells: texts.map((lines) => ({ text: lines.join("\n") })) }];
}

const overlapped = (part: Part, columns: readonly Column[]): readonly number[] =>
  columns.flatMap(({ left, right }, i) => (part.left < right && left < part.right ? [i] : []));

/** `合    计` is one word whose characters were set apart. */
function wordsJoined(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      isCharacter(part.text) &&
      isCharacter(last.text.at(-1) ?? "") &&
      isSpread(last.text)
    )
      joined[joined.length - 1] = {
        text: `${last.text} ${part.text}`,
        left: last.left,
        right: part.right,
      };
    else joined.push(part);
  }
  return joined;
}

const isCharacter = (text: string): boolean => /^\p{sc=Han}$/u.test(text);
const isSpread = (text: string): boolean => /^\p{sc=Han}(?: \p{sc=Han})*$/u.test(text);
