import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { disclosures } from "../../samples/generator/index.js";
import { imagePdf } from "../ocr/image-pdf.js";
import type { PicturePage } from "../ocr/image-pdf.js";

/** In the checkout, where benches are run. */
const SAMPLES = path.resolve("samples");
const SCAN = path.join(SAMPLES, "accounts-2024", "source.scan.png");
const DPI = 200;

/** The pages of the scan, each a strip of half a page: recognizing one takes some tenths of a second. */
export const SCANNED_PAGES = 3;
const STRIPS = 12;
/** How many samples of each format are read. */
const OF_EACH = 3;

/** Writes what each run reads: a scan, which comes first, and samples of every format. */
export async function writeInputs(folder: string): Promise<void> {
  mkdirSync(folder);
  const pages = await Promise.all(Array.from({ length: SCANNED_PAGES }, (_, n) => strip(n)));
  writeFileSync(path.join(folder, "0-scan.pdf"), imagePdf(pages));
  for (const file of ["source.txt", "source.docx", "source.pdf"])
    for (const { slug } of disclosures.slice(0, OF_EACH))
      copyFileSync(path.join(SAMPLES, slug, file), path.join(folder, `${slug}.${file}`));
}

const points = (pixels: number) => (pixels * 72) / DPI;

async function strip(n: number): Promise<PicturePage> {
  const { width, height: whole } = await sharp(SCAN).metadata();
  const height = Math.floor(whole / STRIPS);
  const half = Math.floor(width / 2);
  const part = { left: 0, top: 3 * n * height, width: half, height };
  const jpeg = await sharp(SCAN).extract(part).flatten({ background: "white" }).jpeg().toBuffer();
  return { width: points(half), height: points(height), image: { jpeg, width: half, height } };
}
