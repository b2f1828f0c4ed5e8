/** The XLS edition (Excel 97–2003). Its tables have no rules: the library writes none. */
import { type CellObject, utils, write, type WorkSheet } from "@e965/xlsx";
import type { Disclosure } from "../description.js";
import { type PrintedCell, type PrintedSheet, sheetsOf, valueOf } from "./workbook.js";

/** Prints a disclosure as a workbook of Excel 97–2003, the same bytes each time. */
export function printXls(disclosure: Disclosure): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheetsOf(disclosure))
    utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "biff8" });
  return new Uint8Array(bytes);
}

function worksheet({ cells, merges }: PrintedSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let [lastRow, lastColumn] = [0, 0];
  for (const cell of cells) {
    const { row, column } = cell;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    if (cell.text !== "") sheet[utils.encode_cell({ r: row, c: column })] = cellOf(cell);
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lastRow, c: lastColumn } });
  sheet["!merges"] = merges.map((merge) => ({
    s: { r: merge.row, c: merge.column },
    e: { r: merge.lastRow, c: merge.lastColumn },
  }));
  return sheet;
}

function cellOf({ text, ruled }: PrintedCell): CellObject {
  const value = ruled ? valueOf(text) : null;
  return value === null ? { t: "s", v: text } : { t: "n", v: value.number, z: value.format };
}
