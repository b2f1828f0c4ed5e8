import type { Table } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { refuseBeyond } from "../common/limits.js";
import { endTogether, fitColumns } from "./columns.js";
import {
  addLine,
  type OpenCell,
  type OpenRow,
  type OpenTable,
  type PlacedCell,
  type RowRule,
} from "./open-table.js";
import { type Piece, splitAtBareRows } from "./split-table.js";
import { DOCX } from "./settings.js";

/** A span as stated, brought into sane limits. */
export function saneSpan(stated: number | undefined, least: number): number {
  return Math.min(DOCX.table.widestSpan, Math.max(least, stated ?? least));
}

/** Puts the cells of a finished row into their columns. */
export function placeRow(table: OpenTable, row: OpenRow): void {
  if (row.gone) return;
  refuseBeyond("rowCells", row.cells.length, {
    what: {
      en: `A row of the Word document (${table.path})`,
      zh: `Word 文档有一行（${table.path}）`,
    },
    unit: { en: "cells", zh: "个单元格" },
    remedy: { en: "Split the table.", zh: "请拆分表格。" },
  });
  const merging = new Map<number, PlacedCell>();
  let column = row.before;
  for (const cell of withoutSideways(row.cells)) {
    if (!cell.deleted) placeCell(table, cell, { column, merging });
    column += cell.columnSpan;
  }
  if (column > DOCX.table.mostColumns) throw tooWide(table.path);
  table.rules.push(rowRule(row));
  table.merging = merging;
  table.rows += 1;
}

function rowRule({ cells }: OpenRow): RowRule {
  if (cells.some(({ leftRule, rightRule }) => leftRule === true || rightRule === true)) {
    return "ruled";
  }
  const bare = cells.every(({ leftRule, rightRule }) => leftRule === false && rightRule === false);
  return bare && cells.length > 0 ? "bare" : "unsaid";
}

function placeCell(
  table: OpenTable,
  { vertical, columnSpan, text, at }: OpenCell,
  { column, merging }: { readonly column: number; readonly merging: Map<number, PlacedCell> },
): void {
  const cell: PlacedCell = { row: table.rows, column, rowSpan: 1, columnSpan, text, at };
  const above = vertical === "continues" ? table.merging.get(column) : undefined;
  if (above && endTogether(above, cell, table.widths)) {
    above.rowSpan += 1;
    // The wider one's sliver is nobody's, so that no neighbour is covered.
    above.columnSpan = Math.min(above.columnSpan, columnSpan);
    addLine(above, text);
    merging.set(column, above);
    return;
  }
  table.cells.push(cell);
  if (vertical !== "none") merging.set(column, cell);
}

/** The cells of a row, those merged sideways (`w:hMerge`) made one. */
function withoutSideways(cells: readonly OpenCell[]): readonly OpenCell[] {
  if (cells.every(({ horizontal }) => horizontal !== "continues")) return cells;
  const kept: OpenCell[] = [];
  for (const cell of cells) {
    const before = kept.at(-1);
    if (cell.horizontal === "continues" && before && before.horizontal !== "none") {
      before.columnSpan += cell.columnSpan;
      addLine(before, cell.text);
    } else kept.push(cell);
  }
  return kept;
}

/** The finished table, or the several that a reader sees in it; none where no cell is left. */
export function finishTable(table: OpenTable): Table[] {
  if (table.cells.length === 0) return [];
  return splitAtBareRows(table).map((piece) => finishPiece(table, piece));
}

function finishPiece(table: OpenTable, piece: Piece): Table {
  const { firstRow, cells } = piece;
  const columnCount = fitColumns(piece, table);
  if (firstRow > 0) for (const cell of cells) cell.row -= firstRow;
  return {
    type: "table",
    rowCount: piece.rows,
    columnCount,
    cells,
    at: {
      type: "flow",
      path: firstRow === 0 ? table.path : `${table.path} / row ${firstRow + 1}`,
    },
  };
}

function tooWide(path: string): UnreadableSource {
  return new UnreadableSource("too_large", {
    en: `The Word document has a table of more than ${DOCX.table.mostColumns} columns (${path}).`,
    zh: `Word 文档有一张表超过 ${DOCX.table.mostColumns} 列（${path}）。`,
  });
}
