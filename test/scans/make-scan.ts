import sharp from "sharp";
import { imagePdf, type PicturePage } from "../../bench/ocr/image-pdf.js";
import { renderedPages } from "../../bench/ocr/render.js";
import { oneBit, opened, skewed } from "../../bench/ocr/spoil.js";
import type { Picture } from "../../extractors/raster/gray.js";

/** A common office scanner: fine enough for small figures, and strongly compressed. */
const DPI = 200;
const QUALITY = 60;
/** Paper never lies straight: pages are turned by this, to the right and to the left in turn. */
const DEGREES = 0.4;
/** Darker pixels are black where a pixel has one bit. */
const THRESHOLD = 175;

/** What a scanner makes of some pages of a PDF: a PDF of pictures, one picture, or a TIFF of many. */
export type ScanFormat = "pdf" | "png" | "tiff";

/** Pages of a PDF, printed and scanned again. */
export async function scanOf(
  pdf: Uint8Array,
  pages: readonly number[],
  format: ScanFormat,
): Promise<Uint8Array> {
  const sheets: Sheet[] = [];
  for await (const { number, picture, width, height } of renderedPages(pdf, pages, DPI))
    sheets.push({
      picture: await skewed(picture, number % 2 === 0 ? DEGREES : -DEGREES),
      width,
      height,
    });
  if (format === "pdf") return imagePdf(await Promise.all(sheets.map(embedded)));
  return format === "png" ? asPng(sheets) : asTiff(sheets);
}

/** A page's picture, and its size in points. */
interface Sheet {
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
}

async function embedded({ picture, width, height }: Sheet): Promise<PicturePage> {
  const jpeg = await opened(picture).jpeg({ quality: QUALITY }).toBuffer();
  return { width, height, image: { jpeg, width: picture.width, height: picture.height } };
}

/** Black and white as a fax. */
async function asPng([sheet]: readonly Sheet[]): Promise<Uint8Array> {
  if (sheet === undefined) throw new Error("There is no page to be scanned.");
  const black = opened(oneBit(sheet.picture, THRESHOLD)).withMetadata({ density: DPI });
  return black.greyscale().png({ colours: 2, dither: 0 }).toBuffer();
}

/** All pages in one file. */
async function asTiff(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pages = await Promise.all(
    sheets.map(({ picture }) => opened(picture).greyscale().removeAlpha().png().toBuffer()),
  );
  return sharp(pages, { join: { animated: true } })
    .toColourspace("b-w")
    .withMetadata({ density: DPI })
    .tiff({ compression: "jpeg", quality: QUALITY })
    .toBuffer();
}
