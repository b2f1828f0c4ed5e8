import { deflateSync } from "node:zlib";

/**
 * Writes small PDFs from raw syntax, so that a test controls each operator. Measures are in points
 * from the top left of the unrotated page, as in the documents that are read.
 */

export interface PageSpec {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Drawing steps made by the functions below. */
  readonly draw: readonly Draw[];
}

/** Writes its operators for a page of this height. */
export type Draw = (height: number) => string;

export interface TextStyle {
  readonly size?: number;
  /** Degrees counterclockwise. */
  readonly angle?: number;
  /** Text rendering mode: 3 is invisible. */
  readonly mode?: number;
  /** Space added after each character. */
  readonly spacing?: number;
}

export type Point = readonly [x: number, y: number];
/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

const LATIN = /[ -~]+|[^ -~]+/gu;

/** A line of text that starts at a point of its baseline; Latin in Helvetica, all else in STSong. */
export function text([x, y]: Point, content: string, style: TextStyle = {}): Draw {
  const { size = 10, angle = 0, mode = 0, spacing = 0 } = style;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const matrix = [cos, sin, -sin, cos].map((n) => n.toFixed(6)).join(" ");
  const shown = (content.match(LATIN) ?? []).map((part) => show(part, size)).join(" ");
  return (height) => `BT ${mode} Tr ${spacing} Tc ${matrix} ${x} ${height - y} Tm ${shown} ET`;
}

function show(part: string, size: number): string {
  if (/^[ -~]/u.test(part)) return `/F1 ${size} Tf (${part.replace(/[\\()]/gu, "\\$&")}) Tj`;
  const hex = Array.from(part, (c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
  return `/F2 ${size} Tf <${hex.join("")}> Tj`;
}

/** Draws a straight border from one point to another. */
export type Pen = (from: Point, to: Point) => Draw;

/** A stroked line. */
export function line([x1, y1]: Point, [x2, y2]: Point): Draw {
  return (height) => `0.5 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`;
}

/** A stroked line of dashes. */
export function dashed(from: Point, to: Point): Draw {
  return (height) => `[3 2] 0 d ${line(from, to)(height)} [] 0 d`;
}

/** A line of short filled rectangles. */
export function dotted([x1, y1]: Point, [x2, y2]: Point): Draw {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const steps = Array.from({ length: Math.floor(length / 2) }, (_, i) => i * 2);
  const dots = steps.map((at) =>
    rectangle([x1 + dx * at, y1 + dy * at, x1 + dx * at + 1, y1 + dy * at + 1]),
  );
  return (height) => dots.map((dot) => dot(height)).join("\n");
}

/** A border as a filled rectangle half a point thick. */
export function thinRectangle([x1, y1]: Point, [x2, y2]: Point): Draw {
  return rectangle(y1 === y2 ? [x1, y1, x2, y1 + 0.5] : [x1, y1, x1 + 0.5, y2]);
}

/** A border as two strokes side by side. */
export function doubled([x1, y1]: Point, [x2, y2]: Point): Draw {
  const [dx, dy] = y1 === y2 ? [0, 1.2] : [1.2, 0];
  const pair = [line([x1, y1], [x2, y2]), line([x1 + dx, y1 + dy], [x2 + dx, y2 + dy])];
  return (height) => pair.map((draw) => draw(height)).join("\n");
}

/** A filled rectangle. */
export function rectangle([left, top, right, bottom]: Box): Draw {
  return (height) => `${left} ${height - bottom} ${right - left} ${bottom - top} re f`;
}

/** A picture, grey all over, that fills a box. */
export function picture([left, top, right, bottom]: Box): Draw {
  const image = "BI /W 1 /H 1 /CS /G /BPC 8 ID z EI";
  return (height) =>
    `q ${right - left} 0 0 ${bottom - top} ${left} ${height - bottom} cm ${image} Q`;
}

/** A border as a picture of one pixel that is stretched to it. */
export function stretchedPixel([x1, y1]: Point, [x2, y2]: Point): Draw {
  return picture(y1 === y2 ? [x1, y1, x2, y1 + 0.5] : [x1, y1, x1 + 0.5, y2]);
}

/** Drawing cut to a box. */
export function clipped([left, top, right, bottom]: Box, inner: readonly Draw[]): Draw {
  const box = (height: number): string =>
    `${left} ${height - bottom} ${right - left} ${bottom - top}`;
  return (height) =>
    ["q", `${box(height)} re W n`, ...inner.map((draw) => draw(height)), "Q"].join("\n");
}

/** The edges of a grid and the texts of its cells by rows. */
export interface GridSpec {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A grid with all its borders. */
export function grid(spec: GridSpec, pen: Pen = line): Draw[] {
  return [...rowRules(spec, pen), ...columnRules(spec, pen), ...cellTexts(spec)];
}

/** The horizontal borders of a grid. */
export function rowRules({ xs, ys }: GridSpec, pen: Pen = line): Draw[] {
  return ys.map((y) => pen([xs[0] ?? 0, y], [xs.at(-1) ?? 0, y]));
}

/** The vertical borders of a grid. */
export function columnRules({ xs, ys }: GridSpec, pen: Pen = line): Draw[] {
  return xs.map((x) => pen([x, ys[0] ?? 0], [x, ys.at(-1) ?? 0]));
}

/** The texts of a grid without its borders. */
export function cellTexts({ xs, ys, rows }: GridSpec): Draw[] {
  return rows.flatMap((row, r) =>
    row.map((content, c) => text([(xs[c] ?? 0) + 3, (ys[r + 1] ?? 0) - 5], content)),
  );
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const FONTS = [
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 6 0 R >>",
  "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
];
/** The number of the first page object; each page takes this and the next for its content. */
const FIRST_PAGE = 7;

/** A PDF of these pages. */
export function makePdf(pages: readonly PageSpec[]): Uint8Array {
  const kids = pages.map((_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(" ");
  return writePdf([
    CATALOG,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...FONTS,
    ...pages.flatMap((page, i) => pageObjects(page, FIRST_PAGE + 2 * i + 1)),
  ]);
}

function pageObjects(page: PageSpec, content: number): string[] {
  const { width = 595, height = 842, rotate = 0 } = page;
  const stream = page.draw.map((draw) => draw(height)).join("\n");
  const resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>";
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources ${resources} /Contents ${content} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

/** A PDF file of these objects, a character a byte, the first being the catalogue. */
export function writePdf(objects: readonly string[], trailer = ""): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

type HeldFile = readonly [name: string, bytes: Uint8Array];

/** A PDF of one empty page with files in its list, and files that hang on the page. */
export function pdfHolding(
  listed: readonly HeldFile[],
  onPage: readonly HeldFile[] = [],
): Uint8Array {
  const files = [...listed, ...onPage].map(([name, bytes], i) => ({ name, bytes, object: i + 4 }));
  const specs = files.map(
    ({ name, object }) =>
      `<< /Type /Filespec /F (x) /UF ${utf16Hex(name)} /EF << /F ${object} 0 R >> >>`,
  );
  const names = specs.slice(0, listed.length).map((spec, i) => `(${i}) ${spec}`);
  const marks = specs
    .slice(listed.length)
    .map((spec) => `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${spec} >>`);
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names.join(" ")}] >> >> >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [${marks.join(" ")}] >>`,
    ...files.map(({ bytes }) => {
      const hex = Buffer.from(deflateSync(bytes)).toString("hex");
      return `<< /Type /EmbeddedFile /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${hex}>\nendstream`;
    }),
  ]);
}

function utf16Hex(name: string): string {
  return `<feff${Buffer.from(name, "utf16le").swap16().toString("hex")}>`;
}
