import type { Document } from "../pipeline/model/document.js";
import { UnreadableSource } from "../pipeline/model/errors.js";
import type { Outcome } from "../pipeline/model/finding.js";
import type { Format, Recognition } from "./common/format.js";
import { BUNDLED } from "./common/ocr-plan.js";
import { OcrUnavailable } from "./ocr/engine/unavailable.js";
import { looseFigures } from "./page/loose-figures.js";
import type { PageContent } from "./page/page-content.js";
import { pagesDocument } from "./page/pages-document.js";
import { isBitmap } from "./raster/bitmap.js";
import { decodePictures, pictureCount } from "./raster/decode.js";
import { openScanReader, type ScanReader } from "./scan/scan-reader.js";
import { scanFindings, scannedPage } from "./scan/scanned-page.js";
import { blankPages } from "./page/blank-pages.js";

/** Pictures of pages: PNG, JPEG, WebP, BMP, GIF with a picture or many, and TIFF with a page or many. */
export const pictures: readonly Format[] = [
  format("png", "image/png", startsWith([0x89, 0x50, 0x4e, 0x47])),
  format("jpeg", "image/jpeg", startsWith([0xff, 0xd8, 0xff])),
  format("tiff", "image/tiff", startsWith([0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a])),
  format("gif", "image/gif", startsWith([0x47, 0x49, 0x46, 0x38])),
  format("bmp", "image/bmp", isBitmap),
  format("webp", "image/webp", isWebp),
];

type Accepts = Format["accepts"];

function format(name: string, mediaType: string, accepts: Accepts): Format {
  return { name, mediaType, accepts, extract };
}

function startsWith(...signatures: readonly (readonly number[])[]): Accepts {
  return (bytes) => signatures.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

function isWebp(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return start.startsWith("RIFF") && start.endsWith("WEBP");
}

async function extract(
  bytes: Uint8Array,
  recognition: Recognition = { plan: BUNDLED },
): Promise<Outcome<Document>> {
  if (recognition.plan.mode === "never")
    throw new UnreadableSource("no_text", {
      en: "This is a picture, and pictures are not to be read: leave out `--ocr never`.",
      zh: "这是图片，而指定了不读取图片：请去掉 `--ocr never`。",
    });
  const { contents, engine } = await readPictures(bytes, recognition).catch(unavailable);
  const { document, bare } = pagesDocument(contents);
  const findings = [...scanFindings(bare, engine), ...looseFigures(bare), ...blankPages(bare)];
  return { value: document, findings };
}

/** What is on all pictures, and what read it. */
interface ReadPictures {
  readonly contents: readonly PageContent[];
  readonly engine: ScanReader["engine"];
}

/** @throws OcrUnavailable where no engine works, which may show only when the first picture is looked at */
async function readPictures(bytes: Uint8Array, recognition: Recognition): Promise<ReadPictures> {
  const count = await pictureCount(bytes);
  recognition.onPage?.(0, count);
  const scans = await openScanReader(recognition);
  const contents: PageContent[] = [];
  let number = 0;
  for await (const picture of decodePictures(bytes)) {
    number += 1;
    contents.push(...(await scannedPage(picture, number, scans)));
    recognition.onPage?.(number, count);
  }
  return { contents, engine: scans.engine };
}

function unavailable(error: unknown): never {
  if (error instanceof OcrUnavailable)
    throw new UnreadableSource("ocr_unavailable", error.says, { cause: error });
  throw error;
}
