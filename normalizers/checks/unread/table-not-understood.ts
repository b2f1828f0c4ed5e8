import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Related, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading, ReadTable } from "../../../pipeline/model/reading.js";
import type { Cell } from "../../../pipeline/model/document.js";
import { figuresBelow } from "../../evidence/printed-figures.js";
import { holdsFigures } from "../../values/printed-figure.js";
import { decimal } from "../../values/amount.js";
import { raw, textOf } from "../../values/text.js";

const rule: Rule<{
  readonly caption: string;
  readonly rows: number;
  readonly columns: number;
  readonly numbers: number;
  /** The largest number, in the unit of the table where it prints one. */
  readonly largest: string;
}> = {
  id: "table_not_understood",
  severity: "warning",
  leavesUnread: true,
  explains: true,
  about: {
    en: "Every table with numbers is of a known kind; what others hold is in no record.",
    zh: "有数字的表都属于已知种类；其他表的内容不在任何记录中。",
  },
  say: {
    en: ({ caption, rows, columns, numbers, largest }) =>
      `${caption === "" ? "A table without a caption" : `“${caption}”`} (${rows} × ${columns}) is of no known kind: its ${numbers} number(s), up to “${largest}”, are in no record.`,
    zh: ({ caption, rows, columns, numbers, largest }) =>
      `${caption === "" ? "一张没有表题的表" : `“${caption}”`}（${rows}×${columns}）不属于已知种类：其中${numbers}个数字（最大“${largest}”）不在任何记录中。`,
  },
};

/** Tables of no known kind that hold numbers. */
export const tableNotUnderstood: Check = {
  rule,
  run: (reading) => ({
    compared: reading.tables.length,
    findings: reading.tables.flatMap((table, i) => doubt(reading, table, i)),
    unable: { en: "the document has no table", zh: "文档没有表" },
  }),
};

function doubt(reading: Reading, table: ReadTable, index: number): readonly Finding[] {
  const { kind, printed, record } = table;
  const figures = kind === undefined ? numbersIn(table) : [];
  const largest = largestOf(figures);
  if (largest === undefined) return [];
  const facts = {
    caption: printed.caption ?? "",
    rows: record.rows,
    columns: record.columns,
    numbers: figures.length,
    largest: `${raw(largest.text)}${printed.unit ?? ""}`,
  };
  const where = { table_no: printed.number, page: record.page_first };
  return [finding(rule, facts, { ...where, related: continued(reading, index) })];
}

/** The cells with numbers: those of the body, and those whose amounts went into what was taken for a header. */
function numbersIn({ printed }: ReadTable): readonly Cell[] {
  const below = figuresBelow(printed);
  let next = 0;
  return printed.grid.cells.filter((cell) => {
    if (below[next]?.cell !== cell) return holdsFigures(cell);
    next += 1;
    return true;
  });
}

/** The first of those with the largest number. */
function largestOf(cells: readonly Cell[]): Cell | undefined {
  let largest: { readonly cell: Cell; readonly size: Big } | undefined;
  for (const cell of cells) {
    const printed = numberOf(cell);
    // Rounding keeps the order: what is smaller when rounded need not be compared exactly.
    const isSmaller = largest !== undefined && Math.abs(Number(printed)) < Number(largest.size);
    if (isSmaller) continue;
    const size = new Big(printed).abs();
    if (largest === undefined || size.gt(largest.size)) largest = { cell, size };
  }
  return largest?.cell;
}

function numberOf(cell: Cell): string {
  const text = textOf(cell);
  return decimal(text) ?? /\d+(?:\.\d+)?/u.exec(text)?.[0] ?? "0";
}

/** The known table that it may be the rest of: the one before it, as wide, where it has no caption of its own. */
function continued({ about, tables }: Reading, index: number): readonly Related[] {
  const [above, table] = [tables[index - 1], tables[index]];
  if (above?.kind === undefined || above.record.columns !== table?.record.columns) return [];
  const { caption } = table.printed;
  const isOwn = caption !== null && !/续/u.test(caption) && about.title?.includes(caption) !== true;
  if (isOwn) return [];
  return [{ name: above.printed.caption ?? "", table_no: above.printed.number }];
}
