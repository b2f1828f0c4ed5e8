/** The parts of a workbook (ECMA-376) that are not sheets, and what one sheet is made of. */

/** How cells look, by their place in `STYLES`. */
export const STYLE = { plain: 0, header: 1, text: 2, money: 3, wrapped: 4 } as const;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts beside the sheets of these names, which are listed in this order. */
export function partsOf(
  sheets: readonly { readonly name: string; readonly part: string }[],
): readonly (readonly [path: string, text: string])[] {
  const ids = sheets.map(({ name, part }, index) => ({ name, part, id: `rId${index + 1}` }));
  const relations = ids.map(({ part, id }) => relation(id, "worksheet", `worksheets/${part}`));
  const overrides = ids.map(({ part }) => override(`/xl/worksheets/${part}`, "worksheet"));
  const listed = ids.map(
    ({ name, id }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="${id}"/>`,
  );
  return [
    [
      "[Content_Types].xml",
      `${DECLARED}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${overrides.join("")}</Types>`,
    ],
    ["_rels/.rels", relationships([relation("rId1", "officeDocument", "xl/workbook.xml")])],
    [
      "xl/workbook.xml",
      `${DECLARED}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([...relations, relation("rIdStyles", "styles", "styles.xml")]),
    ],
    ["xl/styles.xml", STYLES],
  ];
}

const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relationships = (all: readonly string[]): string =>
  `${DECLARED}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;

const FONT = '<sz val="11"/><name val="等线"/>';
const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
/** `@` is text; `quotePrefix` keeps it text when a person edits the cell. */
const STYLES = `${DECLARED}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00####"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf applyAlignment="1">${TOP}</xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${TOP}</xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">${TOP}</xf><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf></cellXfs></styleSheet>`;

/** What a sheet begins with: its first row stays in sight, its columns are this wide. */
export function sheetBegin(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${DECLARED}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
}

/** What a sheet of so many rows and columns ends with: filters under its header. */
export function sheetEnd(rows: number, columns: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;
}

/** A cell: a text, or the digits of a number. */
export type Cell =
  | { readonly text: string; readonly style: number }
  | { readonly number: string; readonly style: number }
  | null;

/** One row, counted from 1. */
export function rowXml(number: number, cells: readonly Cell[]): string {
  let xml = `<row r="${number}">`;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    const begin = `<c r="${columnName(index)}${number}" s="${cell.style}"`;
    xml +=
      "number" in cell
        ? `${begin}><v>${cell.number}</v></c>`
        : `${begin} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** `A` to `Z`, `AA` and on. */
function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** Characters that XML cannot hold are written as their code, and what looks like such a code is told from one. */
// oxlint-disable-next-line no-control-regex -- those are meant
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

function escaped(text: string): string {
  return text
    .replaceAll(UNFIT, (character) => {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    })
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}
