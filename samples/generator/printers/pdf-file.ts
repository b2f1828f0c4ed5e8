/** The PDF file itself: objects, cross-reference table, compressed page contents. */
import { zlibSync } from "fflate";
import type { PageSize, PaintedPage } from "./pdf-page.js";

const encoder = new TextEncoder();
const FONTS = { song: "STSong-Light", hei: "STHeiti-Regular" } as const;
const FIRST_PAGE = 7;

/** A complete PDF of painted pages. */
export function pdfFile(pages: readonly PaintedPage[]): Uint8Array {
  const kids = pages.map((_, at) => `${FIRST_PAGE + 2 * at} 0 R`).join(" ");
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...fontObjects(FONTS.song, 4),
    ...fontObjects(FONTS.hei, 6),
    ...pages.flatMap(pageObjects),
  ]);
}

/** A composite font that readers replace by one of their own; Latin letters are half as wide. */
function fontObjects(name: string, descendant: number): readonly string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>`,
  ];
}

function pageObjects(
  { size, operators }: PaintedPage,
  at: number,
): readonly (string | Uint8Array)[] {
  const fonts = "/Font << /song 3 0 R /hei 5 0 R >>";
  const page = `<< /Type /Page /Parent 2 0 R ${boxOf(size)} /Resources << ${fonts} >> /Contents ${FIRST_PAGE + 2 * at + 1} 0 R >>`;
  const packed = zlibSync(encoder.encode(turned(operators, size)), { level: 9 });
  const opening = encoder.encode(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
  return [page, concatenated([opening, packed, encoder.encode("\nendstream")])];
}

function boxOf({ width, height, turned: isTurned }: PageSize): string {
  return isTurned === true
    ? `/MediaBox [0 0 ${height} ${width}] /Rotate 90`
    : `/MediaBox [0 0 ${width} ${height}]`;
}

/** Operators for a page that lies on its side. */
function turned(operators: string, size: PageSize): string {
  return size.turned === true ? `q 0 1 -1 0 ${size.height} 0 cm\n${operators}\nQ` : operators;
}

function assemble(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = [encoder.encode("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n")];
  const offsets = objects.map((object, at) => {
    const offset = lengthOf(chunks);
    const body = typeof object === "string" ? encoder.encode(object) : object;
    chunks.push(encoder.encode(`${at + 1} 0 obj\n`), body, encoder.encode("\nendobj\n"));
    return offset;
  });
  const entries = offsets
    .map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
    .join("");
  const size = objects.length + 1;
  const trailer = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${lengthOf(chunks)}\n%%EOF\n`;
  return concatenated([...chunks, encoder.encode(trailer)]);
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((total, { length }) => total + length, 0);
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
