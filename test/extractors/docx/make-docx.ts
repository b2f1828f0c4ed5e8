import { strToU8, type Zippable, zipSync } from "fflate";
import type { Document, Paragraph, Table } from "../../../pipeline/model/document.js";
import type { Outcome } from "../../../pipeline/model/finding.js";
import { docx } from "../../../extractors/docx/index.js";

const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const NAMESPACES = [
  `xmlns:w="${TRANSITIONAL}"`,
  `xmlns:r="${RELATIONSHIPS}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");

/** The parts beside the body that a test needs: the inside of the root element of each. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly theme?: string;
}

const ROOTS: Readonly<Record<keyof Parts, string>> = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  header: "w:hdr",
  footer: "w:ftr",
  theme: "a:theme",
};

/** A Word file with this body. */
export function makeDocx(body: string, parts: Parts = {}): Uint8Array {
  const present = Object.entries(ROOTS).flatMap(([name, element]) => {
    const inside = new Map(Object.entries(parts)).get(name);
    return typeof inside === "string" ? [{ name, xml: root(element, inside) }] : [];
  });
  const files: Zippable = {
    ...zipRoot("word/document.xml"),
    "word/document.xml": strToU8(root("w:document", `<w:body>${body}</w:body>`)),
    "word/_rels/document.xml.rels": strToU8(relationships(present.map(({ name }) => name))),
  };
  for (const { name, xml } of present) files[`word/${name}.xml`] = strToU8(xml);
  return zipSync(files);
}

/** The parts that lead to the main one. */
export function zipRoot(main: string): Zippable {
  return {
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/${main}" ` +
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
        `Type="${RELATIONSHIPS}/officeDocument" Target="${main}"/></Relationships>`,
    ),
  };
}

/** An XML part with the usual namespaces. */
export function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} ${NAMESPACES}>${inside}</${name}>`;
}

function relationships(names: readonly string[]): string {
  const each = names.map(
    (name) => `<Relationship Id="${name}" Type="${RELATIONSHIPS}/${name}" Target="${name}.xml"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/** A run. */
export function r(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one run. */
export function p(text: string, properties = ""): string {
  return para(text === "" ? "" : r(text), properties);
}

/** A paragraph of any content. */
export function para(content: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

/** A cell; without paragraphs of its own it is given one of this text. */
export function tc(content: string, properties = ""): string {
  const inside = content.startsWith("<") ? content : p(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

/** A row of cells. */
export function tr(cells: readonly string[], properties = ""): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
}

/** A table of rows; `widths` are those of its grid, in twentieths of a point. */
export function tbl(rows: readonly string[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

/** What the reader makes of it. */
export async function read(body: string, parts: Parts = {}): Promise<Outcome<Document>> {
  return docx.extract(makeDocx(body, parts));
}

export async function readParagraphs(body: string, parts: Parts = {}): Promise<Paragraph[]> {
  const { value } = await read(body, parts);
  return value.blocks.filter((block) => block.type === "paragraph");
}

export async function readTexts(body: string, parts: Parts = {}): Promise<string[]> {
  return (await readParagraphs(body, parts)).map(({ text }) => text);
}

export async function readTables(body: string, parts: Parts = {}): Promise<Table[]> {
  const { value } = await read(body, parts);
  return value.blocks.filter((block) => block.type === "table");
}

/** The cells of a table as `row,column text`, with `rowSpan×columnSpan` where merged. */
export function sketch(table: Table | undefined): string[] {
  return (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan + columnSpan > 2 ? ` ${rowSpan}×${columnSpan}` : "";
    return `${row},${column}${span} ${text}`;
  });
}
