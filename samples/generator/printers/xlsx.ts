/** The XLSX edition: a small writer of workbooks. */
import { zipSync } from "fflate";
import type { Disclosure } from "../description.js";
import { type PrintedCell, type PrintedSheet, sheetsOf, type Value, valueOf } from "./workbook.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** Prints a disclosure as an XLSX package, the same bytes each time. */
export function printXlsx(disclosure: Disclosure): Uint8Array {
  const sheets = sheetsOf(disclosure);
  const formats = new Map<string, number>();
  const bodies = sheets.map((sheet) => sheetXml(sheet, formats));
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml([...formats.keys()]),
  };
  for (const [i, body] of bodies.entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = body;
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(
    ([name, xml]) => [name, encoder.encode(HEAD + xml)] as const,
  );
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2020, 0, 1) });
}

function part(name: string, type: string): string {
  return `<Override PartName="/xl/${name}.xml" ContentType="${KIND}.${type}+xml"/>`;
}

function contentTypes(sheets: number): string {
  const each = Array.from({ length: sheets }, (_, i) =>
    part(`worksheets/sheet${i + 1}`, "worksheet"),
  );
  return `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${each.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly PrintedSheet[]): string {
  const each = sheets.map(
    ({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join("")}</sheets></workbook>`;
}

/** Styles 0 and 1 are of text, without and with rules; those of numbers follow. */
function stylesXml(formats: readonly string[]): string {
  const numbers = formats.map(
    (format, i) => `<numFmt numFmtId="${i + 164}" formatCode="${format}"/>`,
  );
  const rules = ["left", "right", "top", "bottom"]
    .map((side) => `<${side} style="thin"/>`)
    .join("");
  const styles = formats.map((_, i) => `<xf numFmtId="${i + 164}" borderId="1"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${numbers.join("")}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border>${rules}</border></borders><cellXfs count="${formats.length + 2}"><xf/><xf borderId="1"/>${styles.join("")}</cellXfs></styleSheet>`;
}

function sheetXml({ cells, merges }: PrintedSheet, formats: Map<string, number>): string {
  const rows = new Map<number, string>();
  for (const cell of cells)
    rows.set(cell.row, (rows.get(cell.row) ?? "") + cellXml(cell, valueOf(cell.text), formats));
  const data = [...rows].map(([row, xml]) => `<row r="${row + 1}">${xml}</row>`).join("");
  const merged = merges.map(
    ({ row, column, lastRow, lastColumn }) =>
      `<mergeCell ref="${address(row, column)}:${address(lastRow, lastColumn)}"/>`,
  );
  const merging =
    merged.length === 0
      ? ""
      : `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${merging}</worksheet>`;
}

function cellXml(cell: PrintedCell, value: Value | null, formats: Map<string, number>): string {
  const { row, column, text, ruled } = cell;
  const place = `r="${address(row, column)}"`;
  if (text === "") return ruled ? `<c ${place} s="1"/>` : "";
  if (value === null || !ruled)
    return `<c ${place} s="${ruled ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  if (!formats.has(value.format)) formats.set(value.format, formats.size + 2);
  return `<c ${place} s="${formats.get(value.format)}"><v>${value.number}</v></c>`;
}

function address(row: number, column: number): string {
  return `${String.fromCodePoint(65 + column)}${row + 1}`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
