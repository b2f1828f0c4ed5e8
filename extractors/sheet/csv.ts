import { CsvError, parse } from "csv-parse/sync";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import { tally } from "../../pipeline/model/tally.js";
import { decodeText } from "../common/charset.js";
import type { Format } from "../common/format.js";
import { spoiltText } from "../lines/spoilt.js";
import { openDisplay } from "./display/display.js";
import { documentOf } from "./document.js";
import { addMark, finishSheet, type Mark, PLAIN_STYLE, startSheet } from "./draft.js";

/** When a text is rows of cells and nothing else. */
const SEPARATED = {
  /** Bytes at the start that are looked at. */
  looked: 65_536,
  /** Rows that there must be, and of rows that are wide: a header and what stands under it. */
  fewest: 3,
  fewestWide: 2,
  /** Cells from which a row is wide: a sentence has hardly as many commas as the one before it. */
  wide: 5,
  /** Part of the rows that have one number of cells: titles and notes may have fewer. */
  alike: 0.8,
  /** Rows with fewer cells above the first and below the last of them, where they hold numbers: titles and notes. */
  around: 10,
  /** Cells of a row: two are parted by the comma of a sentence as well. */
  cells: 3,
} as const;
const SEPARATORS = [",", "\t", ";"] as const;
type Separator = (typeof SEPARATORS)[number];
type Rows = readonly (readonly string[])[];

/** Rows of cells parted by commas, tabs or semicolons (CSV, TSV), and nothing else. It has one sheet without a name. */
export const csv: Format = {
  name: "csv",
  mediaType: "text/csv",
  accepts: (bytes) => separatorIn(bytes) !== null,
  extract: async (bytes) => {
    const decoded = decodeText(bytes);
    const separator = separatorIn(bytes);
    const rows = decoded === null || separator === null ? null : rowsOf(decoded.text, separator);
    if (rows === null || decoded === null) throw damaged();
    const sheet = startSheet("", openDisplay(false), { cells: 0 });
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        if (cell.trim() !== "") addMark(sheet, { row, column, style: PLAIN_STYLE }, shown(cell));
    return documentOf({ sheets: [finishSheet(sheet)], findings: spoiltText(decoded) });
  },
};

/** What spreadsheet programs write for a value that a formula could not give. */
const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/u;

function shown(text: string): Mark {
  const doubt = ERROR.test(text.trim()) ? "error" : undefined;
  return { text: text.replaceAll("\r\n", "\n"), numeric: isPrintedNumber(text), doubt };
}

/** The separator of the cells, told by the start of the text, or null where the text is something else. */
function separatorIn(bytes: Uint8Array): Separator | null {
  const text = decodeText(bytes.subarray(0, SEPARATED.looked))?.text;
  if (text === undefined) return null;
  const whole = bytes.length > SEPARATED.looked ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
  return SEPARATORS.find((separator) => isSeparated(whole, separator)) ?? null;
}

function isSeparated(text: string, separator: Separator): boolean {
  if (!text.includes(separator)) return false;
  const rows = rowsOf(text, separator)?.filter((cells) => cells.some((cell) => cell !== ""));
  if (rows === undefined) return false;
  const width = usualWidth(rows);
  const alike = rows.filter(({ length }) => length === width);
  const fewest = width >= SEPARATED.wide ? SEPARATED.fewestWide : SEPARATED.fewest;
  if (alike.length < fewest || rows.length < fewest) return false;
  if (width < (separator === "\t" ? 2 : SEPARATED.cells)) return false;
  if (alike.length < SEPARATED.alike * tableOf(rows, width).length) return false;
  // A tab before each cell, one a line, is how Tika writes tables of Word.
  const tabbed = alike.filter(([first]) => first === "").length;
  return (separator !== "\t" || tabbed * 2 < alike.length) && !alike.every(isSentence);
}

/** The rows from the first to the last of a table of numbers, if few shorter ones stand around it; else all rows. */
function tableOf(rows: Rows, width: number): Rows {
  const isOfTable = ({ length }: readonly string[]): boolean => length === width;
  const first = rows.findIndex(isOfTable);
  const within = rows.slice(first, rows.findLastIndex(isOfTable) + 1);
  const isShort = rows.filter((row) => !within.includes(row)).every(({ length }) => length < width);
  const numbers = within.filter((cells) => cells.some(isPrintedNumber));
  const isTable = numbers.length >= SEPARATED.fewest && numbers.length * 2 >= within.length;
  return isShort && isTable && rows.length - within.length <= SEPARATED.around ? within : rows;
}

/** How many cells most rows have. */
function usualWidth(rows: Rows): number {
  const counts = tally(rows.map(({ length }) => length));
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function isSentence(cells: readonly string[]): boolean {
  return cells.some((cell) => /[。；]/u.test(cell));
}

function rowsOf(text: string, delimiter: Separator): Rows | null {
  try {
    // A quotation mark within a cell is a character, as spreadsheet programs take it.
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    // Quotation marks that do not fit together.
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function damaged(): UnreadableSource {
  return new UnreadableSource("damaged", {
    en: "The rows of the CSV file cannot be told apart: its quotation marks do not fit together. Fetch it again, or save it anew.",
    zh: "CSV 文件的引号不配对，无法区分各行。请重新获取，或重新保存。",
  });
}
