import { existsSync, readdirSync, readFileSync } from "node:fs";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Table } from "../../../pipeline/model/document.js";
import { docx } from "../../../extractors/docx/index.js";
import { makeDocx, p, tbl, tc, tr } from "./make-docx.js";

const SHARED = new URL("../../../../shared/documents/", import.meta.url);
if (!existsSync(SHARED)) console.warn("skipped: the shared documents are not here");

interface HtmlCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  text: string;
}
type HtmlTable = HtmlCell[][];

/** The tables of mammoth's HTML, an inner table after its outer one, as the reader gives them. */
function htmlTables(html: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: { table: HtmlTable; cell: HtmlCell | undefined }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const top = open.at(-1);
    if (name === "table") {
      const table: HtmlTable = [];
      tables.push(table);
      open.push({ table, cell: undefined });
    } else if (name === "tr") top?.table.push([]);
    else if ((name === "td" || name === "th") && top) {
      const { colspan, rowspan } = attributes as Record<string, string>;
      top.cell = { columnSpan: Number(colspan ?? 1), rowSpan: Number(rowspan ?? 1), text: "" };
      top.table.at(-1)?.push(top.cell);
    } else if (name === "br" && top?.cell) top.cell.text += "\n";
  });
  parser.on("text", (text) => {
    const cell = open.at(-1)?.cell;
    if (cell) cell.text += text;
  });
  parser.on("closetag", ({ name }) => {
    const top = open.at(-1);
    if (name === "table") open.pop();
    else if (name === "p" && top?.cell) top.cell.text += "\n";
  });
  parser.write(`<html>${html}</html>`).close();
  return tables;
}

/** Cells as `row,column rowSpan×columnSpan text`: each takes the first free columns of its row. */
function placed(table: HtmlTable): string[] {
  const taken = new Set<string>();
  const cells: string[] = [];
  for (const [row, each] of table.entries()) {
    let column = 0;
    for (const { rowSpan, columnSpan, text } of each) {
      while (taken.has(`${row} ${column}`)) column += 1;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1)
          taken.add(`${row + down} ${column + right}`);
      }
      cells.push(`${row},${column} ${rowSpan}×${columnSpan} ${trimmed(text)}`);
      column += columnSpan;
    }
  }
  return cells;
}

function ours(table: Table): string[] {
  return table.cells.map(
    (c) => `${c.row},${c.column} ${c.rowSpan}×${c.columnSpan} ${trimmed(c.text)}`,
  );
}

/** mammoth gives an empty paragraph a line of its own where another element is in it. */
function trimmed(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

async function bothReadings(bytes: Uint8Array): Promise<{ ours: string[][]; mammoth: string[][] }> {
  const { value } = await docx.extract(bytes);
  const html = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return {
    ours: value.blocks.filter((block) => block.type === "table").map(ours),
    mammoth: htmlTables(html.value).map(placed),
  };
}

/** Several tables set in one, whose column rules were dragged aside from row to row. */
const DRAGGED = new Set([
  "published/chengde-2026-budget-report.docx",
  "government/chengde_2025_budget_report.docx",
]);

/** The texts alone, in the order of the cells. */
function texts(tables: readonly string[][]): string[] {
  return tables.flat().map((cell) => cell.replace(/^\S+ \S+ /u, ""));
}

describe.skipIf(!existsSync(SHARED))("mammoth reads the same tables, cell by cell", () => {
  const files = existsSync(SHARED)
    ? readdirSync(SHARED, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".docx"),
      )
    : [];

  test("there are documents to compare", () => {
    expect(files.length).toBeGreaterThan(5);
  });

  test.each(files)("%s", async (name) => {
    const readings = await bothReadings(readFileSync(new URL(name, SHARED)));
    const compared = DRAGGED.has(name) ? texts : (tables: string[][]) => tables;
    expect(compared(readings.ours)).toEqual(compared(readings.mammoth));
  });
});

describe("where mammoth reads otherwise", () => {
  test("it shifts cells left that stand behind skipped columns", async () => {
    const row = tr([tc("c")], '<w:gridBefore w:val="1"/>');
    const readings = await bothReadings(makeDocx(tbl([tr([tc("a"), tc("b")]), row])));
    expect(readings.mammoth).toEqual([["0,0 1×1 a", "0,1 1×1 b", "1,0 1×1 c"]]);
    expect(readings.ours).toEqual([["0,0 1×1 a", "0,1 1×1 b", "1,1 1×1 c"]]);
  });

  test("it keeps edges of the grid that no one sees", async () => {
    const span = '<w:gridSpan w:val="2"/>';
    const readings = await bothReadings(makeDocx(tbl([tr([tc("a", span), tc("b")])])));
    expect(readings.mammoth).toEqual([["0,0 1×2 a", "0,2 1×1 b"]]);
    expect(readings.ours).toEqual([["0,0 1×1 a", "0,1 1×1 b"]]);
  });

  test("it drops automatic numbers", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const number = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const readings = await bothReadings(makeDocx(tbl([tr([tc(number), tc("a")])]), { numbering }));
    expect(readings.mammoth).toEqual([["0,0 1×1 ", "0,1 1×1 a"]]);
    expect(readings.ours).toEqual([["0,0 1×1 1", "0,1 1×1 a"]]);
  });
});
