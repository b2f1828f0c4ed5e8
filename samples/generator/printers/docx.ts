/** The DOCX edition: a small Office Open XML writer. */
import { zipSync } from "fflate";
import type { Disclosure, Line, LineStyle, Manner, Part, Piece } from "../description.js";
import { wordsOf } from "./words.js";
import { cellsOf, type GridCell } from "../grid.js";
import {
  contentTypes,
  numbering,
  packageRelations,
  relations,
  styles,
  wordNamespace,
} from "./docx-parts.js";

/** Prints a disclosure as a DOCX package, the same bytes each time. */
export function printDocx(disclosure: Disclosure): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": packageRelations,
    "word/document.xml": documentXml(disclosure),
    "word/_rels/document.xml.rels": relations,
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
  };
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2020, 0, 1) });
}

function documentXml({ pieces, manner }: Disclosure): string {
  // Word ends each document with a paragraph, also under a table.
  const end = pieces.at(-1)?.type === "sheet" ? "<w:p/>" : "";
  const body = pieces.map((piece, at) => pieceXml(piece, at, manner)).join("") + end;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`;
}

function pieceXml(piece: Piece, at: number, manner: Manner): string {
  if (piece.type === "break") return `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`;
  if (piece.type === "line") return lineXml(piece, at, manner);
  return piece.parts.map((part) => tableXml(part, manner)).join("<w:p/>");
}

function lineXml(line: Line, at: number, manner: Manner): string {
  const ordinal = manner.headings === "numbered" ? numberedLevel(line) : null;
  const text = ordinal === null ? wordsOf(line, manner) : (line.section?.title ?? line.text);
  const right = line.right === undefined ? "" : `<w:r><w:tab/></w:r>${runXml(line.right)}`;
  const tracked = manner.trackedChanges === true && line.style === "body";
  const runs = tracked ? trackedXml(text) : runXml(text);
  return `<w:p>${propertiesXml(line, ordinal, manner)}${bookmarked(`${runs}${right}`, line, at)}${fieldXml(line, manner)}</w:p>`;
}

/** The level of the automatic numbering that prints this heading's ordinal. */
function numberedLevel({ section }: Line): number | null {
  if (section?.ordinal === undefined || section.ordinal === null) return null;
  if (/^[一二三四五六七八九十]+$/u.test(section.ordinal)) return 0;
  return section.ordinal.startsWith("（") ? 1 : null;
}

const STYLES: Partial<Record<LineStyle, string>> = { title: "Title", caption: "Caption" };

function propertiesXml(line: Line, ordinal: number | null, manner: Manner): string {
  const level = line.section?.level ?? 1;
  const outlined = line.style === "heading" && manner.headings === "outlined";
  const name = line.style === "heading" ? `Heading${level}` : STYLES[line.style];
  const styled = name === undefined || outlined ? "" : `<w:pStyle w:val="${name}"/>`;
  const outline = outlined ? `<w:outlineLvl w:val="${level - 1}"/>` : "";
  const numbered =
    ordinal === null ? "" : `<w:numPr><w:ilvl w:val="${ordinal}"/><w:numId w:val="1"/></w:numPr>`;
  const tab =
    line.right === undefined ? "" : `<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>`;
  return `<w:pPr>${styled}${numbered}${tab}${outline}</w:pPr>`;
}

function bookmarked(runs: string, line: Line, at: number): string {
  if (line.style !== "heading" && line.style !== "caption") return runs;
  return `<w:bookmarkStart w:id="${at}" w:name="_Toc${71_398_400 + at}"/>${runs}<w:bookmarkEnd w:id="${at}"/>`;
}

/** A TC field repeats the heading for a table of contents; no reader sees it. */
function fieldXml(line: Line, manner: Manner): string {
  if (manner.noise !== "fields" || (line.style !== "heading" && line.style !== "caption"))
    return "";
  const instruction = escapeXml(` TC "${line.text}" \\f A \\l 1 `);
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

function tableXml({ rows, widths, head }: Part, manner: Manner): string {
  const unit = 9000 / widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<w:gridCol w:w="${Math.round(width * unit)}"/>`).join("");
  const body = rows.map((_, row) => {
    const repeated = manner.repeatHeader && row < head ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    return `<w:tr>${repeated}${cellsOf(rows, row).map(cellXml).join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body.join("")}</w:tbl>`;
}

function cellXml(cell: GridCell): string {
  const span = cell.columnSpan === 1 ? "" : `<w:gridSpan w:val="${cell.columnSpan}"/>`;
  const opened = cell.rowSpan === 1 ? "" : `<w:vMerge w:val="restart"/>`;
  const merged = cell.continues ? "<w:vMerge/>" : opened;
  const lines = cell.continues ? [""] : cell.text.split("\n");
  const paragraphs = lines.map((text) => `<w:p>${text === "" ? "" : runXml(text)}</w:p>`).join("");
  return `<w:tc><w:tcPr>${span}${merged}</w:tcPr>${paragraphs}</w:tc>`;
}

const CHANGE = 'w:author="栖云" w:date="2024-01-15T08:00:00Z"';

/** The first words were inserted, a word before them deleted. */
function trackedXml(text: string): string {
  const [first, rest] = [text.slice(0, 6), text.slice(6)];
  const deleted = `<w:r><w:delText xml:space="preserve">原稿</w:delText></w:r>`;
  return `<w:del w:id="9001" ${CHANGE}>${deleted}</w:del><w:ins w:id="9002" ${CHANGE}>${runXml(first)}</w:ins>${runXml(rest)}`;
}

function runXml(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
