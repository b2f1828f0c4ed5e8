import type { Metadata, Sharp } from "sharp";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { refuseBeyond } from "../common/limits.js";
import { bitmapPixels, bitmapSize, isBitmap } from "./bitmap.js";
import type { Picture } from "./gray.js";
import { RASTER } from "./settings.js";
import { byteAt } from "../common/typed-arrays.js";

const TOO_MANY_PICTURES = {
  what: { en: "The file", zh: "文件" },
  unit: { en: "pictures", zh: "张图片" },
  remedy: { en: "Split it.", zh: "请拆分。" },
};

/**
 * How many pictures a file of pictures holds.
 * @throws UnreadableSource where it is damaged or holds too many
 */
export async function pictureCount(bytes: Uint8Array): Promise<number> {
  const { pages = 1 } = await metadataOf(await opened(bytes, 0));
  refuseBeyond("tiffPictures", pages, TOO_MANY_PICTURES);
  return pages;
}

/**
 * The pixels of the first picture of a file.
 * @throws UnreadableSource where it is damaged or of no known format
 */
export async function pictureSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await metadataOf(await opened(bytes, 0));
  return { width, height };
}

/**
 * The pictures of a file of pictures, upright as its file says, one in memory at a time.
 * @throws UnreadableSource where one is damaged or too large
 */
export async function* decodePictures(bytes: Uint8Array): AsyncGenerator<Picture, void> {
  const count = await pictureCount(bytes);
  for (let page = 0; page < count; page += 1) yield await decodePicture(bytes, page);
}

/**
 * One of the pictures of a file; its number counts from 0. Transparent is white.
 * @throws UnreadableSource where it is damaged or too large
 */
async function decodePicture(bytes: Uint8Array, page = 0): Promise<Picture> {
  const source = await opened(bytes, page);
  const { width, height, density } = await metadataOf(source);
  refuseTooLarge({ width, height });
  const scale = Math.min(1, Math.sqrt(RASTER.size.enough / (width * height)));
  const upright = source.autoOrient().flatten({ background: "#ffffff" }).toColourspace("srgb");
  const sized = scale < 1 ? upright.resize({ width: await reducedWidth(source, scale) }) : upright;
  const { data, info } = await sized
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  return {
    width: info.width,
    height: info.height,
    data: inColour(data, info.channels),
    dpi: density !== undefined && density >= RASTER.size.coarsest ? density * scale : null,
  };
}

/** The library is loaded with the first picture: it takes a tenth of a second, and most documents have none. */
async function opened(bytes: Uint8Array, page: number): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  // One page at a time on one core: what else runs has its own.
  sharp.concurrency(1);
  sharp.cache(false);
  if (bytes.length === 0) damaged("no bytes");
  if (isBitmap(bytes)) {
    // The library that decodes it aborts the process where there is no memory for its pixels.
    refuseTooLarge(bitmapSize(bytes));
    const { data, raw } = await bitmapPixels(bytes).catch(damaged);
    return sharp(data, { raw, limitInputPixels: false });
  }
  return sharp(bytes, { page, failOn: "error", limitInputPixels: false });
}

async function metadataOf(source: Sharp): Promise<Metadata> {
  return await source.metadata().catch(damaged);
}

async function reducedWidth(source: Sharp, scale: number): Promise<number> {
  const { autoOrient } = await metadataOf(source);
  return Math.max(1, Math.round(autoOrient.width * scale));
}

/** Three bytes a pixel, whatever was given. */
function inColour(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const colour = new Uint8Array((data.length / channels) * 3);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 3)
    colour.fill(byteAt(data, from), to, to + 3);
  return colour;
}

function damaged(cause: unknown): never {
  const says = { en: "The picture is damaged: fetch it again.", zh: "图片已损坏，请重新获取。" };
  throw new UnreadableSource("damaged", says, { cause });
}

function refuseTooLarge({ width, height }: { readonly width: number; readonly height: number }) {
  if (width * height <= RASTER.size.most) return;
  throw new UnreadableSource("too_large", {
    en: `The picture has ${width} × ${height} pixels: scan it at 300 dpi, a sheet a picture.`,
    zh: `图片有 ${width} × ${height} 像素，请以 300 dpi 扫描，每张纸一幅图片。`,
  });
}
