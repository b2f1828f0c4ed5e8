import type { Document } from "../pipeline/document.js";
import { UnreadableSource } from "../pipeline/errors.js";
import type { Outcome } from "../pipeline/finding.js";
import type { Extraction, Format } from "./format.js";
import { OcrUnavailable } from "./ocr/unavailable.js";
import type { PageContent } from "./page/page-content.js";
import { pagesDocument } from "./page/pages-document.js";
import { decodePictures, pictureCount } from "./raster/decode.js";
import { openScanReader } from "./scan/scan-reader.js";
import { scanFindings, scannedPage } from "./scan/scanned-page.js";
import { blankPages } from "./page/blank-pages.js";

/** Pictures of pages: PNG, JPEG, and TIFF with a page or many. */
export const pictures: readonly Format[] = [
  format("png", "image/png", [[0x89, 0x50, 0x4e, 0x47]]),
  format("jpeg", "image/jpeg", [[0xff, 0xd8, 0xff]]),
  format("tiff", "image/tiff", [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ]),
];

function format(name: string, mediaType: string, signatures: readonly number[][]): Format {
  return {
    name,
    mediaType,
    accepts: (bytes) =>
      signatures.some((signature) => signature.every((byte, i) => bytes[i] === byte)),
    extract,
  };
}

async function extract(
  bytes: Uint8Array,
  { ocr = {}, onPage }: Extraction = {},
): Promise<Outcome<Document>> {
  if (ocr.mode === "never")
    throw new UnreadableSource(
      "no_text",
      "This is a picture, and pictures are not to be read: leave out `--ocr never`.",
    );
  const count = await pictureCount(bytes);
  onPage?.(0, count);
  const scans = await openScanReader(ocr).catch(unavailable);
  const contents: PageContent[] = [];
  let number = 0;
  for await (const picture of decodePictures(bytes)) {
    number += 1;
    contents.push(...(await scannedPage(picture, number, scans)));
    onPage?.(number, count);
  }
  const { document, bare } = pagesDocument(contents);
  const blank = blankPages(bare);
  return { value: document, findings: [...scanFindings(bare, scans.engine), ...blank] };
}

function unavailable(error: unknown): never {
  if (error instanceof OcrUnavailable)
    throw new UnreadableSource("ocr_unavailable", error.message, { cause: error });
  throw error;
}
