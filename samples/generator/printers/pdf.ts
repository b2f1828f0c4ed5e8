/** The PDF edition: pieces become bands, bands are dealt out to pages. */
import type { Disclosure, Line, Manner, Piece, Sheet } from "../description.js";
import { paint, type Band, type PageSize } from "./pdf-page.js";
import { pdfFile } from "./pdf-file.js";
import { tableBands } from "./pdf-table.js";
import { hexText, textLines, widthOf } from "./pdf-text.js";

const PORTRAIT: PageSize = { width: 595, height: 842, margin: 62 };
const LANDSCAPE: PageSize = { width: 842, height: 595, margin: 56 };
const TURNED: PageSize = { ...LANDSCAPE, turned: true };

/** Prints a disclosure as a PDF with the non-embedded fonts of Adobe's Asian pack. */
export function printPdf({ pieces, manner }: Disclosure): Uint8Array {
  const sizes = pieces.map((_, at) => sizeOf(pieces, at, manner));
  const bands = pieces.flatMap((piece, at): readonly Band[] => {
    const size = sizes[at] ?? PORTRAIT;
    const turned = at > 0 && sizes[at - 1] !== size;
    return [
      ...(turned ? [{ type: "page" as const, size }] : []),
      ...bandsOf(piece, { manner, size }),
    ];
  });
  return pdfFile(paint(bands, manner));
}

/** Wide tables lie on pages of their own, with the caption and corner lines above and the notes below. */
function sizeOf(pieces: readonly Piece[], at: number, manner: Manner): PageSize {
  const piece = pieces[at];
  if (piece?.type === "line" && piece.style === "note") return sizeOf(pieces, at - 1, manner);
  if (piece?.type === "line" && (piece.style === "caption" || piece.style === "corner"))
    return sizeOf(pieces, at + 1, manner);
  if (piece?.type !== "sheet" || manner.wideTables === undefined) return PORTRAIT;
  const wide = manner.wideTables === "turned" ? TURNED : LANDSCAPE;
  return piece.parts.some(({ widths }) => widths.length > 9) ? wide : PORTRAIT;
}

interface Paper {
  readonly manner: Manner;
  readonly size: PageSize;
}

function bandsOf(piece: Piece, paper: Paper): readonly Band[] {
  if (piece.type === "break") return [{ type: "page", size: PORTRAIT }];
  return piece.type === "line" ? lineBands(piece, paper.size) : sheetBands(piece, paper);
}

function sheetBands({ parts }: Sheet, paper: Paper): readonly Band[] {
  return parts.flatMap((part): readonly Band[] => [
    ...tableBands(part, paper),
    { type: "gap", height: 9 },
  ]);
}

interface Setting {
  readonly font: "song" | "hei";
  readonly size: number;
  readonly align: "left" | "centre";
  readonly indent: number;
}

const SETTINGS: Readonly<Record<Line["style"], Setting>> = {
  title: { font: "hei", size: 18, align: "centre", indent: 0 },
  heading: { font: "hei", size: 14, align: "left", indent: 28 },
  body: { font: "song", size: 12, align: "left", indent: 24 },
  caption: { font: "hei", size: 12, align: "centre", indent: 0 },
  note: { font: "song", size: 10, align: "left", indent: 0 },
  contents: { font: "song", size: 12, align: "left", indent: 12 },
  corner: { font: "song", size: 10, align: "left", indent: 0 },
};

/** A heading without an ordinal is the title of its page. */
const PAGE_TITLE: Setting = { font: "hei", size: 16, align: "centre", indent: 0 };

function settingOf({ style, section }: Line): Setting {
  return section?.ordinal === null ? PAGE_TITLE : SETTINGS[style];
}

function lineBands(line: Line, page: PageSize): readonly Band[] {
  const { font, size, align, indent } = settingOf(line);
  const room = page.width - 2 * page.margin;
  const lines = textLines(line.text, { size, width: room, indent });
  const right = line.right ?? "";
  return lines.map((text, at) => ({
    type: "line",
    height: size * 1.7,
    keepWithNext: line.style === "caption" || line.style === "heading" || line.style === "corner",
    draw: (top) => {
      const start = align === "centre" ? (room - widthOf(text, size)) / 2 : at === 0 ? indent : 0;
      const y = top - size * 1.3;
      const pieces = [hexText(text, { x: page.margin + start, y, font, size })];
      const end = page.margin + room - widthOf(right, size);
      return right === "" ? pieces : [...pieces, hexText(right, { x: end, y, font, size })];
    },
  }));
}
