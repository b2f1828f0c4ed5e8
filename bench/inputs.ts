import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { disclosures, sampleFiles } from "../samples/generator/index.js";

/** What the figures are measured on: an invented disclosure printed many times over. */
export interface Inputs {
  /** 38 pages, and the same eighteen times over. */
  readonly pdf: Uint8Array;
  readonly longPdf: Uint8Array;
  /** A document.xml of about 13 MB. */
  readonly docx: Uint8Array;
  /** About 10 MB in Tika's conventions. */
  readonly text: Uint8Array;
  /** A million cells in one sheet, formatted numbers but for a row and a column of words. */
  readonly xlsx: Uint8Array;
  /** 200,000 such cells, formatted and not. */
  readonly xls: Uint8Array;
  readonly plainXls: Uint8Array;
  /** A page of about 10 MB that is one table. */
  readonly html: Uint8Array;
}

/** Makes the inputs. The same bytes each time. */
export function makeInputs(): Inputs {
  return {
    pdf: edition("source.pdf", 2),
    longPdf: edition("source.pdf", 36),
    docx: edition("source.docx", 200),
    text: edition("source.txt", 1000),
    xlsx: workbook(panel(10_000, 100, AMOUNT), "xlsx"),
    xls: workbook(panel(1000, 200, AMOUNT), "biff8"),
    plainXls: workbook(panel(1000, 200), "biff8"),
    html: page(panel(2500, 100)),
  };
}

/** The format of an amount. */
const AMOUNT = "#,##0.00";

/** Numbers under a header and beside names, row by row. */
function panel(rows: number, columns: number, format?: string): readonly (readonly CellObject[])[] {
  const header = Array.from({ length: columns }, (_, column) => `指标${column}`);
  const number = (row: number, column: number): CellObject => {
    const v = ((row * 7919 + column * 104_729) % 10_000_019) / 100;
    return format === undefined ? { t: "n", v } : { t: "n", v, z: format };
  };
  return Array.from({ length: rows }, (_, row) =>
    header.map((name, column): CellObject => {
      if (row === 0) return { t: "s", v: name };
      return column === 0 ? { t: "s", v: `单位${row}` } : number(row, column);
    }),
  );
}

function workbook(rows: readonly (readonly CellObject[])[], bookType: "xlsx" | "biff8") {
  const last = { r: rows.length - 1, c: (rows[0]?.length ?? 1) - 1 };
  const sheet: WorkSheet = {
    "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: last }),
    "!data": rows.map((row) => [...row]),
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表一");
  const bytes: ArrayBuffer = write(book, { type: "array", bookType, compression: true });
  return new Uint8Array(bytes);
}

function page(rows: readonly (readonly CellObject[])[]): Uint8Array {
  const cells = rows.map((row) =>
    row.map(({ v }) => `<td style="text-align: right">${String(v)}</td>`).join(""),
  );
  const table = `<table border="1">${cells.map((row) => `<tr>${row}</tr>`).join("\n")}</table>`;
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>统计表</title></head><body>${table}</body></html>`,
  );
}

/** A short disclosure, of three tables. */
export function smallInput(): Uint8Array {
  return edition("source.txt", 1, "empty-tables-2022");
}

/** A PDF of 19 pages so many times, by file name, each with bytes of its own. */
export function pdfsLike(count: number): ReadonlyMap<string, Uint8Array> {
  const pdf = edition("source.pdf", 1);
  return many(count, "pdf", (n) => Buffer.concat([pdf, Buffer.from(`\n%${n}\n`)]));
}

/** So many small texts, by file name, each its own. */
export function smallTexts(count: number): ReadonlyMap<string, Uint8Array> {
  return many(count, "txt", (n) =>
    Buffer.from(`云溪县第${n}中学2024年部门预算\n\n一、收支说明\n\n2024年收支安排${n}.5万元。\n`),
  );
}

function many(
  count: number,
  extension: string,
  bytesOf: (n: number) => Uint8Array,
): ReadonlyMap<string, Uint8Array> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return new Map(numbers.map((n) => [`${n}.${extension}`, bytesOf(n)]));
}

function edition(file: string, times: number, sample = "yuan-2025"): Uint8Array {
  const once = disclosures.find(({ slug }) => slug === sample);
  if (once === undefined) throw new Error(`There is no sample ${sample}.`);
  const pieces = Array.from({ length: times }, () => once.pieces).flat();
  const bytes = sampleFiles({ ...once, pieces }).get(file);
  if (bytes === undefined) throw new Error(`The sample has no ${file}.`);
  return bytes;
}
