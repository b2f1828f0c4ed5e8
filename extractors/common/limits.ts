import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";

/**
 * The most that is read of one document, so that none keeps its reader busy for ever. The limits
 * lie far beyond what known disclosures have; a document beyond one is refused, never cut.
 */
export const LIMITS = {
  /** Characters of a line of text or of a paragraph of Word: patterns that take n² steps take a second; known: 413. */
  lineCharacters: 50_000,
  /** Cells of one row in text and Word: the columns of the widest worksheet that Excel has. */
  rowCells: 16_384,
  /** Rows times columns of a table of a web page, of which a few merged cells make many: as many as a workbook may fill. */
  tablePositions: 3_000_000,
  /** Cells of a workbook that hold something; known: 41,000. A reader's memory holds some five million. */
  sheetCells: 3_000_000,
  /** Elements of XML inside one another; Word nests 14 in a plain table, 3 more for a table in a cell. */
  xmlDepth: 512,
  /** Elements of a web page inside one another: old editors never close a font; known: 60. */
  htmlDepth: 1_000,
  /** Elements of a web page: a page of 10 MB that is one table has 600,000. */
  htmlElements: 3_000_000,
  /** Pages of a PDF; reports of 2,000 pages are real. */
  pdfPages: 20_000,
  /** Operators of a page of a PDF; known: 5,192. */
  pageOperators: 1_000_000,
  /** Characters of a page of a PDF. */
  pageGlyphs: 200_000,
  /** Bytes that one stream of a PDF may unpack to where it is no picture: a whole font takes some 20 MB. */
  streamBytes: 128 * 2 ** 20,
  /** Pictures of one TIFF; a scanned report has some 200. */
  tiffPictures: 1_000,
} as const;

/** What is too large, and what can be done. */
interface Excess {
  /** The subject of the sentence: `Line 3`. */
  readonly what: Bilingual<string>;
  readonly unit: Bilingual<string>;
  readonly remedy: Bilingual<string>;
}

/** @throws UnreadableSource `too_large` where a count is beyond its limit */
export function refuseBeyond(limit: keyof typeof LIMITS, count: number, excess: Excess): void {
  if (count <= LIMITS[limit]) return;
  const { what, unit, remedy } = excess;
  const most = LIMITS[limit];
  throw new UnreadableSource("too_large", {
    en: `${what.en} has ${count} ${unit.en}: no more than ${most} are read. ${remedy.en}`,
    zh: `${what.zh}有 ${count} ${unit.zh}，最多读取 ${most} ${unit.zh}。${remedy.zh}`,
  });
}
