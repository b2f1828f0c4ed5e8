import type { Finding } from "../../pipeline/model/finding.js";
import { finding } from "../../pipeline/model/finding.js";
import { type PageContent, pageContent } from "../page/page-content.js";
import type { Picture } from "../raster/gray.js";
import { a4Resolution } from "../raster/resolution.js";
import { recognizedMarks } from "./page-marks.js";
import {
  engineCannotRead,
  inkUnread,
  pagesRecognized,
  pictureBent,
  pictureUnclear,
} from "./rules.js";
import { isBent, type RecognizedPage } from "./recognized-page.js";
import type { ScanReader } from "./scan-reader.js";
import { SCAN } from "./settings.js";

const POINTS_TO_THE_INCH = 72;

/** The content of a page, or of each of two on one sheet, read from its picture. */
export async function scannedPage(
  picture: Picture,
  number: number,
  scans: ScanReader,
): Promise<PageContent[]> {
  const read = await scans.read(picture);
  const scale = POINTS_TO_THE_INCH / (picture.dpi ?? a4Resolution(picture));
  const { unread } = read;
  return recognizedMarks(read, scale).map((marks) => ({
    ...pageContent(number, marks),
    recognized: { unread, unsure: unsureShare(read), isBent: isBent(read) },
  }));
}

/** The share of a page's characters that were read unsurely; 0 where there are few. */
function unsureShare({ lines }: RecognizedPage): number {
  const read = lines.flatMap(({ characters }) => characters);
  const unsure = read.filter(({ confidence }) => confidence < SCAN.findings.sure);
  return read.length < SCAN.findings.enough ? 0 : unsure.length / read.length;
}

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
  const unread = new Map(
    read.flatMap(({ number, recognized: seen }) =>
      seen === undefined ? [] : [[number, seen.unread] as const],
    ),
  );
  const bent = new Set(read.filter((page) => page.recognized?.isBent).map(({ number }) => number));
  return [
    finding(pagesRecognized, { pages: numbers, engine: `${name} (${version})` }, where),
    ...(cannotRead.length === 0 ? [] : [finding(engineCannotRead, { name, cannotRead }, where)]),
    ...read.flatMap(({ number: page, recognized: seen }) =>
      seen !== undefined && seen.unsure > SCAN.findings.unclear
        ? [finding(pictureUnclear, { page, share: seen.unsure }, { page })]
        : [],
    ),
    ...[...bent].map((page) => finding(pictureBent, { page }, { page })),
    ...[...unread].flatMap(([page, share]) =>
      share > SCAN.findings.muchInk ? [finding(inkUnread, { page, share }, { page })] : [],
    ),
  ];
}
