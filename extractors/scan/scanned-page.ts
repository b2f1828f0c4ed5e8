import type { Finding } from "../../pipeline/finding.js";
import { finding } from "../../pipeline/finding.js";
import { type PageContent, pageContent } from "../page/page-content.js";
import type { Picture } from "../raster/gray.js";
import { a4Resolution } from "../raster/resolution.js";
import { recognizedMarks } from "./page-marks.js";
import { engineCannotRead, inkUnread, pagesRecognized, pictureCoarse } from "./rules.js";
import type { RecognizedPage } from "./recognized-page.js";
import type { ScanReader } from "./scan-reader.js";

const POINTS_TO_THE_INCH = 72;

/** The content of a page, or of each of two on one sheet, read from its picture. */
export async function scannedPage(
  picture: Picture,
  number: number,
  scans: ScanReader,
): Promise<PageContent[]> {
  const read = await scans.read(picture);
  const scale = POINTS_TO_THE_INCH / (picture.dpi ?? a4Resolution(picture));
  return recognizedMarks(read, scale).map((marks) => ({
    ...pageContent(number, marks),
    recognized: { unread: read.unread, height: usualHeight(read) },
  }));
}

/** How many pixels the ink of most lines is high; 0 where there are none. */
function usualHeight({ lines }: RecognizedPage): number {
  const heights = lines.map(({ box: [, top, , bottom] }) => bottom - top);
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** Fewer pixels than this do not show a figure for sure: small print at 120 dpi has as many. */
const COARSE = 12;
/** More ink than this, as a share of the page, is a picture, a seal or handwriting. */
const MUCH_INK = 0.005;

/** What is to be said of pages that were read from pictures. */
export function scanFindings(
  pages: readonly PageContent[],
  { name, version, cannotRead }: ScanReader["engine"],
): Finding[] {
  const read = pages.filter(({ recognized }) => recognized !== undefined);
  const numbers = [...new Set(read.map((page) => page.number))];
  const [first] = numbers;
  if (first === undefined) return [];
  const where = { page: first };
  const unread = new Map(read.map((page) => [page.number, page.recognized?.unread ?? 0]));
  return [
    finding(pagesRecognized, { pages: numbers, engine: `${name} (${version})` }, where),
    ...(cannotRead.length === 0 ? [] : [finding(engineCannotRead, { name, cannotRead }, where)]),
    ...read.flatMap(({ number: page, recognized: seen }) =>
      seen !== undefined && seen.height > 0 && seen.height < COARSE
        ? [finding(pictureCoarse, { page, height: seen.height }, { page })]
        : [],
    ),
    ...[...unread].flatMap(([page, share]) =>
      share > MUCH_INK ? [finding(inkUnread, { page, share }, { page })] : [],
    ),
  ];
}
