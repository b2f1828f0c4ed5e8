import { makeDocx, p, tbl, tc, tr } from "../extractors/docx/make-docx.js";
import { grid, makePdf } from "../extractors/pdf/make-pdf.js";

const TITLE = "云溪县财政局2025年部门预算";
const FORM = "一般公共预算支出表";
const UNIT = "单位：万元";
const HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];

/** Rows of one statutory form, its header first: each amount is the row's number. */
export function longTable(rows: number): readonly (readonly string[])[] {
  const body = Array.from({ length: rows }, (_, index) => {
    const amount = `${index + 1}.00`;
    return [String(2010101 + (index % 90)), "行政运行", amount, amount, "0.00"];
  });
  return [HEADER, ...body];
}

/** A form with this many columns of money. */
export function wideTable(columns: number): readonly (readonly string[])[] {
  const names = Array.from({ length: columns - 2 }, (_, index) => `第${index + 1}项资金`);
  return [
    ["科目编码", "科目名称", ...names],
    ["2010101", "行政运行", ...names.map(() => "1.00")],
  ];
}

/** Plain text as Tika writes it: tab-led cells, a blank line between rows. */
export function tableInText(rows: readonly (readonly string[])[], caption = FORM): Uint8Array {
  const lines = [TITLE, caption, UNIT, ...rows.map((row) => `${cellLines(row)}\n`), "\n"];
  return Buffer.from(lines.join("\n"));
}

const cellLines = (row: readonly string[]): string => row.map((text) => `\t${text}`).join("\n");

/** The same as a Word document. */
export function tableInDocx(rows: readonly (readonly string[])[], caption = FORM): Uint8Array {
  const table = tbl(rows.map((row) => tr(row.map((text) => tc(text)))));
  return makeDocx([p(TITLE), p(caption), p(UNIT), table].join(""));
}

/** A list of no known form, of this many rows. */
export function longList(rows: number): readonly (readonly string[])[] {
  const body = Array.from({ length: rows }, (_, index) => [String(index + 1), "甲村", "已完成"]);
  return [["编号", "村名", "进度"], ...body];
}

/** A ruled grid over one page. */
export function tableInPdf(rows: readonly (readonly string[])[]): Uint8Array {
  const columns = rows[0]?.length ?? 1;
  const xs = Array.from({ length: columns + 1 }, (_, i) => i * 40);
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => i * 40);
  const draw = grid({ xs, ys, rows });
  return makePdf([{ width: columns * 40, height: rows.length * 40, draw }]);
}

/** A Word table whose merged cells cover far more positions than it has cells. */
export function hugeSpans(rows: number): Uint8Array {
  const wide = '<w:gridSpan w:val="1000"/>';
  const row = (vertical: string) =>
    tr(Array.from({ length: 50 }, () => tc("甲", `${wide}<w:vMerge ${vertical}/>`)));
  return makeDocx(
    tbl([row('w:val="restart"'), ...Array.from({ length: rows - 1 }, () => row(""))]),
  );
}
