import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Picture } from "../../extractors/raster/gray.js";
import { imagePdf } from "./image-pdf.js";
import type { EmbeddedImage, PicturePage } from "./image-pdf.js";
import { MAKINGS } from "./kinds.js";
import type { Kind, Making } from "./kinds.js";
import { renderedPages } from "./render.js";
import { seeded } from "./seeded.js";
import { opened, sideBySide } from "./spoil.js";

/** To be raised when the same settings make other pages: what was made before is then left alone. */
const MADE = 1;

export const CONTAINERS = ["pdf", "png", "jpeg", "tiff"] as const;
export type Container = (typeof CONTAINERS)[number];

/** What an edition is made of, and how. */
export interface EditionSettings {
  readonly kind: Kind;
  readonly dpi: number;
  readonly container: Container;
}

/** Files that show pages of a document and have no text: one PDF, or a picture for each sheet. */
export interface Edition {
  readonly files: readonly string[];
  /** The numbers of the pages that it shows, in order. */
  readonly pages: readonly number[];
  readonly perSheet: 1 | 2;
}

/** Makes an edition of some pages of a PDF, unless an earlier run made it. */
export async function edition(
  pdf: Uint8Array,
  pages: readonly number[],
  settings: EditionSettings,
): Promise<Edition> {
  const making = MAKINGS[settings.kind];
  const sheets = Math.ceil(pages.length / making.perSheet);
  const names =
    settings.container === "pdf"
      ? ["pages.pdf"]
      : Array.from({ length: sheets }, (_, i) => `${i + 1}.${settings.container}`);
  const folder = path.join(tmpdir(), "gongkai-bench-ocr", keyOf(pdf, pages, settings));
  const files = names.map((name) => path.join(folder, name));
  if (!existsSync(folder)) {
    const made = await filesOf(sheetPictures(pdf, pages, { ...settings, making }), settings);
    writeAll(folder, new Map(names.map((name, i) => [name, made[i] ?? new Uint8Array()])));
  }
  return { files, pages, perSheet: making.perSheet };
}

function keyOf(pdf: Uint8Array, pages: readonly number[], settings: EditionSettings): string {
  const { kind, dpi, container } = settings;
  const hash = createHash("sha256")
    .update(pdf)
    .update(JSON.stringify([MADE, pages]));
  return `${kind}-${dpi}-${container}-${hash.digest("hex").slice(0, 16)}`;
}

/** All files or, where the process is killed, none. */
function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(unfinished, name), bytes);
  renameSync(unfinished, folder);
}

/** A picture with its size in points. */
interface Sheet {
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
}

async function* sheetPictures(
  pdf: Uint8Array,
  pages: readonly number[],
  { dpi, making }: EditionSettings & { readonly making: Making },
): AsyncGenerator<Sheet> {
  let waiting: Picture | undefined;
  for await (const { number, picture } of renderedPages(pdf, pages, dpi)) {
    const spoilt = await making.spoil(picture, seeded(number));
    if (making.perSheet === 1) yield sheet(spoilt, dpi);
    else if (waiting === undefined) waiting = spoilt;
    else {
      yield sheet(await sideBySide(waiting, spoilt), dpi);
      waiting = undefined;
    }
  }
  if (waiting !== undefined) yield sheet(await sideBySide(waiting, undefined), dpi);
}

function sheet(picture: Picture, dpi: number): Sheet {
  const points = (pixels: number) => Math.round((pixels * 7200) / dpi) / 100;
  return { picture, width: points(picture.width), height: points(picture.height) };
}

async function filesOf(
  sheets: AsyncIterable<Sheet>,
  { kind, dpi, container }: EditionSettings,
): Promise<readonly Uint8Array[]> {
  const { quality } = MAKINGS[kind];
  const pictures: Uint8Array[] = [];
  const pages: PicturePage[] = [];
  for await (const { picture, width, height } of sheets)
    if (container === "pdf") pages.push({ width, height, image: await embedded(picture, quality) });
    else pictures.push(await encoded(picture, { dpi, container, quality }));
  return container === "pdf" ? [imagePdf(pages)] : pictures;
}

async function embedded(picture: Picture, quality: number | null): Promise<EmbeddedImage> {
  const { width, height } = picture;
  if (quality === null) return { width, height, bits: bitsOf(picture) };
  return { width, height, jpeg: await opened(picture).jpeg({ quality }).toBuffer() };
}

function bitsOf({ width, height, data }: Picture): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 3] ?? 0) > 127) {
        const at = y * stride + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (128 >> (x & 7));
      }
  return bits;
}

interface Encoding {
  readonly dpi: number;
  readonly container: Exclude<Container, "pdf">;
  readonly quality: number | null;
}

/** The picture as a file that says its resolution; where a pixel has one bit, in as few as the format can. */
function encoded(picture: Picture, { dpi, container, quality }: Encoding): Promise<Uint8Array> {
  const image = opened(picture).withMetadata({ density: dpi });
  if (container === "jpeg") return image.jpeg({ quality: quality ?? 90 }).toBuffer();
  if (container === "png") return image.png({ compressionLevel: 6 }).toBuffer();
  const tiff =
    quality === null
      ? image.greyscale().toColourspace("b-w").tiff({ bitdepth: 1, compression: "ccittfax4" })
      : image.tiff({ compression: "jpeg", quality });
  return tiff.toBuffer();
}
