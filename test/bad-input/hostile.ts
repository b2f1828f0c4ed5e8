import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { makeDocx, p, root, zipRoot } from "../extractors/docx/make-docx.js";
import { writePdf } from "../extractors/pdf/make-pdf.js";

/** Entities that stand for more and more of themselves, or for a file, and stand in a text as `&c;`. */
export const ENTITIES = {
  laughs: `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c "${"&b;".repeat(10)}">]>`,
  external: `<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>`,
} as const;

/** A Word file whose main part begins with this declaration and says this. */
export function docxWith(declaration: string, text: string): Uint8Array {
  const xml = root("w:document", `<w:body>${p(text)}</w:body>`).replace(/^<\?.*\?>\n/u, "");
  return zipSync({
    ...zipRoot("word/document.xml"),
    "word/document.xml": strToU8(declaration + xml),
  });
}

const NAMESPACES = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const ODS_MIMETYPE = strToU8("application/vnd.oasis.opendocument.spreadsheet");

/** An OpenDocument spreadsheet of one sheet with these rows; a declaration may stand before it. */
export function odsWith(rows: string, declaration = ""): Uint8Array {
  const sheet = `<table:table table:name="支出">${rows}</table:table>`;
  return odsOf({
    "content.xml": strToU8(
      `${declaration}<office:document-content ${NAMESPACES}><office:spreadsheet>${sheet}</office:spreadsheet></office:document-content>`,
    ),
  });
}

/** An OpenDocument spreadsheet of these parts. */
export function odsOf(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ mimetype: [ODS_MIMETYPE, { level: 0 }], ...parts });
}

/** A cell of an OpenDocument spreadsheet. */
export const odsCell = (text: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";

/** A PDF of one page that lists and counts its only page so often. */
export function manyPages(listed: number, counted = listed): Uint8Array {
  return writePdf([
    CATALOG,
    `<< /Type /Pages /Kids [${"3 0 R ".repeat(listed)}] /Count ${counted} >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
  ]);
}

/** What a page draws and with what; further objects are numbered from 5. */
interface Drawn {
  readonly draws: string;
  readonly resources?: string;
  readonly objects?: readonly string[];
}

/** A PDF of one page. */
export function pageThat({ draws, resources = "", objects = [] }: Drawn): Uint8Array {
  return writePdf([
    CATALOG,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
    stream(draws),
    ...objects,
  ]);
}

/** An object with a stream. */
export const stream = (content: string, dictionary = ""): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF whose table of objects says that the one before it is itself. */
export function loopedTable(): Uint8Array {
  const file = Buffer.from(manyPages(1)).toString("latin1");
  const at = /startxref\n(\d+)/u.exec(file)?.[1] ?? "";
  return Buffer.from(file.replace("trailer\n<< ", `trailer\n<< /Prev ${at} `), "latin1");
}

/** A Word file whose list of parts says that the main one is shorter than it is. */
export function understated(): Uint8Array {
  const bytes = Buffer.from(makeDocx(p("云溪县财政局").repeat(200)));
  const entry = bytes.lastIndexOf("word/document.xml") - 46;
  bytes.writeUInt32LE(2_000, entry + 24);
  return bytes;
}

/** A picture of 8 × 8 pixels that says it has 60,000 × 60,000. */
export async function hugePicture(format: "png" | "jpeg" | "gif"): Promise<Buffer> {
  const create = { width: 8, height: 8, channels: 3 as const, background: "white" };
  const bytes = await sharp({ create }).toFormat(format).toBuffer();
  if (format === "png") for (const at of [16, 20]) bytes.writeUInt32BE(SIDE, at);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  if (format === "jpeg") for (const at of [5, 7]) bytes.writeUInt16BE(SIDE, frame + at);
  const image = bytes.indexOf(0x2c, 13);
  if (format === "gif")
    for (const at of [6, 8, image + 5, image + 7]) bytes.writeUInt16LE(SIDE, at);
  return bytes;
}

const SIDE = 60_000;

/** A bitmap that says the same. */
export function hugeBitmap(): Buffer {
  const head = Buffer.alloc(54 + 64);
  head.write("BM");
  head.writeUInt32LE(head.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(SIDE, 18);
  head.writeInt32LE(SIDE, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return head;
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const related = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="${target.includes(":") ? "External" : "Internal"}"/>`;

const relationships = (inside: string): Uint8Array =>
  strToU8(`<Relationships xmlns="${PACKAGE}">${inside}</Relationships>`);

/** A Word file with macros, a template and a picture at an address, and a link for its reader. */
export function reachingDocx(address: string): Uint8Array {
  const links = [
    related("v", "vbaProject", "vbaProject.bin"),
    related("s", "settings", "settings.xml"),
    related("i", "image", `${address}/a.png`),
    related("h", "hyperlink", `${address}/a.html`),
  ];
  return zipSync({
    ...zipRoot("word/document.xml"),
    "word/document.xml": strToU8(root("w:document", `<w:body>${p("预算")}</w:body>`)),
    "word/settings.xml": strToU8(root("w:settings", "")),
    "word/vbaProject.bin": strToU8("x"),
    "word/_rels/document.xml.rels": relationships(links.join("")),
    "word/_rels/settings.xml.rels": relationships(
      related("t", "attachedTemplate", `${address}/a.dotm`),
    ),
  });
}

/** A page that names a file or an address wherever one can stand. */
export function reachingPage(address: string): Uint8Array {
  const named = [`${address}/x`, "file:///etc/passwd"].map(
    (at) =>
      `<link rel="stylesheet" href="${at}"><script src="${at}"></script><iframe src="${at}"></iframe><object data="${at}"></object><embed src="${at}"><img src="${at}" width="500" height="500"><style>@import url(${at});</style>`,
  );
  return Buffer.from(
    `<html><head><meta http-equiv="refresh" content="0;url=${address}"></head><body>${named.join("")}<p>云溪县2024年部门预算</p></body></html>`,
  );
}
