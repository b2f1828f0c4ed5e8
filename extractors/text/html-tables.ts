import type { Table } from "../../pipeline/model/document.js";
import { tablesOfFragment } from "../html/fragment.js";

/** A table in HTML among lines of text: Markdown holds those that have merged cells. */
export interface HtmlTables {
  readonly tables: readonly Table[];
  /** What is printed on its lines before and after it. */
  readonly before: string;
  readonly after: string;
  /** The line (from 0) after its last. */
  readonly end: number;
}

const OPEN = /<table(?=[\s>])/iu;
const TAGS = /<(\/?)table(?=[\s>])[^>]*>/giu;

/** The table that begins in a line, up to its own end; null where the line has none or it never ends. */
export function htmlTablesAt(lines: readonly string[], first: number): HtmlTables | null {
  const start = (lines[first] ?? "").search(OPEN);
  if (start < 0) return null;
  let depth = 0;
  for (let line = first; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    for (const tag of text.matchAll(TAGS)) {
      depth += tag[1] === "/" ? -1 : 1;
      if (depth > 0) continue;
      const end = tag.index + tag[0].length;
      const source = [...lines.slice(first, line), text.slice(0, end)].join("\n").slice(start);
      const tables = tablesOfFragment(source, first + 1);
      const before = (lines[first] ?? "").slice(0, start);
      return { tables, before, after: text.slice(end), end: line + 1 };
    }
  }
  return null;
}
