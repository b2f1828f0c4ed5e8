import type { Block, Cell, Document, Ignored, Place } from "../pipeline/model/document.js";
import { UnreadableSource } from "../pipeline/model/errors.js";
import { finding, type Rule } from "../pipeline/model/finding.js";
import type { Format } from "./common/format.js";
import { type Decoded, decodeText } from "./common/charset.js";
import { refuseBeyond } from "./common/limits.js";

const CHECK = {
  en: "This is no text of a disclosure: check the file.",
  zh: "这不是公开文件的文本，请检查文件。",
};
const CHARACTERS = { en: "characters", zh: "个字符" };
const CELLS = { en: "cells", zh: "个单元格" };
const MARKUP = /^\s*(?:<\?xml|<!|<[a-z][a-z0-9]*[\s>]|\{\\rtf)|<(?:html|head|body|meta)[\s>]/iu;
const PAGE_NUMBER = /^\s*(?:[-—–]\s*)?\d{1,4}(?:\s*[-—–])?\s*$/u;
const FIELD_NOISE: readonly RegExp[] = [
  /\[bookmark: [^[\]]*\]/gu,
  /\s?\bTC\s(?:(?!\bTC\s)[^\\])*(?:\\[a-z]\s+\S+\s*)+/gu,
  /\s?\b(?:HYPERLINK|PAGEREF|TOC)\s(?:\s*(?:\\[a-z]+|"[^"]*"|_Toc\d+))+/gu,
];

/**
 * Plain text as Apache Tika writes it from Word: a cell is a line that starts with a tab and goes on
 * over untabbed lines, a blank line ends a row, a second one the table. Merged cells are lost: a row
 * may be short, a vertically merged cell is blank. Text without tables is read as paragraphs.
 */
export const text: Format = {
  name: "text",
  mediaType: "text/plain",
  accepts: (bytes) => {
    const start = decodeText(bytes.subarray(0, 65_536));
    return start !== null && !MARKUP.test(start.text);
  },
  extract: async (bytes) => {
    const { text: printed, cut } = decoded(bytes);
    const lines = linesOf(printed);
    const findings = cut ? [finding(textCutShort, { line: lines.length })] : [];
    return { value: read(lines), findings };
  },
};

/** A download that broke off, or a file of a fixed size. */
export const textCutShort: Rule<{ readonly line: number }> = {
  id: "text_cut_short",
  severity: "error",
  about: {
    en: "A text file does not end within a character: then it was cut short.",
    zh: "文本文件应在完整的字符处结束，否则已被截断。",
  },
  say: {
    en: ({ line }) => `The file ends within a character of line ${line}: the rest is missing.`,
    zh: ({ line }) => `文件在第${line}行的一个字符中间结束：其后的内容缺失。`,
  },
};

function decoded(bytes: Uint8Array): Decoded {
  const found = decodeText(bytes);
  if (found !== null) return found;
  throw new UnreadableSource("damaged", {
    en: "The text is neither UTF-8, UTF-16 nor GB 18030. Convert it to UTF-8 and try again.",
    zh: "文本的编码不是 UTF-8、UTF-16 或 GB 18030，请转换为 UTF-8 后重试。",
  });
}

function linesOf(printed: string): readonly string[] {
  const lines = printed.split(/\r\n|[\n\r\f\u2028\u2029]/u);
  for (const [index, line] of lines.entries()) {
    const what = { en: `Line ${index + 1}`, zh: `第 ${index + 1} 行` };
    refuseBeyond("lineCharacters", line.length, { what, unit: CHARACTERS, remedy: CHECK });
  }
  return lines;
}

const isCell = (line: string | undefined): boolean => line?.startsWith("\t") ?? false;
/** A blank line that is no blank cell. */
const endsRow = (line: string | undefined): boolean => isBlank(line) && !isCell(line);
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

function withoutFieldNoise(line: string): string {
  return FIELD_NOISE.reduce((kept, noise) => kept.replace(noise, ""), line);
}

function read(lines: readonly string[]): Document {
  const blocks: Block[] = [];
  const ignored: Ignored[] = [];
  for (let line = 0; line < lines.length;) {
    if (isCell(lines[line])) {
      const end = tableEnd(lines, line);
      blocks.push(tableOf(lines, line, end));
      line = end;
    } else {
      const printed = withoutFieldNoise(lines[line] ?? "");
      const at: Place = { type: "line", line: line + 1 };
      if (PAGE_NUMBER.test(printed)) ignored.push({ text: printed, reason: "page number", at });
      else if (!isBlank(printed)) blocks.push({ type: "paragraph", text: printed, at });
      line += 1;
    }
  }
  return { blocks, pages: [], ignored };
}

/** The first line after the table that starts at `first`: rows are parted by one blank line. */
function tableEnd(lines: readonly string[], first: number): number {
  let width = 0;
  for (let line = first; ;) {
    const start = line;
    const rowEnd = endOfRow(lines, line, width);
    width = Math.max(width, cellCount(lines, start, rowEnd));
    if (!isCell(lines[rowEnd + 1])) return rowEnd;
    line = rowEnd + 1;
  }
}

/** The blank line that ends the row. A blank line inside a cell ends nothing. */
function endOfRow(lines: readonly string[], first: number, width: number): number {
  let line = first;
  while (line < lines.length) {
    if (!endsRow(lines[line]) || goesOn(lines, { first, blank: line }, width)) line += 1;
    else return line;
  }
  return line;
}

/** Whether the cell before a blank line continues after it: its row is still short, and more cells follow. */
function goesOn(
  lines: readonly string[],
  { first, blank }: { readonly first: number; readonly blank: number },
  width: number,
): boolean {
  if (isBlank(lines[blank + 1]) || isCell(lines[blank + 1])) return false;
  if (cellCount(lines, first, blank) >= width) return false;
  for (let line = blank + 1; line < lines.length && !isBlank(lines[line]); line += 1)
    if (isCell(lines[line])) return true;
  return false;
}

function cellCount(lines: readonly string[], first: number, end: number): number {
  let count = 0;
  for (let line = first; line < end; line += 1) if (isCell(lines[line])) count += 1;
  return count;
}

function tableOf(lines: readonly string[], first: number, end: number): Block {
  const cells: { cell: Cell; lines: string[] }[] = [];
  let row = 0;
  let column = 0;
  for (let line = first; line < end; line += 1) {
    const printed = withoutFieldNoise(lines[line] ?? "");
    if (isCell(lines[line])) {
      const at: Place = { type: "line", line: line + 1 };
      cells.push({
        cell: { row, column, rowSpan: 1, columnSpan: 1, text: "", at },
        lines: [printed.slice(1)],
      });
      column += 1;
    } else if (endsRow(lines[line]) && isCell(lines[line + 1])) {
      row += 1;
      column = 0;
    } else cells.at(-1)?.lines.push(printed);
  }
  const columnCount = cells.reduce((most, { cell }) => Math.max(most, cell.column + 1), 0);
  const what = {
    en: `A row of the table at line ${first + 1}`,
    zh: `第 ${first + 1} 行处的表格有一行`,
  };
  refuseBeyond("rowCells", columnCount, { what, unit: CELLS, remedy: CHECK });
  return {
    type: "table",
    rowCount: row + 1,
    columnCount,
    cells: cells.map(({ cell, lines: printed }) => ({
      ...cell,
      text: printed.join("\n").trimEnd(),
    })),
    at: { type: "line", line: first + 1 },
  };
}
