import { finding, type Finding, type Rule } from "../../pipeline/model/finding.js";
import { lineKey } from "../../pipeline/model/told-once.js";
import { cellRun } from "./cells-a-line.js";

/** When lines print a table whose columns are lost. */
const FLATTENED = {
  /** Lines with several figures, one after the other. */
  fewestLines: 3,
  /** Figures without words between them in such a line. */
  figuresOfLine: 2,
  /** Figures of one line that holds a whole table. */
  figuresOfTable: 6,
} as const;

/** A table that was copied as running text. */
export const tableFlattened: Rule<{ readonly text: string; readonly lines: number }> = {
  id: "table_flattened",
  severity: "error",
  leavesUnread: true,
  about: {
    en: "Text keeps the rows and columns of its tables: a table that was copied as running text is not read.",
    zh: "文本应保留表格的行和列：被复制成连续文字的表格无法读取。",
  },
  say: {
    en: ({ text, lines }) =>
      `${lines} line(s) from “${text}” on print a table without its rows and columns: its values are not read.`,
    zh: ({ text, lines }) => `自“${text}”起的${lines}行是一张失去行列的表格：其中的值未读取。`,
  },
};

/** Characters of its first line that name a table. */
const NAMED_BY = 30;

const FIGURE = /^[-−+△▲(（]?\d[\d,，]*(?:[.．]\d+)?[%％]?[)）]?$/u;
const AMOUNT = /\d[,，.．]\d/u;

/** Says which of the lines outside of tables print a table; `null` stands for a line that a table holds. */
export function flattenedTables(lines: readonly (string | null)[]): readonly Finding[] {
  const texts = lines.map((text) => text ?? "。");
  const found: Finding[] = [];
  let asked = 0;
  for (let line = 0; line < texts.length; line += 1) {
    const run = line < asked ? { next: asked } : cellRun(texts, line);
    if ("next" in run) asked = run.next;
    const end = "end" in run ? run.end : endOfRows(texts, line);
    if (end === null) continue;
    const text = (texts[line] ?? "").trim().slice(0, NAMED_BY);
    const tellsOf = texts.slice(line, end).filter(holdsDigits).map(lineKey);
    found.push({ ...finding(tableFlattened, { text, lines: end - line }), tellsOf });
    line = end - 1;
  }
  return found;
}

const holdsDigits = (text: string): boolean => /\d/u.test(text);

/** The line after the last of a run of lines with figures side by side; null where none starts here. */
function endOfRows(texts: readonly string[], first: number): number | null {
  if (figuresApart(texts[first] ?? "") === 0) return null;
  if (figuresApart(texts[first] ?? "") >= FLATTENED.figuresOfTable) return first + 1;
  let rows = 0;
  let end = first;
  for (let line = first; line < texts.length; line += 1) {
    const text = texts[line] ?? "";
    if (text.trim() === "") continue;
    if (figuresApart(text) < FLATTENED.figuresOfLine) break;
    rows += 1;
    end = line + 1;
  }
  return rows >= FLATTENED.fewestLines ? end : null;
}

/** The figures that stand beside others, if one is an amount: those of a sentence have words between them. */
function figuresApart(text: string): number {
  const parts = text.split(/[\s|;；]+/u).filter((part) => part !== "");
  const isFigure = parts.map((part) => FIGURE.test(part));
  const beside = parts.filter(
    (_, i) => isFigure[i] === true && (isFigure[i - 1] === true || isFigure[i + 1] === true),
  );
  return beside.some((figure) => AMOUNT.test(figure)) ? beside.length : 0;
}
