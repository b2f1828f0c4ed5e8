import type { Block, Document, Ignored, Place } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { type Decoded, decodeText } from "../common/charset.js";
import type { Format } from "../common/format.js";
import { refuseBeyond } from "../common/limits.js";
import { findCellsALine } from "../lines/cells-a-line.js";
import { withoutFieldNoise } from "./field-noise.js";
import { flattenedTables } from "../lines/flattened.js";
import type { FindTable, Found } from "../lines/grid.js";
import { findLaidOutTable } from "../lines/layout.js";
import { htmlTablesAt } from "./html-tables.js";
import { isMarkdown, withoutMarks } from "./markdown.js";
import { findRuledTable } from "../lines/ruled.js";
import { spoiltText } from "../lines/spoilt.js";
import { findCommaRows, findTabRows } from "../lines/separated.js";
import { findTikaTable } from "../lines/tika-table.js";
import { elementAt } from "../../pipeline/model/element-at.js";

const CHECK = {
  en: "This is no text of a disclosure: check the file.",
  zh: "这不是公开文件的文本，请检查文件。",
};
const CHARACTERS = { en: "characters", zh: "个字符" };
const MARKUP = /^\s*(?:<\?xml|<!|\{\\rtf)|<(?:html|head|body|meta)[\s>]/iu;
const PAGE_NUMBER = /^\s*(?:[-—–]\s*)?\d{1,4}(?:\s*[-—–])?\s*$/u;

/** The ways in which text prints tables, the surest first. */
const TABLES: readonly FindTable[] = [
  findTabRows,
  findTikaTable,
  findRuledTable,
  findCommaRows,
  findLaidOutTable,
  findCellsALine,
];

/** Plain text: its tables as they are printed, all other lines as paragraphs. */
export const text: Format = {
  name: "text",
  mediaType: "text/plain",
  accepts: (bytes) => {
    const start = decodeText(bytes.subarray(0, 65_536));
    return start !== null && !MARKUP.test(start.text);
  },
  extract: async (bytes) => {
    const printed = decoded(bytes);
    const lines = linesOf(printed.text);
    const { document, loose } = read(lines);
    return { value: document, findings: [...spoiltText(printed), ...flattenedTables(loose)] };
  },
};

function decoded(bytes: Uint8Array): Decoded {
  const found = decodeText(bytes);
  if (found !== null) return found;
  throw new UnreadableSource("damaged", {
    en: "The text is neither UTF-8, UTF-16, GB 18030 nor Big5. Convert it to UTF-8 and try again.",
    zh: "文本的编码不是 UTF-8、UTF-16、GB 18030 或 Big5，请转换为 UTF-8 后重试。",
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

interface Read {
  readonly document: Document;
  /** The lines outside of tables; null for one that a table holds. */
  readonly loose: readonly (string | null)[];
}

function read(printed: readonly string[]): Read {
  const lines = printed.map((line) => withoutFieldNoise(line));
  const marked = isMarkdown(lines);
  const blocks: Block[] = [];
  const ignored: Ignored[] = [];
  const loose: (string | null)[] = [...lines];
  const tableAt = tableFinder(lines);
  const readLine = (each: string, line: number): void => {
    const at: Place = { type: "line", line: line + 1 };
    if (PAGE_NUMBER.test(each)) ignored.push({ text: each, reason: "page number", at });
    else if (each.trim() !== "") blocks.push({ type: "paragraph", ...asMarked(each, marked), at });
  };
  for (let line = 0; line < lines.length;) {
    const found = htmlTablesAt(lines, line) ?? tableAt(line);
    if (found === null) {
      readLine(lines[line] ?? "", line);
      line += 1;
      continue;
    }
    if ("before" in found) readLine(found.before, line);
    blocks.push(...("tables" in found ? found.tables : [found.table]));
    if ("after" in found) readLine(found.after, found.end - 1);
    loose.fill(null, line, found.end);
    line = found.end;
  }
  return { document: { blocks, pages: [], ignored }, loose };
}

/** Finds the table that starts at a line, if one does; asked for lines in their order. */
function tableFinder(lines: readonly string[]): (line: number) => Found | null {
  const next = TABLES.map(() => 0);
  return (line) => {
    if (lines[line] === "") return null;
    for (const [which, find] of TABLES.entries()) {
      if (line < elementAt(next, which)) continue;
      const found = find(lines, line);
      if ("table" in found) return found;
      next[which] = found.next;
    }
    return null;
  };
}

const asMarked = (line: string, marked: boolean) => (marked ? withoutMarks(line) : { text: line });
