import sharp from "sharp";
import type { Sharp } from "sharp";
import { crc32 } from "node:zlib";
import { imagePdf } from "../ocr/image-pdf.js";
import { BYTE_MUTATIONS } from "./byte-mutations.js";
import type { Draw, Mutation } from "./draw.js";
import { PDF_MUTATIONS } from "./pdf-mutations.js";

/** What can befall a picture of a page, or its file; each begins with a PNG and ends with a file of any kind. */
export const PICTURE_MUTATIONS: readonly Mutation[] = [
  { name: "shown otherwise", of: async (png, draw) => encoded(await shown(png, draw), draw) },
  { name: "stored otherwise", of: (png, draw) => encoded(sharp(png), draw) },
  {
    name: "header changed",
    of: async (png, draw) => headerChanged(await encoded(sharp(png), draw), draw),
  },
  ...BYTE_MUTATIONS.map(({ name, of }) => ({
    name: `file: ${name}`,
    of: async (png: Uint8Array, draw: Draw) => of(await encoded(sharp(png), draw), draw),
  })),
];

/** The same for a PDF that shows a picture and nothing else. */
export const SCAN_MUTATIONS: readonly Mutation[] = [
  { name: "shown otherwise", of: async (png, draw) => scan(await shown(png, draw), draw) },
  ...[...PDF_MUTATIONS, ...BYTE_MUTATIONS].map(({ name, of }) => ({
    name,
    of: async (png: Uint8Array, draw: Draw) => of(await scan(sharp(png), draw), draw),
  })),
];

type Change = (image: Sharp, draw: Draw) => Sharp | Promise<Sharp>;

const CHANGES: readonly Change[] = [
  (image, draw) => image.rotate(draw.below(360), { background: "white" }),
  (image, draw) =>
    image.rotate(draw.even() * 6 - 3, { background: draw.among(["white", "black"]) }),
  (image) => image.negate({ alpha: false }),
  (image, draw) => image.blur(0.5 + draw.even() * 4),
  (image, draw) => image.threshold(draw.below(256)),
  (image, draw) => image.linear(draw.even() * 4, draw.below(200) - 100),
  (image) => image.flop(),
  (image, draw) =>
    image.affine([1, draw.even() - 0.5, draw.even() - 0.5, 1], { background: "white" }),
  (image, draw) =>
    image.resize({
      width: draw.among([1, 2, 5, 40, 200]),
      height: draw.among([1, 3, 30, 200]),
      fit: "fill",
    }),
  (image, draw) =>
    image.resize({
      width: draw.among([1, 7, 3_000]),
      height: draw.among([1, 7, 300]),
      fit: "fill",
    }),
  (image, draw) =>
    image.extend({
      top: draw.below(300),
      left: draw.below(300),
      background: draw.among(["white", "black", "gray"]),
    }),
  grained,
  (image) => image.ensureAlpha(0.3),
];

async function shown(png: Uint8Array, draw: Draw): Promise<Sharp> {
  let image = sharp(png);
  // Each is done before the next: sharp has an order of its own.
  for (let left = 1 + draw.below(3); left > 0; left -= 1)
    image = sharp(await (await draw.among(CHANGES)(image, draw)).png().toBuffer());
  return image;
}

/** With a tile of grain all over it, which may hide it. */
async function grained(image: Sharp, draw: Draw): Promise<Sharp> {
  const { width, height } = await image.metadata();
  const raw = { width: Math.min(64, width), height: Math.min(64, height), channels: 4 as const };
  const length = raw.width * raw.height * raw.channels;
  const input = Buffer.from(Uint8Array.from({ length }, () => draw.below(256)));
  const blend = draw.among(["over", "multiply", "screen", "difference"] as const);
  return image.composite([{ input, raw, tile: true, blend }]);
}

const DENSITIES = [1, 72, 96, 200, 300, 1_200, 65_535];

const ENCODINGS: readonly Change[] = [
  (image) => image.png(),
  (image) => image.png({ palette: true, colours: 4 }),
  (image) => image.toColourspace("rgb16").png(),
  (image) => image.greyscale().toColourspace("b-w").png(),
  (image) => image.png({ progressive: true }),
  (image, draw) => image.flatten().jpeg({ quality: 1 + draw.below(100) }),
  (image) => image.flatten().jpeg({ progressive: true, chromaSubsampling: "4:4:4" }),
  (image) => image.flatten().toColourspace("cmyk").jpeg(),
  (image) => image.flatten().greyscale().toColourspace("b-w").jpeg(),
  (image, draw) => image.tiff({ compression: draw.among(["none", "lzw", "deflate", "packbits"]) }),
  (image) => image.flatten().tiff({ compression: "jpeg" }),
  faxed,
  (image) => image.tiff({ tile: true, tileWidth: 64, tileHeight: 64, compression: "lzw" }),
  (image) => image.flatten().toColourspace("cmyk").tiff({ compression: "lzw" }),
];

/** A file of it, of any kind that is read, which may say that it is turned. */
async function encoded(image: Sharp, draw: Draw): Promise<Uint8Array> {
  const orientation = draw.below(8) + 1;
  const said = image.withMetadata({ density: draw.among(DENSITIES), orientation });
  return (await draw.among(ENCODINGS)(said, draw)).toBuffer();
}

/** As a fax sends it: one bit a pixel. */
async function faxed(image: Sharp): Promise<Sharp> {
  const grey = image.flatten().threshold().greyscale().toColourspace("b-w");
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w");
  return pixels.tiff({ bitdepth: 1, compression: "ccittfax4" });
}

/** A PDF that shows it and nothing else. */
async function scan(image: Sharp, draw: Draw): Promise<Uint8Array> {
  const { data, info } = await image
    .flatten({ background: "white" })
    .jpeg()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const points = 72 / draw.among([100, 200, 300]);
  return imagePdf([
    { width: width * points, height: height * points, image: { jpeg: data, width, height } },
  ]);
}

/** Bytes of the header change; the checksum of a PNG is made to fit, so that its decoder believes it. */
function headerChanged(file: Uint8Array, draw: Draw): Uint8Array {
  const copy = Buffer.from(file);
  const end = Math.min(copy.length, 256);
  for (let left = 1 + draw.below(4); left > 0; left -= 1)
    copy[8 + draw.below(end - 8)] = draw.among([0, 1, 2, 7, 0x7f, 0x80, 0xff, draw.below(256)]);
  if (copy.toString("latin1", 12, 16) === "IHDR")
    copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}
