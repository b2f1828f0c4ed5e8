import { strToU8, zipSync } from "fflate";
import { xlsx } from "../../../extractors/sheet/xlsx/index.js";
import type { Document } from "../../../pipeline/model/document.js";
import type { Outcome } from "../../../pipeline/model/finding.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A sheet in XML; `attributes` of its entry in the workbook. */
export interface MadeSheet {
  readonly name?: string;
  readonly attributes?: string;
  readonly xml: string;
}

/** A workbook of these sheets. Style 1 has rules, 2 is `#,##0.00` with rules, 3 is indented once. */
export function makeWorkbook(
  sheets: readonly MadeSheet[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const listed = sheets.map(
    ({ name, attributes = "" }, i) =>
      `<sheet name="${name ?? `表${i + 1}表`}" sheetId="${i + 1}" r:id="rId${i + 1}" ${attributes}/>`,
  );
  const related = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/s${i + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${related.join("")}<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/><xf numFmtId="4" borderId="1"/><xf borderId="1"><alignment indent="1"/></xf></cellXfs></styleSheet>`,
    ...parts,
  };
  for (const [i, { xml }] of sheets.entries())
    files[`xl/worksheets/s${i + 1}.xml`] = `<worksheet xmlns="${MAIN}">${xml}</worksheet>`;
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A row of cells by their columns: a number with style 2, words with style 1, `!` before words without rules. */
export function row(
  number: number,
  cells: Readonly<Record<string, string | number>>,
  attributes = "",
): string {
  const each = Object.entries(cells).map(([column, value]) => cellXml(`${column}${number}`, value));
  return `<row r="${number}" ${attributes}>${each.join("")}</row>`;
}

function cellXml(place: string, value: string | number): string {
  if (typeof value === "number") return `<c r="${place}" s="2"><v>${value}</v></c>`;
  const bare = value.startsWith("!");
  return `<c r="${place}" s="${bare ? 0 : 1}" t="inlineStr"><is><t xml:space="preserve">${bare ? value.slice(1) : value}</t></is></c>`;
}

/** The rows of a sheet. */
export const data = (...rows: readonly string[]): string =>
  `<sheetData>${rows.join("")}</sheetData>`;

export const read = (
  sheets: readonly MadeSheet[],
  parts?: Readonly<Record<string, string>>,
): Promise<Outcome<Document>> => xlsx.extract(makeWorkbook(sheets, parts));

/** Paragraphs as `place: text`, tables as their rows, cells parted by `|`. */
export function printed({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => {
    const place = block.at.type === "sheet" ? block.at.cell : "?";
    if (block.type === "paragraph") return [`${place}: ${block.text}`];
    const rows = Array.from({ length: block.rowCount }, (_, number) =>
      block.cells
        .filter((cell) => cell.row === number)
        .map(({ text }) => text)
        .join("|"),
    );
    return [`${place} ${block.rowCount}×${block.columnCount}`, ...rows];
  });
}
